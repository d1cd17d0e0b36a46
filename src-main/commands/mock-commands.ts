import { z } from 'zod';
import { factsSchema } from '../../src-shared/domain/facts.ts';
import { expectAll } from '../../src-shared/domain/mock/expect.ts';
import { generatePrompt } from '../../src-shared/domain/mock/generate.ts';
import { levels, nameStatement, type Prompt, promptSchema } from '../../src-shared/domain/mock/prompt.ts';
import { scoreAttempt } from '../../src-shared/domain/mock/score.ts';
import { gatherFacts } from '../../src-shared/domain/mock/stage.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { type DecisionId, decisionIds, labelOption } from '../../src-shared/domain/rules/decisions.ts';
import { writeFlip } from '../../src-shared/domain/rules/explain.ts';
import { findFlip } from '../../src-shared/domain/rules/flip.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import { findPrompt, listPrompts, loadAttempt } from '../services/mocks/read-mock.ts';
import { type AnyCommand, defineFreeCommand } from './define.ts';
import { reportVerdict, verdictOutput } from './mock-output.ts';
import { shownOutput, showPrompt, titleOf, writeShown } from './mock-show.ts';
import { quickCommand } from './quick-command.ts';

const strings = z.array(z.string());

/** Seeds are 32 bits. */
const MOST_SEED = 2 ** 32 - 1;

const list = defineFreeCommand({
  name: 'mock list',
  summary: 'Lists the prompts for mock interviews.',
  needs: 'nothing',
  positional: [],
  options: {},
  input: z.object({}),
  output: z.object({
    prompts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        minutes: z.number(),
        level: z.string(),
        parts: z.number(),
        decisions: z.number().describe('scored (part, decision) pairs'),
        twists: z.number(),
      }),
    ),
  }),
  run: ({ builtInDecks }) => ({
    prompts: listPrompts(builtInDecks).map(prompt => ({
      id: prompt.id,
      title: titleOf(prompt),
      minutes: prompt.minutes,
      level: prompt.level,
      parts: prompt.parts.length,
      decisions: prompt.score.length,
      twists: prompt.twists.length,
    })),
  }),
  format: ({ prompts }) =>
    prompts
      .map(one => `${one.id}: ${one.title}, ${one.minutes} min, ${countOf(one.decisions, 'decision')}`)
      .join('\n'),
});

const show = defineFreeCommand({
  name: 'mock show',
  summary: 'Shows a prompt as a candidate meets it: what is said, what may be asked, what is scored.',
  needs: 'nothing',
  positional: ['prompt'],
  options: {},
  input: z.object({ prompt: z.string().min(1) }),
  output: shownOutput,
  run: ({ builtInDecks }, input) => showPrompt(findPrompt(builtInDecks, input.prompt)),
  format: writeShown,
});

const generate = defineFreeCommand({
  name: 'mock generate',
  summary:
    'Makes a prompt from a seed. The JSON is a prompt as `decks/README.md` specifies it, for a file to use as `--prompt`.',
  needs: 'nothing',
  positional: [],
  options: { seed: 'a whole number; the same seed gives the same prompt' },
  optional: {
    level: '`guided` or `open`; guided where it is left out',
    minutes: '35 or 12; 35 where it is left out',
  },
  input: z.object({
    seed: z.coerce.number().int().nonnegative().max(MOST_SEED),
    level: z.enum(levels).default('guided'),
    minutes: z.enum(['35', '12']).default('35'),
  }),
  output: promptSchema,
  run: (_, { seed, level, minutes }) => generatePrompt(seed, { level, minutes: minutes === '12' ? 12 : 35 }),
  format: prompt => writeShown(showPrompt(prompt)),
});

const expectationOutput = z.object({
  part: z.string(),
  decision: z.enum(decisionIds),
  best: strings,
  defensible: strings,
  wrong: strings,
  rule: strings.describe('ids of the rows that hold'),
  facts: factsSchema.describe('known facts that decide'),
  defaults: strings,
  settled: z.boolean().describe('no unknown fact could change what is best'),
  because: z.string(),
});

const expect = defineFreeCommand({
  name: 'mock expect',
  summary: 'Derives what the rules expect of each scored pair of a prompt.',
  needs: 'nothing',
  positional: [],
  options: { prompt: 'a prompt’s id, or a file' },
  optional: {
    known: 'facts that are known, separated by commas: fact, or part.fact; all where it is left out',
    stage: 'number of twists that have happened; 0 where it is left out',
  },
  input: z.object({
    prompt: z.string().min(1),
    known: z.string().optional(),
    stage: z.coerce.number().int().nonnegative().default(0),
  }),
  output: z.object({ prompt: z.string(), stage: z.number(), decisions: z.array(expectationOutput) }),
  run: ({ builtInDecks }, input) => {
    const prompt = findPrompt(builtInDecks, input.prompt);
    if (input.stage > prompt.twists.length) {
      throw new ProblemError(
        'invalid',
        `${prompt.id} has ${countOf(prompt.twists.length, 'twist')}; there is no stage ${input.stage}.`,
        'See `mock show`.',
      );
    }
    const known = input.known === undefined ? null : readKnown(prompt, input.known, input.stage);
    return {
      prompt: prompt.id,
      stage: input.stage,
      decisions: expectAll(prompt, input.stage, known).map(
        ({ applies: _applies, rules, best, defensible, wrong, defaults, ...rest }) => ({
          ...rest,
          best: [...best],
          defensible: [...defensible],
          wrong: [...wrong],
          rule: [...rules],
          defaults: [...defaults],
        }),
      ),
    };
  },
  format: ({ decisions }) =>
    decisions
      .map(
        one =>
          `${one.part} ${one.decision}: ${one.best.join(' or ') || `${one.defensible.join(' or ')} (either)`}\n  ${one.because}`,
      )
      .join('\n'),
});

const flip = defineFreeCommand({
  name: 'mock flip',
  summary: 'Finds the smallest change of one fact that turns what is best.',
  needs: 'nothing',
  positional: [],
  options: {
    prompt: 'a prompt’s id, or a file',
    part: 'a part of it',
    decision: 'a decision that is scored there',
  },
  input: z.object({ prompt: z.string().min(1), part: z.string().min(1), decision: z.enum(decisionIds) }),
  output: z.object({
    prompt: z.string(),
    part: z.string(),
    decision: z.enum(decisionIds),
    best: strings,
    flip: z
      .object({
        fact: z.string(),
        from: z.unknown(),
        to: z.unknown().describe('the value, at or just past the limit'),
        cost: z.number().describe('1 for a step of an enumerated fact, or a factor of 3'),
        best: strings.describe('the best options then; none where two are equally defensible'),
        text: z.string(),
      })
      .nullable(),
  }),
  run: ({ builtInDecks }, input) => {
    const prompt = findPrompt(builtInDecks, input.prompt);
    const pair = findPair(prompt, input.part, input.decision);
    const facts = gatherFacts(prompt, pair.part, 0);
    const found = findFlip(facts, pair.decision, pair.keys);
    const [expected] = expectAll({ ...prompt, score: [pair] });
    return {
      prompt: prompt.id,
      part: pair.part,
      decision: pair.decision,
      best: [...(expected?.best ?? [])],
      flip: found && {
        fact: found.fact,
        from: found.from,
        to: found.to,
        cost: found.cost,
        best: [...found.best],
        text: writeFlip(found, pair.decision),
      },
    };
  },
  format: value =>
    [
      `${value.part} ${value.decision}: ${value.best.map(option => labelOption(value.decision, option)).join(' or ')}`,
      value.flip?.text.replaceAll('*', '') ?? 'No single fact turns it.',
    ].join('\n'),
});

const score = defineFreeCommand({
  name: 'mock score',
  summary: 'Scores an attempt: an ordered list of events, as `decks/README.md` specifies it.',
  needs: 'nothing',
  positional: [],
  options: { prompt: 'a prompt’s id, or a file', answer: 'a file with the attempt' },
  input: z.object({ prompt: z.string().min(1), answer: z.string().min(1) }),
  output: verdictOutput,
  run: ({ builtInDecks }, input) => {
    const prompt = findPrompt(builtInDecks, input.prompt);
    return reportVerdict(scoreAttempt(prompt, loadAttempt(input.answer, prompt)));
  },
  format: value =>
    [
      `${value.prompt}: decision score ${value.total} of 100`,
      ...value.sections.map(({ section, points, of }) => `  ${section}: ${points} of ${of}`),
      ...value.decisions.map(
        one =>
          `${one.stage > 0 ? `after twist ${one.stage}: ` : ''}${one.part} ${one.decision}: ${one.chosen ?? 'nothing'}, ${one.standing}${one.reasoned ? ' with a reason' : ''}; expected ${one.best.join(' or ') || one.defensible.join(' or ')}. ${one.because}`,
      ),
    ].join('\n'),
});

/** The commands about mock interviews. */
export const mockCommands: readonly AnyCommand[] = [list, show, generate, expect, flip, score, quickCommand];

/** `fact` names every statement of that fact, `part.fact` one; what the twists so far told is known. */
function readKnown(prompt: Prompt, list: string, stage: number): Set<string> {
  const asked = list
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const names = prompt.facts.map(statement => ({ fact: statement.fact, name: nameStatement(statement) }));
  for (const name of asked) {
    if (names.some(one => one.name === name || one.fact === name)) continue;
    throw new ProblemError('invalid', `The prompt has no fact “${name}”.`, 'See `mock show`.');
  }
  const told = prompt.twists.slice(0, stage).flatMap(({ changes }) => changes.map(nameStatement));
  const stated = names.filter(one => asked.includes(one.name) || asked.includes(one.fact));
  return new Set([...told, ...stated.map(({ name }) => name)]);
}

function findPair(prompt: Prompt, part: string, decision: DecisionId): Prompt['score'][number] {
  const pair = prompt.score.find(one => one.part === part && one.decision === decision);
  if (pair) return pair;
  throw new ProblemError(
    'not-found',
    `${prompt.id} does not score ${decision} of ${part}.`,
    'See `mock show`.',
  );
}

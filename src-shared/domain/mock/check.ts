import { type FactName, type Facts, factMeta, factsSchema, hops } from '../facts.ts';
import { isClear } from '../rules/clearance.ts';
import { programFor, stand } from '../rules/decide.ts';
import { expectNumber } from './numbers.ts';
import { nameStatement, type Pair, type Prompt, type Statement } from './prompt.ts';
import { gatherFacts, gatherWhole } from './stage.ts';

/** What is wrong with a prompt, and where in it. */
export type PromptFault = { path: (string | number)[]; message: string };

/**
 * Finds what a schema cannot: names that do not exist, values that a fact cannot have, pairs that the facts do not
 * decide, and figures that the facts do not give.
 */
export function checkPrompt(prompt: Prompt): PromptFault[] {
  const faults = [...checkNames(prompt), ...checkStatements(prompt)];
  return faults.length > 0 ? faults : [...checkPairs(prompt), ...checkNumbers(prompt)];
}

/**
 * Finds where a prompt stands nearer than a quarter to a limit that its scored decisions compare. A prompt whose
 * point is the limit may; the built-in ones do not.
 */
export function checkClearance(prompt: Prompt): PromptFault[] {
  return prompt.score.flatMap(({ part, decision }, index) =>
    stagesOf(prompt)
      .filter(stage => !isClear(decision, gatherFacts(prompt, part, stage)))
      .map(stage => ({ path: ['score', index], message: `is too near a limit in stage ${stage}` })),
  );
}

const stagesOf = (prompt: Prompt): number[] => [0, ...prompt.twists.map((_, index) => index + 1)];

function checkNames(prompt: Prompt): PromptFault[] {
  const parts = new Set(prompt.parts.map(({ id }) => id));
  const statements = new Set(prompt.facts.map(nameStatement));
  const unknownPart = (part: string | undefined, path: (string | number)[]): PromptFault[] =>
    part === undefined || parts.has(part) ? [] : [{ path, message: `there is no part “${part}”` }];
  return [
    ...findRepeated(
      prompt.parts.map(({ id }) => id),
      'parts',
    ),
    ...findRepeated(prompt.facts.map(nameStatement), 'facts'),
    ...findRepeated(
      prompt.menu.map(({ id }) => id),
      'menu',
    ),
    ...findRepeated(
      prompt.twists.map(({ id }) => id),
      'twists',
    ),
    ...findRepeated(
      prompt.score.map(({ part, decision }) => `${part} ${decision}`),
      'score',
    ),
    ...prompt.facts.flatMap(({ part }, index) => unknownPart(part, ['facts', index, 'part'])),
    ...prompt.score.flatMap(({ part }, index) => unknownPart(part, ['score', index, 'part'])),
    ...prompt.numbers.flatMap(({ part }, index) => unknownPart(part, ['numbers', index, 'part'])),
    ...prompt.twists.flatMap(({ changes }, twist) =>
      changes.flatMap(({ part }, index) => unknownPart(part, ['twists', twist, 'changes', index, 'part'])),
    ),
    ...prompt.menu.flatMap(({ reveals }, question) =>
      reveals.flatMap((name, index) =>
        statements.has(name)
          ? []
          : [{ path: ['menu', question, 'reveals', index], message: `there is no fact “${name}”` }],
      ),
    ),
  ];
}

function findRepeated(names: readonly string[], field: string): PromptFault[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ path: [field, index], message: `“${name}” stands twice` }] : [],
  );
}

function checkStatements(prompt: Prompt): PromptFault[] {
  const check = ({ fact, is }: Statement, path: (string | number)[]): PromptFault[] => {
    return factsSchema.shape[fact].safeParse(is).success
      ? []
      : [
          {
            path: [...path, 'is'],
            message: `${fact} cannot be ${String(is)}; it is ${describeValues(fact)}`,
          },
        ];
  };
  return [
    ...prompt.facts.flatMap((statement, index) => check(statement, ['facts', index])),
    ...prompt.twists.flatMap(({ changes }, twist) =>
      changes.flatMap((statement, index) => check(statement, ['twists', twist, 'changes', index])),
    ),
  ];
}

/** What a fact can be, in words. */
function describeValues(fact: FactName): string {
  const meta = factMeta[fact];
  switch (meta.kind) {
    case 'enum':
      return `one of ${Object.keys(meta.says).join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'number':
      return meta.whole ? 'a whole number from 0 on' : 'a number from 0 on';
    case 'key':
      return 'a key in lower-case letters, digits and hyphens';
    case 'path':
      return `a list of ${hops.join(', ')}`;
  }
}

function checkPairs(prompt: Prompt): PromptFault[] {
  const stages = stagesOf(prompt);
  return prompt.score.flatMap((pair, index) => {
    const problems = stages.map(stage => findProblem(prompt, pair, stage));
    const stage = problems.findIndex(problem => problem !== null);
    if (stage < 0) return [];
    const message = problems[stage] ?? '';
    return [{ path: ['score', index], message: stage === 0 ? message : `${message} after twist ${stage}` }];
  });
}

function findProblem(prompt: Prompt, { part, decision, keys }: Pair, stage: number): string | null {
  if (decision === 'shard-key' && !keys) return 'shard-key needs its keys';
  const facts = gatherFacts(prompt, part, stage);
  const program = programFor(facts, decision, keys);
  if (program.asked(facts) !== true) return `${decision} is not asked of ${part}: it needs replicated: true`;
  const { options } = stand(program, facts);
  const open = options.every(({ standing }) => standing === 'wrong');
  return open || !isTouched(facts, program.facts) ? `the facts of ${part} do not decide ${decision}` : null;
}

/** Whether any fact that a decision can turn on is stated at all. */
function isTouched(facts: Facts, relevant: readonly FactName[]): boolean {
  return relevant.some(name => facts[name] !== undefined);
}

function checkNumbers(prompt: Prompt): PromptFault[] {
  return prompt.numbers.flatMap(({ part, step }, index) => {
    const facts = part === undefined ? gatherWhole(prompt, 0) : gatherFacts(prompt, part, 0);
    return expectNumber(step, facts) === null
      ? [{ path: ['numbers', index], message: `the facts do not give ${step}` }]
      : [];
  });
}

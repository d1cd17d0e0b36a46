import { decide } from '../rules/decide.ts';
import { labelOption } from '../rules/decisions.ts';
import { capitalize, formatAmount, formatNumber, joinClauses } from '../rules/describe.ts';
import { explain } from '../rules/explain.ts';
import { standingDefault } from '../rules/table.ts';
import { expectPair } from './expect.ts';
import { expectNumber, type NumberStep, numberMeta } from './numbers.ts';
import type { Pair, Prompt } from './prompt.ts';
import { gatherFacts, gatherWhole } from './stage.ts';

/** Words that can be said in about a minute; beyond them what stays with the defaults is left out. */
const MOST_WORDS = 150;

/** So many reasons a sentence gives at most: more cannot be followed by ear. */
const REASONS = 2;

/**
 * What a strong candidate would say aloud in a minute, a sentence each: the figures, for each part what leaves the
 * defaults and why, and what each twist changes. Rendered from rules and facts; plain text.
 */
export function writeModelAnswer(prompt: Prompt): string[] {
  const whole = writeSentences(prompt, true);
  return whole.join(' ').split(' ').length > MOST_WORDS ? writeSentences(prompt, false) : whole;
}

function writeSentences(prompt: Prompt, withDefaults: boolean): string[] {
  return [
    ...writeNumbers(prompt),
    ...prompt.parts.flatMap(({ id, name }) => writePart(prompt, id, name ?? id, withDefaults)),
    ...prompt.twists.flatMap((twist, index) => writeTwist(prompt, twist.title, index + 1)),
  ];
}

function writeNumbers(prompt: Prompt): string[] {
  const figures = prompt.numbers.flatMap(({ part, step }) => {
    const facts = part === undefined ? gatherWhole(prompt, 0) : gatherFacts(prompt, part, 0);
    const value = expectNumber(step, facts);
    return value === null ? [] : [writeFigure(step, value)];
  });
  return figures.length === 0 ? [] : [`By the figures, that is ${joinClauses(figures)}.`];
}

function writeFigure(step: NumberStep, value: number): string {
  const { unit } = numberMeta[step];
  const round = Number(value.toPrecision(2));
  if (step === 'average-rate') return `about ${formatNumber(round)} ${unit} on average`;
  if (step === 'peak-rate') return `about ${formatNumber(round)} ${unit} at the peak`;
  if (step === 'stored-bytes') return `${formatAmount(round, 'bytes')} in the end`;
  const one = numberMeta[step].name.replace(/s$/, '');
  return `${formatNumber(value)} ${value === 1 ? one : numberMeta[step].name}`;
}

/** The options that stand as the default, and those that leave it, with the reasons of the latter. */
function writePart(prompt: Prompt, part: string, name: string, withDefaults: boolean): string[] {
  const own = prompt.score.filter(pair => pair.part === part);
  const leaving = own.filter(pair => !standsByDefault(prompt, pair, 0));
  const staying = own.filter(pair => standsByDefault(prompt, pair, 0));
  const why = joinClauses(leaving.flatMap(pair => listReasons(prompt, pair, 0)).slice(0, REASONS));
  const chosen = joinClauses(leaving.map(pair => nameAnswer(prompt, pair, 0)));
  const rest = joinClauses(staying.map(pair => nameAnswer(prompt, pair, 0)));
  const label = capitalize(name);
  if (own.length === 0) return [];
  if (leaving.length === 0) return [`${label}: ${rest}, since nothing moves the defaults.`];
  const because = why === '' ? '' : `, because ${why}`;
  const otherwise = rest === '' || !withDefaults ? '' : `; otherwise ${rest}`;
  return [`${label}: ${chosen}${because}${otherwise}.`];
}

function writeTwist(prompt: Prompt, title: string, stage: number): string[] {
  const turned = prompt.score.filter(
    pair => expectPair(prompt, pair, stage).best.join() !== expectPair(prompt, pair, stage - 1).best.join(),
  );
  const changes = prompt.parts.flatMap(({ id, name = id }) => {
    const own = turned.filter(({ part }) => part === id);
    const answers = joinClauses(own.map(pair => nameAnswer(prompt, pair, stage)));
    return own.length === 0 ? [] : [`${answers} for ${name.charAt(0).toLowerCase()}${name.slice(1)}`];
  });
  return changes.length === 0 ? [] : [`After “${title}”: ${changes.join('; ')}; the rest stays.`];
}

function standsByDefault(prompt: Prompt, pair: Pair, stage: number): boolean {
  const standing = standingDefault(pair.decision);
  return standing !== null && expectPair(prompt, pair, stage).best.includes(standing);
}

/** The first answer that holds, so that it can be said by itself: `locking`, `no plan for Redis being down`. */
function nameAnswer(prompt: Prompt, pair: Pair, stage: number): string {
  const { best, defensible } = expectPair(prompt, pair, stage);
  const [option = ''] = best.length > 0 ? best : defensible;
  const label = labelOption(pair.decision, option);
  switch (pair.decision) {
    case 'shard-key':
      return `${label} as the shard key`;
    case 'latency-budget':
      return `a request ${label}`;
    case 'partition':
      return `${label} in a partition`;
    case 'else':
      return `${label} while all is well`;
    case 'api-style':
      return option === 'grpc' ? 'the same for the API' : `a ${label} API`;
    case 'stampede':
      return option === 'none' ? 'no protection from stampedes' : label;
    case 'cache-outage':
      return option === 'none' ? 'no plan for Redis being down' : label;
    default:
      return label;
  }
}

function listReasons(prompt: Prompt, { part, decision, keys }: Pair, stage: number): string[] {
  const facts = gatherFacts(prompt, part, stage);
  const verdict = decide(facts, decision, keys);
  const [option] = verdict.best.length > 0 ? verdict.best : verdict.defensible;
  return (option === undefined ? null : explain(verdict, facts, option))?.clauses.slice(0, 1) ?? [];
}

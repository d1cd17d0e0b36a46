import { type FactName, type Facts, type FactValue, factNames } from '../../facts.ts';
import type { Random } from '../../random.ts';
import { listRelevantFacts, restrict } from '../../rules/decide.ts';
import { expectNumber, type NumberStep } from '../numbers.ts';
import type { Prompt, Question, Statement, Twist } from '../prompt.ts';
import { nameStatement } from '../prompt.ts';
import { listContradictions } from './contradictions.ts';
import { isCached } from './draw.ts';
import type { Candidate, Draft } from './select.ts';
import { fillWords, listSayings, sayFact } from './sentences.ts';
import { topics } from './topics.ts';
import type { TwistKind } from './twists.ts';

/** Facts that the arithmetic starts from; no question is needed for them. */
const base: readonly FactName[] = [
  'users',
  'actions_per_user_day',
  'peak_to_average',
  'item_bytes',
  'horizon_years',
];

/** States one fact of a part in a drawn sentence. */
function state(draft: Draft, fact: FactName, is: FactValue, random: Random): Statement {
  const say = sayFact(random.pick(listSayings(draft.role, fact, is)), fact, is, draft.words);
  return { part: draft.words.id, fact, is: Array.isArray(is) ? [...is] : is, say };
}

/** The facts that the scored pairs and the numbers of a part turn on. */
function listNeeded(draft: Draft, pairs: readonly Candidate[], numbers: Prompt['numbers']): Set<FactName> {
  const needed = new Set(
    pairs.filter(one => one.draft === draft).flatMap(({ decision }) => listRelevantFacts(decision)),
  );
  const steps = numbers.filter(({ part }) => part === draft.words.id).map(({ step }) => step);
  for (const fact of steps.flatMap(step => factsOf[step])) needed.add(fact);
  if (pairs.some(one => one.draft === draft && isReplicated(one))) needed.add('replicated');
  return needed;
}

/** So many facts of a part are stated at least; with fewer, citing all of them would pass for a reason. */
const FEWEST_STATED = 6;

/** Facts of a part that nothing turns on, where few are needed: an interviewer tells such things, too. */
function drawIdle(draft: Draft, needed: ReadonlySet<FactName>, random: Random): FactName[] {
  const told = factNames.filter(fact => draft.stages[0]?.[fact] !== undefined);
  const missing = FEWEST_STATED - told.filter(fact => needed.has(fact)).length;
  const idle = told.filter(fact => !needed.has(fact));
  if (missing <= 0) return [];
  const drawn = random.shuffle(idle).slice(0, missing);
  const stated = [...needed, ...drawn];
  const isSound = draft.stages.every(facts => listContradictions(restrict(facts, stated)).length === 0);
  return isSound ? drawn : [];
}

const isReplicated = ({ decision }: Candidate) => decision === 'partition' || decision === 'else';

const factsOf: Readonly<Record<NumberStep, readonly FactName[]>> = {
  'average-rate': ['users', 'actions_per_user_day'],
  'peak-rate': ['users', 'actions_per_user_day', 'peak_to_average'],
  'stored-bytes': ['users', 'actions_per_user_day', 'item_bytes', 'horizon_years', 'stored_bytes'],
  databases: ['reads_per_s', 'writes_per_s'],
  redis: ['reads_per_s'],
  brokers: ['messages_per_s'],
  shards: ['reads_per_s', 'writes_per_s', 'stored_bytes', ...base],
};

/** What is stated of the parts at the start, and of each twist what it changes. */
export function stateFacts(
  drafts: readonly Draft[],
  pairs: readonly Candidate[],
  numbers: Prompt['numbers'],
  kinds: readonly TwistKind[],
  random: Random,
): { facts: Statement[]; twists: Twist[] } {
  const needs = drafts.map(draft => {
    const needed = listNeeded(draft, pairs, numbers);
    return { draft, needed: new Set([...needed, ...drawIdle(draft, needed, random)]) };
  });
  const facts = needs.flatMap(({ draft, needed }) =>
    factNames.flatMap(fact => {
      const is = draft.stages[0]?.[fact];
      return is === undefined || !needed.has(fact) ? [] : [state(draft, fact, is, random)];
    }),
  );
  const twists = kinds.map((kind, index) => {
    const changes = needs.flatMap(({ draft, needed }) => {
      const [before, after]: [Facts, Facts] = [draft.stages[index] ?? {}, draft.stages[index + 1] ?? {}];
      return factNames.flatMap(fact => {
        const is = after[fact];
        const same = is === undefined || is === before[fact] || !needed.has(fact);
        return same ? [] : [state(draft, fact, is, random)];
      });
    });
    const first = drafts.find(draft => draft.words.id === changes[0]?.part);
    const say = first ? fillWords(kind.say, first.words) : kind.say;
    return { id: kind.id, title: kind.title, say, changes };
  });
  return { facts, twists };
}

/** Steps of the arithmetic that the facts give, different ones before the same of another part. */
export function drawNumbers(drafts: readonly Draft[], most: number, random: Random): Prompt['numbers'] {
  const possible = drafts.flatMap(draft => {
    const facts = draft.stages[0] ?? {};
    return stepsOf(draft, facts)
      .filter(step => expectNumber(step, facts) !== null)
      .map(step => ({ part: draft.words.id, step }));
  });
  const chosen: Prompt['numbers'] = [];
  for (const one of random.shuffle(possible)) {
    if (chosen.length < most && !chosen.some(({ step }) => step === one.step)) chosen.push(one);
  }
  const order: readonly NumberStep[] = numberOrder;
  return chosen.sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
}

const numberOrder = [
  'average-rate',
  'peak-rate',
  'stored-bytes',
  'databases',
  'redis',
  'brokers',
  'shards',
] as const satisfies readonly NumberStep[];

function stepsOf({ role }: Draft, facts: Facts): NumberStep[] {
  if (role === 'log') return ['average-rate', 'stored-bytes', 'databases', 'brokers', 'shards'];
  if (role !== 'pages') return [];
  return isCached(facts) ? ['databases', 'redis'] : ['databases'];
}

/** How many questions a menu holds, and how many of them bring something out. */
export type MenuSize = { questions: number; telling: number };

/**
 * Draws a menu: questions that bring out facts which scored pairs turn on, rather those that move an answer than
 * those that confirm a default, and among them decoys about facts that this prompt does not have. Null where the
 * facts do not give enough.
 */
export function drawMenu(
  drafts: readonly Draft[],
  pairs: readonly Candidate[],
  facts: readonly Statement[],
  size: MenuSize,
  random: Random,
): Question[] | null {
  const stated = new Set(facts.map(nameStatement));
  const asks = drafts.flatMap(draft =>
    topics
      .filter(topic => topic.roles.includes(draft.role))
      .map(topic => {
        const part = draft.words.id;
        const reveals = topic.facts
          .map(fact => nameStatement({ part, fact }))
          .filter(name => stated.has(name));
        const turning = pairs.filter(
          one =>
            one.draft === draft && listRelevantFacts(one.decision).some(fact => topic.facts.includes(fact)),
        );
        const question = { id: `${topic.id}-${part}`, ask: fillWords(topic.ask, draft.words), reveals };
        return { question, weight: turning.filter(one => !one.standsByDefault).length * 2 + turning.length };
      }),
  );
  const telling = random
    .shuffle(asks.filter(({ question, weight }) => question.reveals.length > 0 && weight > 0))
    .sort((a, b) => Number(b.weight > 2) - Number(a.weight > 2))
    .slice(0, size.telling);
  const decoys = random
    .shuffle(asks.filter(({ question }) => question.reveals.length === 0))
    .slice(0, size.questions - telling.length);
  const menu = [...telling, ...decoys].map(({ question }) => question);
  const full = telling.length === size.telling && menu.length === size.questions;
  return full ? random.shuffle(menu) : null;
}

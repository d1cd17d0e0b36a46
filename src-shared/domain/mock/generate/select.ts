import type { Facts } from '../../facts.ts';
import type { Random } from '../../random.ts';
import { isClear } from '../../rules/clearance.ts';
import { listRelevantFacts, programOf, stand, weigh } from '../../rules/decide.ts';
import { type DecisionId, decisionIds, type OptionId } from '../../rules/decisions.ts';
import { standingDefault } from '../../rules/table.ts';
import { isTempting } from '../tempt.ts';
import { decisionsOf, isCached } from './draw.ts';
import type { Role, Words } from './product.ts';

/** A part with its facts at the start and after each twist; a stage that changes nothing holds the same object. */
export type Draft = { role: Role; words: Words; stages: readonly Facts[] };

/** A pair that can be scored: the facts decide it at every stage. */
export type Candidate = {
  draft: Draft;
  decision: DecisionId;
  /** The default is best at the start. */
  standsByDefault: boolean;
  /** For each twist: whether it turns the answer. */
  turned: readonly boolean[];
  /** For each twist: whether it touches what the decision turns on and yet leaves the answer. */
  tempted: readonly boolean[];
};

const afterCaching = listRelevantFacts('caching');
const afterSharding = listRelevantFacts('sharding');

/** The facts that a decision hangs on: those that it turns on, and those by which it arises at all. */
const hangsOn = new Map(
  decisionIds.map(id => {
    const asked = ['invalidation', 'stampede', 'cache-outage'].includes(id) ? afterCaching : [];
    const split = ['shard-key', 'shard-scheme'].includes(id) ? afterSharding : [];
    return [id, [...listRelevantFacts(id), ...asked, ...split, 'replicated' as const]] as const;
  }),
);

/** Whether two sets of facts are the same for a decision; most twists touch little of a part. */
function isAlike(decision: DecisionId, facts: Facts, before: Facts): boolean {
  return facts === before || (hangsOn.get(decision) ?? []).every(name => facts[name] === before[name]);
}

/** The keys that a candidate chooses from, in an order that tells nothing. */
export function listKeys({ keys = [], poorKeys = [] }: Words): OptionId[] {
  return [...keys, ...poorKeys].sort();
}

/** Every pair of a part that can be scored. */
export function listCandidates(draft: Draft): Candidate[] {
  const keys = listKeys(draft.words);
  return decisionsOf[draft.role].flatMap(decision => {
    const answers: string[] = [];
    for (const [index, facts] of draft.stages.entries()) {
      const before = draft.stages[index - 1];
      const answer =
        (before && isAlike(decision, facts, before) ? answers[index - 1] : undefined) ??
        answerOf(decision, facts, keys);
      if (answer === null) return [];
      answers.push(answer);
    }
    const relevant = listRelevantFacts(decision);
    const turned = answers.slice(1).map((answer, twist) => answer !== answers[twist]);
    const tempted = draft.stages.slice(1).map((facts, twist) => {
      const before: Facts = draft.stages[twist] ?? {};
      return !turned[twist] && relevant.some(name => facts[name] !== before[name]);
    });
    const standing = standingDefault(decision);
    const standsByDefault = standing !== null && answers[0]?.split(' ').includes(standing) === true;
    return [{ draft, decision, standsByDefault, turned, tempted }];
  });
}

/** Answers found before: most twists are tried on parts that they leave as they were. */
const found = new WeakMap<Facts, Map<DecisionId, string | null>>();

/** The best options, or null where the facts do not settle the decision well clear of its limits. */
function answerOf(decision: DecisionId, facts: Facts, keys: readonly OptionId[] = []): string | null {
  const answers = found.get(facts) ?? new Map<DecisionId, string | null>();
  found.set(facts, answers);
  let answer = answers.get(decision);
  if (answer === undefined) {
    answer = findAnswer(decision, facts, keys);
    answers.set(decision, answer);
  }
  return answer;
}

function findAnswer(decision: DecisionId, facts: Facts, keys: readonly OptionId[]): string | null {
  if (!isAsked(decision, facts) || !isClear(decision, facts)) return null;
  const { best, settled } = weigh(programOf(decision, keys), facts);
  return settled && best.length > 0 ? best.join(' ') : null;
}

/** Whether a decision arises at all: what comes after a cache, after shards, or with several copies. */
function isAsked(decision: DecisionId, facts: Facts): boolean {
  switch (decision) {
    case 'invalidation':
    case 'stampede':
    case 'cache-outage':
      return isCached(facts);
    case 'shard-key':
    case 'shard-scheme':
      return stand(programOf('sharding'), facts).best.includes('shard');
    case 'partition':
    case 'else':
      return facts.replicated === true;
    default:
      return true;
  }
}

/** Whether what a twist moves draws the candidate to another answer; looked at last, since it takes longest. */
function isDrawing({ draft, decision }: Candidate, twist: number): boolean {
  const [before, after] = [draft.stages[twist], draft.stages[twist + 1]];
  return (
    before !== undefined && after !== undefined && isTempting(before, after, decision, listKeys(draft.words))
  );
}

/** How many pairs a prompt scores, and the bounds that its choice keeps. */
export type Quota = { pairs: number; defaults: number; mostPerPart: number };

/** A twist turns so many scored pairs. */
export const fewestTurned = 2;
export const mostTurned = 4;

/**
 * Chooses pairs within a quota, so that each twist turns two to four and leaves a tempting one, and every part has
 * one; null where the candidates do not allow it.
 */
export function selectPairs(
  candidates: readonly Candidate[],
  twists: number,
  quota: Quota,
  random: Random,
): Candidate[] | null {
  const chosen: Candidate[] = [];
  const count = (test: (one: Candidate) => boolean) => chosen.filter(test).length;
  const fits = (one: Candidate): boolean =>
    !chosen.includes(one) &&
    count(({ standsByDefault }) => standsByDefault === one.standsByDefault) <
      (one.standsByDefault ? quota.defaults : quota.pairs - quota.defaults) &&
    count(({ draft }) => draft === one.draft) < quota.mostPerPart &&
    one.turned.every((turned, twist) => !turned || count(other => other.turned[twist] === true) < mostTurned);
  const order = random.shuffle(candidates);
  const take = (wanted: number, test: (one: Candidate) => boolean): boolean => {
    for (const one of order) {
      if (count(test) >= wanted) return true;
      if (test(one) && fits(one)) chosen.push(one);
    }
    return count(test) >= wanted;
  };
  for (let twist = 0; twist < twists; twist++) {
    if (!take(fewestTurned, one => one.turned[twist] === true)) return null;
    const tempting = order.filter(one => one.tempted[twist]);
    const drawing = tempting.find(one => fits(one) && isDrawing(one, twist));
    if (drawing) chosen.push(drawing);
    else if (!take(1, one => tempting.includes(one))) return null;
  }
  for (const draft of new Set(candidates.map(one => one.draft))) {
    if (!take(1, one => one.draft === draft)) return null;
  }
  return take(quota.pairs, () => true) ? chosen : null;
}

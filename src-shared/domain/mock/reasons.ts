import type { FactName, Facts } from '../facts.ts';
import { listRelevantFacts, programFor, restrict, stand, weigh } from '../rules/decide.ts';
import type { DecisionId, OptionId } from '../rules/decisions.ts';

/** Facts that only mean something together are cited as one. */
const together: readonly (readonly FactName[])[] = [
  ['reads_per_s', 'writes_per_s'],
  ['updates_per_s', 'copies_per_update'],
  ['users', 'actions_per_user_day', 'peak_to_average'],
  ['item_bytes', 'horizon_years', 'stored_bytes'],
  ['path', 'latency_target_ms'],
];

/** At most so many facts may be cited. */
export const MOST_CITED = 3;
/** So many of them may be beside what decides. */
const MOST_SPARE = 1;

/** A group of facts that are cited as one, named by its first. */
export function nameGroup(fact: FactName): FactName {
  return together.find(group => group.includes(fact))?.[0] ?? fact;
}

/** The groups of some facts, each once. */
export function listGroups(facts: readonly FactName[]): FactName[] {
  return [...new Set(facts.map(nameGroup))];
}

/** What reasons a decision has under the facts that are known. All are sets of fact groups. */
export type Reasons = {
  /**
   * Minimal sets that lead to the best options by themselves, while all else is unknown. One empty set where the
   * default stands because nothing moves it.
   */
  sets: readonly (readonly FactName[])[];
  /** Minimal sets that settle the answer: with them known, nothing else could change it. */
  settling: readonly (readonly FactName[])[];
  /** Those that could have moved the default and do not; empty where something else is best. */
  onDefaultSide: readonly FactName[];
};

/** Finds the reasons for the best options of a decision, or for an option that is defensible beside them. */
export function findReasons(
  facts: Facts,
  decision: DecisionId,
  keys: readonly OptionId[] = [],
  option?: OptionId,
): Reasons {
  const program = programFor(facts, decision, keys);
  const known = listRelevantFacts(decision).filter(name => facts[name] !== undefined);
  const groups = listGroups(known);
  const told = new Map(
    groups.map(group => [
      group,
      restrict(
        facts,
        known.filter(name => nameGroup(name) === group),
      ),
    ]),
  );
  const hear = (set: readonly FactName[]): Facts => Object.assign({}, ...set.map(group => told.get(group)));
  const answerFrom = (heard: Facts): string => {
    const { best, options } = stand(program, heard);
    return `${best.join()} ${options.find(one => one.option === option)?.standing}`;
  };
  const answer = answerFrom(hear(groups));
  const sets: FactName[][] = [];
  const settling: FactName[][] = [];
  const bySize = [...groups.keys(), groups.length];
  for (const set of bySize.flatMap(size => listSubsets(groups, size))) {
    const leads = !sets.some(smaller => isWithin(smaller, set));
    const settles = !settling.some(smaller => isWithin(smaller, set));
    if (!leads && !settles) continue;
    const heard = hear(set);
    if (answerFrom(heard) !== answer) continue;
    if (leads) sets.push(set);
    if (settles && weigh(program, heard).settled) settling.push(set);
  }
  return { sets, settling, onDefaultSide: sets[0]?.length === 0 ? groups : [] };
}

const isWithin = (smaller: readonly FactName[], set: readonly FactName[]): boolean =>
  smaller.every(name => set.includes(name));

/** A stated reason: facts, or that nothing known moves the default; null where none was given. */
export type Cited = { facts: readonly FactName[]; nothing: boolean };

/** How a stated reason stands. `aside`: it misses what decides, and brings up what this decision cannot turn on. */
export const reasonStandings = ['none', 'sufficient', 'insufficient', 'aside'] as const;
export type ReasonStanding = (typeof reasonStandings)[number];

/**
 * Weighs a reason. It is sufficient if it contains one minimal deciding set (or as much of it as may be cited) and
 * at most one group beside it: one that leads to the answer while all else is unknown, or one that settles it. For
 * a default that nothing moves, "nothing known speaks against it" is one, and so are the facts that could have moved it.
 */
export function weighReason(cited: Cited, decision: DecisionId, reasons: Reasons): ReasonStanding {
  const groups = listGroups(cited.facts);
  const byDefault = reasons.sets.some(set => set.length === 0);
  if (groups.length === 0) {
    if (!cited.nothing) return 'none';
    return byDefault ? 'sufficient' : 'insufficient';
  }
  const spare = [...(byDefault ? [reasons.onDefaultSide] : reasons.sets), ...reasons.settling].flatMap(
    set => {
      const hit = groups.filter(name => set.includes(name)).length;
      const enough = set.length > 0 && hit >= Math.min(MOST_CITED, set.length);
      return enough ? [groups.length - hit] : [];
    },
  );
  if (spare.length > 0) {
    const fits = Math.min(...spare) <= MOST_SPARE && groups.length <= MOST_CITED && !cited.nothing;
    return fits ? 'sufficient' : 'insufficient';
  }
  const relevant = listGroups(listRelevantFacts(decision));
  return groups.every(name => relevant.includes(name)) ? 'insufficient' : 'aside';
}

function listSubsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    listSubsets(items.slice(index + 1), size - 1).map(rest => [item, ...rest]),
  );
}

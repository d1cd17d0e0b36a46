import type { FactName, Facts } from '../facts.ts';
import { listRelevantFacts, programOf, restrict, weigh } from '../rules/decide.ts';
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

/** A group of facts that are cited as one, named by its first. */
export function nameGroup(fact: FactName): FactName {
  return together.find(group => group.includes(fact))?.[0] ?? fact;
}

/** The groups of some facts, each once. */
export function listGroups(facts: readonly FactName[]): FactName[] {
  return [...new Set(facts.map(nameGroup))];
}

/** What reasons a decision has under the facts that are known. */
export type Reasons = {
  /**
   * Minimal sets of fact groups that lead to the best options by themselves, while all else is unknown. One empty
   * set where the default stands because nothing moves it.
   */
  sets: readonly (readonly FactName[])[];
  /** Groups that could have moved the default and do not; empty where something else is best. */
  onDefaultSide: readonly FactName[];
};

/** Finds the reasons for the best options of a decision, or for an option that is defensible beside them. */
export function findReasons(
  facts: Facts,
  decision: DecisionId,
  keys: readonly OptionId[] = [],
  option?: OptionId,
): Reasons {
  const program = programOf(decision, keys);
  const outcome = (known: Facts): string => {
    const { best, options } = weigh(program, known);
    return `${best.join()} ${options.find(one => one.option === option)?.standing}`;
  };
  const wanted = outcome(facts);
  const known = listRelevantFacts(decision).filter(name => facts[name] !== undefined);
  const groups = listGroups(known);
  const sets: FactName[][] = [];
  for (let size = 0; size <= groups.length; size++) {
    for (const set of listSubsets(groups, size)) {
      if (sets.some(smaller => smaller.every(name => set.includes(name)))) continue;
      const names = known.filter(name => set.includes(nameGroup(name)));
      if (outcome(restrict(facts, names)) === wanted) sets.push(set);
    }
  }
  return { sets, onDefaultSide: sets[0]?.length === 0 ? groups : [] };
}

/** A stated reason: facts, or that nothing known moves the default; null where none was given. */
export type Cited = { facts: readonly FactName[]; nothing: boolean };

/**
 * Whether a reason is sufficient: it contains one minimal deciding set (or as much of it as may be cited) and at
 * most one group beside it. For a default that nothing moves, "nothing known moves this" is one, and so is citing
 * facts that could have moved it.
 */
export function isSufficient(cited: Cited, reasons: Reasons): boolean {
  const groups = listGroups(cited.facts);
  if (groups.length > MOST_CITED) return false;
  if (reasons.sets.some(set => set.length === 0)) {
    if (cited.nothing) return groups.length === 0;
    const aside = groups.filter(name => !reasons.onDefaultSide.includes(name));
    const needed = Math.min(MOST_CITED, reasons.onDefaultSide.length);
    return needed > 0 && groups.length - aside.length >= needed && aside.length === 0;
  }
  return reasons.sets.some(set => {
    const needed = Math.min(MOST_CITED, set.length);
    const hit = groups.filter(name => set.includes(name)).length;
    return hit >= needed && groups.length - hit <= 1;
  });
}

function listSubsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    listSubsets(items.slice(index + 1), size - 1).map(rest => [item, ...rest]),
  );
}

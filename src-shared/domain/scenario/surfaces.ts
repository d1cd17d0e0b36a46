import { type FactName, type Facts, factNames, factsSchema } from '../facts.ts';
import { isClear } from '../rules/clearance.ts';
import { programOf, weigh } from '../rules/decide.ts';
import type { OptionId } from '../rules/decisions.ts';
import type { CaseValue, ScenarioSpec } from './spec.ts';

/** A fact's value with the sentences in which a person may hear it. */
export type Case = { value: CaseValue; sayings: readonly string[] };

/** One set of facts that a scenario can show. */
export type Combination = {
  /** The case taken of each fact that varies. */
  cases: ReadonlyMap<FactName, Case>;
  /** The fixed facts and those that vary. */
  facts: Facts;
  /** The one offered option that holds. */
  answer: OptionId;
  /** Another value of one single fact leads to another answer. */
  nearMiss: boolean;
};

/** More sets of facts than this make a card slow to draw. */
export const MOST_COMBINATIONS = 600;

/** How many sets of facts the cases make, sound or not. */
export function countCombinations(spec: ScenarioSpec): number {
  return listCases(spec.facts).reduce((product, [, cases]) => product * cases.length, 1);
}

/**
 * Every sound set of facts of a scenario: the facts settle the decision, exactly one offered option is best and
 * the others are wrong, and every number is clear of its limit.
 */
export function listCombinations(spec: ScenarioSpec): Combination[] {
  const varying = listCases(spec.facts);
  const sound = new Map<string, Omit<Combination, 'nearMiss'>>();
  for (const picks of listPicks(varying.map(([, cases]) => cases.length))) {
    const cases = new Map(
      varying.flatMap(([name, all], index) => {
        const one = all[picks[index] ?? 0];
        return one ? [[name, one] as const] : [];
      }),
    );
    const facts = assembleFacts(spec.fixed, cases);
    const answer = findAnswer(spec, facts);
    if (answer !== null) sound.set(picks.join(), { cases, facts, answer });
  }
  return [...sound].map(([key, one]) => ({
    ...one,
    nearMiss: listNeighbours(
      key.split(',').map(Number),
      varying.map(([, cases]) => cases.length),
    ).some(neighbour => {
      const other = sound.get(neighbour);
      return other !== undefined && other.answer !== one.answer;
    }),
  }));
}

/** Facts that take different values in two combinations. */
export function listChanges(from: Combination, to: Combination): FactName[] {
  return [...to.cases]
    .filter(([name, { value }]) => from.cases.get(name)?.value !== value)
    .map(([name]) => name);
}

/** The cases of each fact, `any` spread out into one case a value. */
export function listCases(facts: ScenarioSpec['facts']): [FactName, Case[]][] {
  const listed: [FactName, Case[]][] = [];
  for (const name of factNames) {
    const cases = facts[name]?.flatMap(one => {
      const sayings = typeof one.say === 'string' ? [one.say] : one.say;
      return ('any' in one ? one.any : [one.is]).map(value => ({ value, sayings }));
    });
    if (cases) listed.push([name, cases]);
  }
  return listed;
}

function assembleFacts(fixed: ScenarioSpec['fixed'], cases: Combination['cases']): Facts {
  return factsSchema.parse({
    ...fixed,
    ...Object.fromEntries([...cases].map(([name, { value }]) => [name, value])),
  });
}

function findAnswer({ decision, options }: ScenarioSpec, facts: Facts): OptionId | null {
  const verdict = weigh(programOf(decision, options), facts);
  if (!verdict.settled || !isClear(decision, facts)) return null;
  const offered = verdict.options.filter(({ option }) => options.includes(option));
  const standing = offered.filter(({ standing }) => standing !== 'wrong');
  const [only] = standing;
  return only && standing.length === 1 && only.standing === 'best' ? only.option : null;
}

/** All ways to pick one of each, as positions. */
function listPicks(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (picks, size) => picks.flatMap(pick => Array.from({ length: size }, (_, index) => [...pick, index])),
    [[]],
  );
}

/** The picks that differ in one place. */
function listNeighbours(picks: readonly number[], sizes: readonly number[]): string[] {
  return picks.flatMap((pick, place) =>
    Array.from({ length: sizes[place] ?? 0 }, (_, other) => other)
      .filter(other => other !== pick)
      .map(other => picks.with(place, other).join()),
  );
}

import type { FactName, Facts } from '../facts.ts';
import { createRandom, type Random } from '../random.ts';
import { decide } from '../rules/decide.ts';
import { type DecisionId, labelOption, type OptionId } from '../rules/decisions.ts';
import { capitalize, describeFact, formatFact, joinClauses } from '../rules/describe.ts';
import { explain, writeExplanation, writeFlip } from '../rules/explain.ts';
import { type Flip, findFlip, weighChange } from '../rules/flip.ts';
import type { ScenarioSpec } from './spec.ts';
import { type Case, type Combination, listCases, listChanges, listCombinations } from './surfaces.ts';

/** A scenario as it is shown once. Texts are Markdown. */
export type Surface = {
  /** The interviewer's opening. */
  product: string;
  /** What the interviewer says, a fact a line, in a drawn order. */
  lines: string[];
  ask: string;
  /** In drawn order. `rightIf`: for a wrong option what would have to be true; null for the right one. */
  options: { id: OptionId; text: string; right: boolean; rightIf: string | null }[];
  /** The facts that decide and the rule's reason. */
  because: string;
  /** The smallest change of one fact that turns the answer, as a sentence; null where none does. */
  flip: string | null;
  facts: Facts;
  nearMiss: boolean;
};

/** Of the showings of an answer that has both, this share is one fact from turning. */
const NEAR_MISS_SHARE = 0.6;
/** At most so many facts that decide nothing are told. */
const MOST_DECOYS = 2;

/**
 * Draws a surface: first which option shall be right, each as often as the others, then the facts, the product and
 * the words. The same card and seed give the same surface. Throws a RangeError where no facts of the card decide.
 */
export function drawSurface(spec: ScenarioSpec, seed: number): Surface {
  const random = createRandom(seed);
  const combinations = listCombinations(spec);
  const drawn = drawCombination(combinations, random);
  const { facts, answer, nearMiss } = drawn;
  const product = random.pick(spec.products);
  const decoys = random
    .shuffle(listCases(spec.decoys))
    .slice(0, MOST_DECOYS)
    .map(([name, cases]) => [name, random.pick(cases)] as const);
  const verdict = decide(facts, spec.decision, spec.options);
  const because = explain(verdict, facts, answer);
  const flip = findFlip(facts, spec.decision, spec.options);
  const options = random.shuffle(spec.options).map(id => ({
    id,
    text: capitalize(labelOption(spec.decision, id)),
    right: id === answer,
    rightIf: id === answer ? null : describeTurn(drawn, id, combinations),
  }));
  return {
    product: product.opening,
    lines: random
      .shuffle([...drawn.cases, ...decoys])
      .map(([name, one]) => say(name, one, product.words, random)),
    ask: spec.ask,
    options,
    because: because ? writeExplanation(because) : '',
    flip: flip && tellFlip(flip, spec.decision, options),
    facts,
    nearMiss,
  };
}

function drawCombination(combinations: readonly Combination[], random: Random): Combination {
  const answers = [...new Set(combinations.map(({ answer }) => answer))].sort();
  const answer = random.pick(answers);
  const wantsNear = random.next() < NEAR_MISS_SHARE;
  const matching = combinations.filter(one => one.answer === answer);
  const wanted = matching.filter(({ nearMiss }) => nearMiss === wantsNear);
  return random.pick(wanted.length > 0 ? wanted : matching);
}

/** A fact in the words of a product: `{word}` stands for the product's own, `{v}` for the value with its unit. */
function say(
  name: FactName,
  { value, sayings }: Case,
  words: Readonly<Record<string, string>>,
  random: Random,
) {
  const told: Readonly<Record<string, string>> = { ...words, v: formatFact(name, value) };
  return random.pick(sayings).replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, word: string) => told[word] ?? whole);
}

/**
 * The fewest facts that would have to differ for another option to hold, moved as little as the card can move
 * them, as a clause that follows "if".
 */
function describeTurn(from: Combination, to: OptionId, combinations: readonly Combination[]): string | null {
  const [nearest] = combinations
    .filter(({ answer }) => answer === to)
    .map(other => {
      const changes = listChanges(from, other);
      return { other, changes, distance: weighChanges(from.facts, other.facts, changes) };
    })
    .sort((a, b) => a.changes.length - b.changes.length || a.distance - b.distance);
  if (!nearest) return null;
  return joinClauses(
    nearest.changes.flatMap(name => {
      const value = nearest.other.facts[name];
      return value === undefined ? [] : [describeFact(name, value)];
    }),
  );
}

function weighChanges(from: Facts, to: Facts, names: readonly FactName[]): number {
  return names.reduce((sum, name) => {
    const [was, is] = [from[name], to[name]];
    return was === undefined || is === undefined ? sum : sum + weighChange(name, was, is);
  }, 0);
}

/** Tells a flip only where it says more than the options' own conditions: where a limit lies. */
function tellFlip(flip: Flip, decision: DecisionId, options: Surface['options']): string | null {
  const told = options.some(({ rightIf }) => rightIf === describeFact(flip.fact, flip.to));
  return told ? null : writeFlip(flip, decision);
}

import { decide } from '../rules/decide.ts';
import type { DecisionId, OptionId } from '../rules/decisions.ts';
import { keyOf } from './attempt.ts';
import type { DecisionVerdict } from './judge.ts';
import type { Prompt } from './prompt.ts';
import { gatherFacts } from './stage.ts';

/** Points of each section out of 100. A prompt without a section shares its points among the others. */
export const weights = { clarify: 10, numbers: 15, decisions: 55, twists: 20 } as const;
export type Section = keyof typeof weights;

/** A decision that depends on another of the same part; such dependents weigh as much as their parent together. */
const parents: Partial<Record<DecisionId, DecisionId>> = {
  invalidation: 'caching',
  stampede: 'caching',
  'cache-outage': 'caching',
  'shard-key': 'sharding',
  'shard-scheme': 'sharding',
  'api-style': 'protocol',
};

/** The sides that say the same of consistency, whatever happens to the network. */
const strongSides: readonly OptionId[] = ['strong', 'consistency'];

/** At the open level, raising what the facts do not call for costs this much of a decision. */
const NEEDLESS = 0.25;

/** What is scored, with its points in hundredths, so that every breakdown sums to the total exactly. */
export type Item = { section: Section; stage: number; of: number; points: number; label: string };

/** Something that is scored: its weight within its section and the share of it that was earned. */
export type Weighed = { section: Section; stage: number; weight: number; credit: number; label: string };

/** Verdicts of one stage with their weights: dependents of one choice weigh 1 together. */
export function weighDecisions(
  section: Section,
  prompt: Prompt,
  verdicts: readonly DecisionVerdict[],
): Weighed[] {
  const chains = verdicts.map(one => nameChain(prompt, one));
  return verdicts.map(({ stage, part, decision, credit }, index) => {
    const chain = chains[index];
    const together = chain === null ? 1 : chains.filter(other => other === chain).length;
    return { section, stage, weight: 1 / together, credit, label: keyOf(part, decision) };
  });
}

/**
 * The choice that a decision depends on, if it depends on one. The choices during a partition and without one
 * depend on consistency only where they coincide with it: else they are decisions of their own.
 */
function nameChain(prompt: Prompt, { part, decision, stage, expected }: DecisionVerdict): string | null {
  if (decision !== 'partition' && decision !== 'else') {
    const parent = parents[decision];
    return parent === undefined ? null : `${stage} ${keyOf(part, parent)}`;
  }
  const model = decide(gatherFacts(prompt, part, stage), 'consistency').best;
  const isStrong = (best: readonly OptionId[]) => best.some(option => strongSides.includes(option));
  return isStrong(model) === isStrong(expected.best) ? `${stage} ${keyOf(part, 'consistency')}` : null;
}

/** What was raised for nothing takes a quarter of a decision each from what the decisions earned, and no more. */
export function chargeNeedless(
  items: readonly Item[],
  weighed: readonly Weighed[],
  needless: readonly { part: string; decision: DecisionId }[],
): Item[] {
  const own = items.filter(({ section }) => section === 'decisions');
  const weight = weighed
    .filter(({ section }) => section === 'decisions')
    .reduce((total, one) => total + one.weight, 0);
  const price = Math.round((NEEDLESS * own.reduce((total, { of }) => total + of, 0)) / weight);
  let left = own.reduce((total, { points }) => total + points, 0);
  return needless.map(({ part, decision }) => {
    const paid = Math.min(left, price);
    left -= paid;
    return {
      section: 'decisions',
      stage: 0,
      of: 0,
      points: paid === 0 ? 0 : -paid,
      label: keyOf(part, decision),
    };
  });
}

/** Shares 10,000 hundredths among the items: by section, and in it by weight, to the last hundredth. */
export function divide(weighed: readonly Weighed[]): Item[] {
  const present = [...new Set(weighed.map(({ section }) => section))];
  const all = present.reduce((total, section) => total + weights[section], 0);
  const exact = weighed.map(({ section, weight }) => {
    const beside = weighed
      .filter(one => one.section === section)
      .reduce((total, one) => total + one.weight, 0);
    return (10_000 * weights[section] * weight) / (all * beside);
  });
  const whole = exact.map(Math.floor);
  const left = 10_000 - whole.reduce((total, one) => total + one, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, weighed.length === 0 ? 0 : left);
  for (const { index } of order) whole[index] = (whole[index] ?? 0) + 1;
  return weighed.map(({ section, stage, credit, label }, index) => {
    const of = whole[index] ?? 0;
    return { section, stage, of, points: Math.round(of * credit), label };
  });
}

/** Points and their most, of 100. */
export function sum(items: readonly Item[]): { points: number; of: number } {
  const add = (field: 'points' | 'of') => items.reduce((total, item) => total + item[field], 0) / 100;
  return { points: add('points'), of: add('of') };
}

import { createRandom, hash32, type Random } from '../random.ts';
import type { DecisionId } from '../rules/decisions.ts';
import { standingDefault } from '../rules/table.ts';
import { expectPair } from './expect.ts';
import type { Pair, Prompt } from './prompt.ts';
import { drawDecision, nameProduct, type QuickDecision } from './quick.ts';

/** A place among the ten: what is decided, and whether the default holds. */
type Place = { decision: DecisionId; stands: boolean };

const place = (decision: DecisionId, stands: boolean): Place => ({ decision, stands });

/**
 * The ten of the diagnostic. They cover the six topics, and come back to sharding, caching and consistency from
 * both sides, since a habit shows only where a decision is met more than once.
 */
const places: readonly Place[] = [
  place('protocol', false),
  place('sharding', true),
  place('sharding', true),
  place('sharding', false),
  place('caching', true),
  place('caching', false),
  place('consistency', true),
  place('consistency', false),
  place('storage', true),
  place('latency-budget', false),
];

/**
 * The ten decisions of the diagnostic, in a drawn order: the same seed gives the same ones. Each is of another
 * product, and none decides what the one before it did.
 */
export function drawDiagnostic(seed: number): QuickDecision[] {
  const random = createRandom(hash32(`diagnostic ${seed}`));
  const met = new Set<string>();
  return mix(random).map(wanted => {
    const drawn = drawDecision(
      random,
      (prompt, pair) => !met.has(nameProduct(prompt)) && fits(prompt, pair, wanted),
    );
    met.add(drawn.product);
    return drawn;
  });
}

/** The places in a drawn order in which no decision follows itself. */
function mix(random: Random): readonly Place[] {
  const order = random.shuffle(places);
  const isMixed = order.every(({ decision }, index) => decision !== order[index - 1]?.decision);
  return isMixed ? order : mix(random);
}

function fits(prompt: Prompt, pair: Pair, { decision, stands }: Place): boolean {
  if (pair.decision !== decision) return false;
  const { best, wrong } = expectPair(prompt, pair);
  const standing = standingDefault(decision);
  // Where no option is wrong, an answer says nothing.
  return wrong.length > 0 && stands === (standing !== null && best.includes(standing));
}

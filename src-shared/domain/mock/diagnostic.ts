import { createRandom, hash32, type Random } from '../random.ts';
import type { DecisionId } from '../rules/decisions.ts';
import { standingDefault } from '../rules/table.ts';
import { expectPair } from './expect.ts';
import type { Pair, Prompt } from './prompt.ts';
import { canMiss, drawPrompt, isolate, type QuickDecision } from './quick.ts';

/** A place among the ten: what is decided, and whether the default holds. */
type Place = { decision: DecisionId; stands: boolean };

const place = (decision: DecisionId, stands: boolean): Place => ({ decision, stands });

/**
 * The ten of the first evening. They cover the six topics, and come back to sharding, caching and consistency from
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

/** A prompt that lacks the place is drawn anew, so often at most; about one in three has it. */
const MOST_DRAWS = 1_000;

/** The ten decisions of the diagnostic, in a drawn order: the same seed gives the same ones. */
export function drawDiagnostic(seed: number): QuickDecision[] {
  const random = createRandom(hash32(`diagnostic ${seed}`));
  return random.shuffle(places).map(one => drawPlace(one, random));
}

function drawPlace(wanted: Place, random: Random): QuickDecision {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const prompt = drawPrompt(random);
    const pair = prompt.score.find(one => fits(prompt, one, wanted));
    if (pair) return isolate(prompt, pair, random);
  }
  throw new RangeError(`no prompt asks for ${wanted.decision}`);
}

function fits(prompt: Prompt, pair: Pair, { decision, stands }: Place): boolean {
  if (pair.decision !== decision || !canMiss(prompt, pair)) return false;
  const standing = standingDefault(decision);
  return stands === (standing !== null && expectPair(prompt, pair).best.includes(standing));
}

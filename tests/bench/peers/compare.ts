import fs from 'node:fs';
import path from 'node:path';
import { compare, type Ratio, type Spread, spreadTimes, type Taken } from '../measure.ts';
import type { OperationName, Timed } from './protocol.ts';
import type { Side } from './sides.ts';

/** One operation at one size, by all programs that can do it. The first side is ours. */
export type Compared = {
  op: OperationName;
  cards: number;
  sides: Record<string, { spread: Spread; results: (number | null)[] }>;
  /** Our time over that of another side, by the medians of each round: the middle one and the two ends. */
  ratios: Record<string, Ratio>;
};

/** How often an operation is timed in each round. What takes long is done once. */
const often: Record<OperationName, number> = {
  open: 3,
  counts: 10,
  next: 10,
  answer: 20,
  undo: 10,
  search: 10,
  plots: 1,
  statistics: 1,
  export: 1,
  import: 1,
  check: 1,
};
/** No further round begins once all have taken so long, in ms; each side had two by then. */
const longEnoughMs = 15_000;

/** Times an operation by all sides in turns, so that whatever else the machine does falls on all. */
export async function comparePeers(
  sides: readonly Side[],
  op: OperationName,
  ground: { folder: string; words: readonly string[]; cards: number },
  rounds: number,
): Promise<Compared> {
  const able: Side[] = [];
  for (const side of sides) {
    const { can } = await side.begin(op, path.join(ground.folder, side.name), ground.words);
    if (can) able.push(side);
  }
  const taken = new Map<string, Timed[]>(able.map(({ name }) => [name, []]));
  const start = performance.now();
  for (let round = 0; round < rounds + 1; round++) {
    if (round > 2 && performance.now() - start > longEnoughMs) break;
    for (const side of able) {
      const timed = await side.time(often[op]);
      // The first round is for warming up.
      if (round > 0) taken.get(side.name)?.push(timed);
    }
  }
  for (const side of able) await side.end();
  fs.rmSync(ground.folder, { recursive: true, force: true });
  return { op, cards: ground.cards, ...summarise(taken) };
}

function summarise(taken: ReadonlyMap<string, readonly Timed[]>): Pick<Compared, 'sides' | 'ratios'> {
  const [[, ownRounds] = ['', []], ...others] = [...taken];
  const ratios = others.map(([name, rounds]) => {
    const pairs: Taken[] = ownRounds.map((round, index) => ({
      product: round.times,
      floor: rounds[index]?.times ?? [],
    }));
    return [name, compare(pairs, true).ratio] as const;
  });
  const sides = [...taken].map(([name, rounds]) => [
    name,
    {
      spread: spreadTimes(rounds.flatMap(({ times }) => times)),
      results: rounds[0]?.results ?? [],
    },
  ]);
  return {
    sides: Object.fromEntries(sides),
    ratios: Object.fromEntries(ratios.flatMap(([name, ratio]) => (ratio ? [[name, ratio]] : []))),
  };
}

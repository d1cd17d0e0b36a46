import fs from 'node:fs';
import path from 'node:path';
import { createRandom, hash32 } from '../../src-shared/domain/random.ts';
import type { FuzzedParser, Verdict } from './fuzzed.ts';

/** What a parser did with many inputs. */
export type Tally = { tries: number; read: number; refused: number; failures: Failure[] };
/** An input that a parser neither read nor refused as it should; the same `seed` and `n` make it again. */
export type Failure = { parser: string; seed: number; n: number; what: string };

export type Trial = {
  seed: number;
  /** The first input, and how many. The first of all are the sound ones as they are. */
  from: number;
  tries: number;
  /** An empty folder. */
  folder: string;
  /** Hears which input comes next, before it is read, and how it went so far. */
  before?(n: number, tally: Tally): void;
  /** Hears of each failure, with its input. */
  failed?(failure: Failure, input: Buffer): void;
};

/** Most changes of one input. */
const mostChanges = 4;

/** The input of a number: always the same. */
export function makeInput(parser: FuzzedParser, seeds: readonly Buffer[], seed: number, n: number): Buffer {
  const sound = seeds[n];
  if (sound) return sound;
  const random = createRandom(hash32(`${parser.name} ${seed} ${n}`));
  let input = random.pick(seeds);
  for (let changes = 1 + Math.floor(mostChanges * random.next() ** 2); changes > 0; changes--)
    input = keepSmall(input, parser.mutate(input, seeds, random));
  return input;
}

/** Longest input that mutations grow to, in bytes: beyond it a fault only takes longer to show. */
const longest = 8_000;

const keepSmall = (before: Buffer, after: Buffer): Buffer =>
  after.length <= Math.max(longest, before.length) ? after : before;

/** Gives a parser many inputs, one after another. After a failure it begins anew, so that one is not told as many. */
export async function tryParser(parser: FuzzedParser, trial: Trial): Promise<Tally> {
  const { seed, from, tries, folder, before, failed } = trial;
  const tally: Tally = { tries: 0, read: 0, refused: 0, failures: [] };
  const seeds = await parser.seeds();
  let opened = 0;
  const open = () => {
    const own = path.join(folder, String(opened++));
    fs.mkdirSync(own, { recursive: true });
    return parser.open(own);
  };
  let subject = await open();
  try {
    for (let n = from; n < from + tries; n++) {
      before?.(n, tally);
      tally.tries++;
      const input = makeInput(parser, seeds, seed, n);
      try {
        const verdict: Verdict = await subject.read(input);
        tally[verdict]++;
        if (verdict === 'refused' && n < seeds.length) throw new Error('a sound input was refused');
      } catch (error) {
        const failure = { parser: parser.name, seed, n, what: tell(error) };
        tally.failures.push(failure);
        failed?.(failure, input);
        subject.close();
        subject = await open();
      }
    }
  } finally {
    subject.close();
  }
  return tally;
}

function tell(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : `thrown: ${String(error)}`;
}

import type { Random } from '../../../src-shared/domain/random.ts';
import type { Mutate } from '../fuzzed.ts';

/** Longest input that a mutator grows to, in bytes: beyond it a fault only takes longer to show. */
const longest = 20_000;

/** Numbers at the ends of the ranges in which programs keep them. */
export const extremes = [
  0,
  -0,
  1,
  -1,
  0.1,
  255,
  256,
  65_535,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2 ** 53 + 2,
  8.64e15,
  8.640_000_001e15,
  1e21,
  5e-324,
  1e308,
  -1e308,
] as const;

const raw: readonly Mutate[] = [
  /** Flips one bit. */
  (input, _others, random) => {
    const changed = Buffer.from(input);
    const at = random.int(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.int(8));
    return changed;
  },
  /** Another byte, of those that mean something in many formats. */
  (input, _others, random) => {
    const changed = Buffer.from(input);
    changed[random.int(changed.length)] = random.pick([
      0, 0x0a, 0x20, 0x22, 0x7f, 0x80, 0xc0, 0xef, 0xfe, 0xff,
    ]);
    return changed;
  },
  /** Cut at an end or out of the middle. */
  (input, _others, random) => {
    const [from, to] = span(input.length, random);
    return random.pick([input.subarray(0, from), input.subarray(to), cutOut(input, from, to)]);
  },
  /** A part twice, or many times. */
  (input, _others, random) => {
    const [from, to] = span(input.length, random);
    const part = input.subarray(from, to);
    const times = Math.min(random.pick([1, 2, 50, 2000]), Math.ceil(longest / Math.max(1, part.length)));
    return Buffer.concat([
      input.subarray(0, to),
      ...Array.from({ length: times }, () => part),
      input.subarray(to),
    ]);
  },
  /** The beginning of one with the end of another. */
  (input, others, random) => {
    const other = random.pick(others);
    return Buffer.concat([
      input.subarray(0, random.int(input.length + 1)),
      other.subarray(random.int(other.length + 1)),
    ]);
  },
  /** A part of another put in. */
  (input, others, random) => {
    const other = random.pick(others);
    const at = random.int(input.length + 1);
    return Buffer.concat([
      input.subarray(0, at),
      other.subarray(...span(other.length, random)),
      input.subarray(at),
    ]);
  },
  /** A part filled with one byte. */
  (input, _others, random) => {
    const changed = Buffer.from(input);
    return changed.fill(random.pick([0, 0xff, 0x20]), ...span(input.length, random));
  },
  /** Four bytes as one of the numbers at which lengths go wrong. */
  (input, _others, random) => {
    if (input.length < 4) return input;
    const changed = Buffer.from(input);
    changed.writeUInt32LE(
      random.pick([0, 1, 0x7fffffff, 0x80000000, 0xffffffff, input.length]),
      random.int(input.length - 3),
    );
    return changed;
  },
];

/** Changes bytes, whatever they mean. */
export const mutateBytes: Mutate = (input, others, random) => {
  if (input.length === 0) return random.pick(others);
  return random.pick(raw)(input, others, random).subarray(0, longest);
};

/** A short piece mostly, sometimes a long one. */
export function span(length: number, random: Random): [number, number] {
  const from = random.int(length + 1);
  const reach = random.next() < 0.7 ? 16 : length;
  return [from, Math.min(length, from + 1 + random.int(Math.max(1, reach)))];
}

function cutOut(input: Buffer, from: number, to: number): Buffer {
  return Buffer.concat([input.subarray(0, from), input.subarray(to)]);
}

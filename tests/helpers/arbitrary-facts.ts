import fc from 'fast-check';
import {
  type FactName,
  type Facts,
  factMeta,
  factNames,
  factsSchema,
  hops,
} from '../../src-shared/domain/facts.ts';

/** Amounts on, just beside and far from the limits, alone and as ratios of each other. */
const amounts = [
  0, 0.5, 0.99, 1, 1.01, 2, 5, 5.01, 9.9, 10, 10.1, 19.9, 20, 21, 30, 30.1, 50, 51, 59, 60, 61, 80, 99, 100,
  101, 500, 990, 1_000, 5_000, 5_100, 9_900, 10_000, 49_000, 50_000, 50_100, 100_000, 480_000, 500_000,
  505_000, 1_000_000, 10_000_000, 10e12, 10.1e12, 1e15,
];
const counts = [0, 1, 2, 3, 4, 5, 8, 99, 100, 101, 99_999, 100_000, 1_000_000];
const keys = ['user-id', 'post-id', 'country'];

function arbitraryValue(name: FactName): fc.Arbitrary<unknown> {
  const meta = factMeta[name];
  switch (meta.kind) {
    case 'enum':
      return fc.constantFrom(...Object.keys(meta.says));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.constantFrom(...(meta.whole ? counts : amounts));
    case 'key':
      return fc.constantFrom(...keys);
    case 'path':
      return fc.array(fc.constantFrom(...hops), { minLength: 1, maxLength: 6 });
  }
}

const values = Object.fromEntries(factNames.map(name => [name, arbitraryValue(name)]));
const pileUp = ['users', 'actions_per_user_day', 'item_bytes', 'horizon_years'];

/**
 * All that can be known of a part at once. Its size is either stated or follows from its users: what stands
 * against itself is nobody's facts.
 */
export const arbitraryWorld: fc.Arbitrary<Facts> = fc
  .tuple(fc.record(values), fc.boolean())
  .map(([facts, stated]) => {
    const left = stated ? pileUp : ['stored_bytes'];
    return factsSchema.parse(
      Object.fromEntries(Object.entries(facts).filter(([name]) => !left.includes(name))),
    );
  });

/** Some of the facts of a world, in their order. */
export function arbitraryPart(world: Facts): fc.Arbitrary<Facts> {
  const entries = Object.entries(world);
  return fc.oneof(
    fc.subarray(entries).map(some => factsSchema.parse(Object.fromEntries(some))),
    // Nearly all or nearly nothing is known more often than chance has it.
    fc.subarray(entries, { maxLength: 4 }).map(some => factsSchema.parse(Object.fromEntries(some))),
    fc
      .subarray(entries, { minLength: entries.length - 3 })
      .map(some => factsSchema.parse(Object.fromEntries(some))),
  );
}

/** Any facts, known in part. */
export const arbitraryFacts = arbitraryWorld.chain(arbitraryPart);

import { is, readBy } from '../conditions.ts';
import type { OptionId } from '../decisions.ts';
import { type Row, tabulate } from '../row.ts';
import { overloaded, oversized } from './shared.ts';

const math = ['scale.math', 'throughput.database'] as const;
const sharding = tabulate('sharding', { none: math, shard: math }, [
  {
    id: 'load',
    option: 'shard',
    strength: 'best',
    when: overloaded,
    because: 'One well-tuned database takes up to {database.rate}.',
  },
  {
    id: 'size',
    option: 'shard',
    strength: 'best',
    when: oversized,
    because: 'Past about {database.size} one server is too slow to back up, restore and index.',
    names: ['scale.math'],
  },
  {
    id: 'default',
    option: 'none',
    strength: 'best',
    when: 'otherwise',
    because: 'One well-tuned server takes up to {database.rate} and about {database.size}.',
  },
]);

const shardScheme = tabulate(
  'shard-scheme',
  { 'hash-modulo': ['scale.hash'], 'consistent-hashing': ['scale.consistent'] },
  [
    {
      id: 'fleet-moves',
      option: 'consistent-hashing',
      strength: 'best',
      when: is('fleet_changes', 'weekly', 'automatic'),
      because: 'Adding or removing a node moves only its range of the ring.',
    },
    {
      id: 'default',
      option: 'hash-modulo',
      strength: 'best',
      when: 'otherwise',
      because: 'It spreads keys evenly, and the rare change of nodes can be planned.',
    },
  ],
);

/** Sharding and the scheme. */
export const scalingRows = [...sharding, ...shardScheme];

/** The rows of `shard-key`, one for each key of the prompt. */
export function tabulateShardKeys(keys: readonly OptionId[]): Row[] {
  return tabulate(
    'shard-key',
    {},
    keys.map(key => ({
      id: key,
      option: key,
      strength: 'best',
      when: readBy(key),
      because: 'The main read then finds all it needs on one shard.',
      names: ['scale.shardkey'],
    })),
  );
}

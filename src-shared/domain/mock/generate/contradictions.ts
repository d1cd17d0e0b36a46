import type { Facts } from '../../facts.ts';
import { isCached, ratePeak } from './draw.ts';

/** How far a stated rate may be from what users and actions make. */
const SLACK = 0.05;

/** What stands against itself in the facts of one part, in words; none where they can all be true at once. */
export function listContradictions(facts: Facts): string[] {
  return rules.filter(({ broken }) => broken(facts)).map(({ says }) => says);
}

const hurts = ({ stale_read_harm: harm }: Facts) => harm === 'money' || harm === 'stock';

const rules: readonly { says: string; broken(facts: Facts): boolean }[] = [
  {
    says: 'one key is read more often than all together',
    broken: ({ hottest_key_reads_per_s: hottest = 0, reads_per_s: reads = hottest }) => hottest > reads,
  },
  {
    says: 'a stale read does harm, and old data are accepted',
    broken: facts => hurts(facts) && (facts.staleness_tolerated_s ?? 0) >= 1,
  },
  {
    says: 'a stale read harms nobody, and must not be a second old',
    broken: facts => facts.stale_read_harm === 'none' && (facts.staleness_tolerated_s ?? 1) < 1,
  },
  {
    says: 'copied values change more often than anything is written',
    broken: ({ updates_per_s: updates = 0, writes_per_s: writes = updates }) => updates > writes,
  },
  {
    says: 'the size is stated and follows from users as well',
    broken: facts => facts.stored_bytes !== undefined && facts.item_bytes !== undefined,
  },
  {
    says: 'users and their actions make another rate than the stated one',
    broken: facts => {
      // How far the peak lies above the average is open until it is told.
      if (facts.users === undefined || facts.peak_to_average === undefined) return false;
      const stated = [facts.writes_per_s, facts.messages_per_s].filter(rate => rate !== undefined);
      return stated.some(rate => Math.abs(rate / ratePeak(facts) - 1) > SLACK);
    },
  },
  {
    says: 'the path goes through a cache that should not be there, or past one that should',
    broken: facts => {
      const { path, reads_per_s, writes_per_s } = facts;
      if (!path || reads_per_s === undefined || writes_per_s === undefined) return false;
      return isCached(facts) !== path.some(hop => hop === 'cache' || hop === 'cache-miss');
    },
  },
];

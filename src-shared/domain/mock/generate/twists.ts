import type { Facts, Hop } from '../../facts.ts';
import { roundOff } from './draw.ts';
import type { Role } from './product.ts';

/** What a twist makes of a part's facts: those that change; none where it does not touch this part. */
type Change = (facts: Facts, keys: readonly string[]) => Facts;

/** Something that happens in the middle of an interview. In `say`, `{who}` and `{doing}` are those of the part it touches first. */
export type TwistKind = {
  id: string;
  title: string;
  say: string;
  /** Twists of one family take each other back, so a prompt has at most one of them. */
  family?: 'machines' | 'hurry' | 'harm' | 'callers';
  changes: Partial<Readonly<Record<Role, Change>>>;
};

/** Only the named facts that the part states already. */
const whereStated = (facts: Facts, changed: Facts): Facts => {
  const stated: Readonly<Record<string, unknown>> = facts;
  return Object.fromEntries(Object.entries(changed).filter(([name]) => stated[name] !== undefined));
};

/** No product that is dressed here is read more often in all. */
const MOST_READS = 1e6;

const times =
  (factor: number): Change =>
  ({ reads_per_s: reads, hottest_key_reads_per_s: hottest }) => {
    if (reads === undefined || reads * factor > MOST_READS) return {};
    return {
      reads_per_s: reads * factor,
      ...(hottest === undefined ? {} : { hottest_key_reads_per_s: hottest * factor }),
    };
  };

const setting =
  (changed: Facts): Change =>
  facts =>
    whereStated(facts, changed);

const overOcean: Change = ({ path }) =>
  path && !path.includes('transatlantic') ? { path: ['transatlantic', ...path] } : {};

const missed = (hop: Hop): Hop => (hop === 'cache' ? 'cache-miss' : hop);

const overMiss: Change = ({ path }) => (path?.includes('cache') ? { path: path.map(missed) } : {});

const scarce: Facts = { stale_read_harm: 'stock', write_conflict_harm: 'irreversible' };
const forgiving: Facts = { stale_read_harm: 'annoyance', write_conflict_harm: 'reversible' };

/** The twists that generated prompts draw from. */
export const twistKinds: readonly TwistKind[] = [
  {
    id: 'crowd',
    title: 'Twenty times the traffic',
    say: 'A newspaper writes about us, and twenty times as many {who} come.',
    changes: { pages: times(20), find: times(20), live: times(20), claim: times(20) },
  },
  {
    id: 'idol',
    title: 'Everybody wants the same',
    say: 'A celebrity shares one of the {items}, and everybody looks at that one.',
    changes: {
      pages: ({ reads_per_s: reads = 0 }) => ({
        hottest_key_reads_per_s: roundOff(reads * 0.8),
        copies_per_update: 1_000_000,
      }),
    },
  },
  {
    id: 'last-ones',
    family: 'harm',
    title: 'Only forty are left',
    say: 'Of what everybody wants only forty are left, and no more will come.',
    changes: {
      claim: setting(scarce),
      pages: ({ stale_read_harm }) =>
        stale_read_harm === 'none' ? {} : { stale_read_harm: 'stock', staleness_tolerated_s: 0.2 },
    },
  },
  {
    id: 'amends',
    family: 'harm',
    title: 'Amends are made',
    say: 'From today we make good every mistake, and nobody minds waiting for it.',
    changes: { claim: setting(forgiving), live: setting({ stale_read_harm: 'annoyance' }) },
  },
  {
    id: 'dialogue',
    family: 'hurry',
    title: 'Both sides talk',
    say: 'From now on both sides send, and each must hear the other at once.',
    changes: {
      live: () => ({ direction: 'both-ways', freshness_s: 1 }),
      link: () => ({ direction: 'both-ways', freshness_s: 1 }),
    },
  },
  {
    id: 'at-once',
    family: 'hurry',
    title: 'At once',
    say: 'The owners want whatever is new to be seen at once, wherever somebody looks.',
    changes: {
      live: ({ direction }) => ({
        ...(direction === 'both-ways' ? {} : { direction: 'server-push' }),
        freshness_s: 2,
        items_arrive_live: true,
      }),
      find: setting({ items_arrive_live: true }),
      pages: ({ stale_read_harm }) => (stale_read_harm === 'none' ? {} : { staleness_tolerated_s: 0.5 }),
    },
  },
  {
    id: 'patience',
    family: 'hurry',
    title: 'Nobody is in a hurry',
    say: 'We asked around, and nobody is in a hurry: news may be minutes old, and lists are rebuilt at night.',
    changes: {
      live: () => ({ freshness_s: 300, items_arrive_live: false }),
      find: setting({ items_arrive_live: false, latency_target_ms: 200 }),
      link: ({ direction }) =>
        direction === 'both-ways' ? { freshness_s: 300 } : { latency_target_ms: 250 },
      pages: ({ stale_read_harm }) => ({
        staleness_tolerated_s: 1_800,
        ...(stale_read_harm === 'none' ? {} : { stale_read_harm: 'annoyance' }),
      }),
    },
  },
  {
    id: 'partners',
    family: 'callers',
    title: 'Partners call us',
    say: 'From now on other companies call us too, from programs of their own.',
    changes: { link: setting({ callers: 'public' }), live: setting({ callers: 'public' }) },
  },
  {
    id: 'behind-the-scenes',
    family: 'callers',
    title: 'Behind the scenes',
    say: 'A service of ours comes in between: from now on nobody outside calls us for {doing}, and speed is everything.',
    changes: { link: () => ({ callers: 'internal', latency_target_ms: 8 }) },
  },
  {
    id: 'cold-cache',
    title: 'Redis goes down',
    say: 'Redis goes down for an hour and comes back empty. Everything is loaded into it again at the same moment.',
    changes: {
      pages: facts => ({ keys_expire_together: true, ...overMiss(facts, []) }),
      find: overMiss,
      link: overMiss,
    },
  },
  {
    id: 'moving-fleet',
    family: 'machines',
    title: 'Machines come and go',
    say: 'The machines are now rented by the minute, and another team becomes the main reader.',
    changes: {
      log: ({ access_by, reads_per_s = 0 }, keys) => ({
        fleet_changes: 'automatic',
        access_by: keys.find(key => key !== access_by) ?? access_by,
        reads_per_s: reads_per_s * 2,
      }),
    },
  },
  {
    id: 'calm-fleet',
    family: 'machines',
    title: 'Machines of our own',
    say: 'We move to machines of our own that we hardly ever touch, and another team becomes the main reader.',
    changes: {
      log: ({ access_by, reads_per_s = 0 }, keys) => ({
        fleet_changes: 'rarely',
        access_by: keys.findLast(key => key !== access_by) ?? access_by,
        reads_per_s: reads_per_s * 2,
      }),
    },
  },
  {
    id: 'more-of-all',
    title: 'Ten times as many',
    say: 'We open on other continents: ten times as many {who}, and each does the same as now.',
    changes: {
      log: ({ users = 0, writes_per_s = 0, reads_per_s = 0, messages_per_s = 0 }) => ({
        users: users * 10,
        writes_per_s: writes_per_s * 10,
        reads_per_s: reads_per_s * 10,
        messages_per_s: messages_per_s * 10,
      }),
      pages: times(10),
    },
  },
  {
    id: 'words',
    title: 'People search by words',
    say: 'It turns out that people remember a few words at best, and want to see everything that holds them.',
    changes: {
      find: ({ list_size = 0 }) => ({ query: 'text', list_size: Math.max(list_size, 20_000) }),
    },
  },
  {
    id: 'forms',
    title: 'Fields of their own',
    say: 'From now on everything may have fields of its own, and what belongs together is stored in one place.',
    changes: {
      pages: setting({ schema: 'flexible', joined_tables: 1 }),
      log: setting({ schema: 'flexible', joined_tables: 1 }),
      claim: setting({ schema: 'flexible', joined_tables: 1 }),
    },
  },
  {
    id: 'reports',
    title: 'More on every page',
    say: 'The owners want much more shown at a glance, and it comes from other tables.',
    changes: {
      pages: setting({ joined_tables: 6 }),
      log: setting({ joined_tables: 5 }),
      claim: setting({ joined_tables: 5 }),
      find: setting({ joined_tables: 6 }),
    },
  },
  {
    id: 'ocean',
    title: 'Across the Atlantic',
    say: 'The data move to London, while whoever asks for them stays in New York.',
    changes: { pages: overOcean, claim: overOcean, find: overOcean, link: overOcean },
  },
  {
    id: 'haste',
    family: 'hurry',
    title: 'Every answer in 15 ms',
    say: 'A rival answers within 15 ms. So shall we; calls between services get 4 ms.',
    changes: {
      pages: setting({ latency_target_ms: 15 }),
      claim: setting({ latency_target_ms: 15 }),
      find: setting({ latency_target_ms: 15 }),
      link: ({ callers }) => (callers === 'internal' ? { latency_target_ms: 4 } : { latency_target_ms: 15 }),
    },
  },
];

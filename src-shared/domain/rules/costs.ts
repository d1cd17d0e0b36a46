import { type DecisionId, decisionIds, type OptionId } from './decisions.ts';

/** What an option costs: a stable id, which attempts name, and the sentence that a person reads. */
export type Cost = { id: string; says: string };

/**
 * What each option costs, in one sentence that does not name the option: an interviewer who asks "why not …?" is
 * answered with it. Options that cost nothing worth saying have none. Source: the defaults' costs in
 * `decks/defaults.yaml` where they tell one; the rest is common practice in the field.
 */
const costs: Partial<Record<DecisionId, Readonly<Record<OptionId, Cost>>>> = {
  protocol: {
    http: {
      id: 'must-ask-again',
      says: 'The server cannot speak first, so whoever waits for a change has to keep asking.',
    },
    sse: {
      id: 'one-way-stream',
      says: 'Each open page holds a connection, and the stream runs in one direction only.',
    },
    websockets: {
      id: 'stateful-connections',
      says: 'Its connections hold state, so they need a layer 4 load balancer and care at each release.',
    },
    grpc: {
      id: 'no-browsers',
      says: 'Browsers have no native support for it, and its messages cannot be read without tools.',
    },
  },
  'api-style': {
    rest: { id: 'many-requests', says: 'A screen that shows several resources needs several requests.' },
    grpc: {
      id: 'generated-code',
      says: 'Callers need generated code, and browsers cannot call it natively.',
    },
  },
  pagination: {
    none: {
      id: 'whole-list',
      says: 'The whole list travels and is held in memory at once, however long it is.',
    },
    offset: {
      id: 'shifting-pages',
      says: 'What is added meanwhile shifts the pages, so entries repeat or are skipped.',
    },
    cursor: { id: 'no-jumps', says: 'Nobody can jump to page seven, only go on from where they are.' },
  },
  storage: {
    relational: {
      id: 'migrations',
      says: 'Each change of the fields is a migration, and spreading it over servers is work.',
    },
    nosql: {
      id: 'no-joins',
      says: 'Joins and transactions over several records are left to the application.',
    },
  },
  'read-shape': {
    normalized: { id: 'joins-on-read', says: 'Every read pays for its joins.' },
    denormalized: { id: 'repairs-on-write', says: 'Every copy has to be repaired on each update.' },
  },
  index: {
    btree: { id: 'whole-values-only', says: 'It cannot find a word in the middle of a text.' },
    fulltext: {
      id: 'lagging-index',
      says: 'It is another system to feed, and what it finds lags slightly behind.',
    },
  },
  caching: {
    none: { id: 'query-per-read', says: 'Every read costs the database a query.' },
    'cache-aside': { id: 'second-system', says: 'A second system to run, whose copies can be out of date.' },
  },
  invalidation: {
    'delete-or-update': {
      id: 'every-writer-knows',
      says: 'Every place that writes must know the copies, and a lost step leaves one wrong.',
    },
    'short-ttl': {
      id: 'old-until-expiry',
      says: 'Readers see old values until it ends, and unchanged ones are fetched again.',
    },
  },
  stampede: {
    none: { id: 'rush-on-expiry', says: 'When a wanted value expires, everybody asks the database at once.' },
    locking: {
      id: 'others-wait',
      says: 'While one request rebuilds the value, the others wait or take an old one.',
    },
    'early-recompute': {
      id: 'needless-rebuilds',
      says: 'Values are rebuilt that nobody may ask for again, by a job of their own.',
    },
    'staggered-ttl': { id: 'single-key-open', says: 'A single wanted value is as unprotected as before.' },
  },
  'cache-outage': {
    none: {
      id: 'full-load-at-once',
      says: 'The whole load falls on the database the moment memory is gone.',
    },
    'in-process': {
      id: 'differing-copies',
      says: 'Each process keeps its own copies, which differ and take its memory.',
    },
    'circuit-breaker': {
      id: 'refused-requests',
      says: 'Some requests are refused although they could have been answered.',
    },
    degrade: {
      id: 'less-shown',
      says: 'People see less than they came for, and each reduced answer has to be built.',
    },
  },
  sharding: {
    none: {
      id: 'one-write-limit',
      says: 'There is one write limit, and one server to back up and to restore.',
    },
    shard: {
      id: 'ask-every-server',
      says: 'Queries over all of the data ask every server, and moving data is a project.',
    },
  },
  'shard-scheme': {
    'hash-modulo': { id: 'most-data-moves', says: 'Another number of servers moves most of the data.' },
    'consistent-hashing': {
      id: 'keep-a-ring',
      says: 'A ring with its virtual places has to be kept and known by every caller.',
    },
  },
  consistency: {
    eventual: { id: 'old-for-a-while', says: 'For a while readers may see an old value.' },
    strong: { id: 'wait-to-agree', says: 'Every answer waits until the copies agree.' },
  },
  partition: {
    availability: {
      id: 'merge-later',
      says: 'The sides may accept contradicting writes that must be merged afterwards.',
    },
    consistency: { id: 'turns-users-away', says: 'The side that is cut off turns its users away.' },
  },
  else: {
    latency: { id: 'nearest-may-be-old', says: 'The nearest copy may give an old answer.' },
    consistency: { id: 'wait-for-other-site', says: 'Each answer waits for another site.' },
  },
};

/** What an option costs; null where it is not told. */
export function costOf(decision: DecisionId, option: OptionId): Cost | null {
  return costs[decision]?.[option] ?? null;
}

/** Every cost that is told of the options of one decision. */
export function listCosts(decision: DecisionId): Cost[] {
  return Object.values(costs[decision] ?? {});
}

/** A cost by its id; null where there is none of that name. */
export function findCost(id: string): Cost | null {
  return decisionIds.flatMap(listCosts).find(cost => cost.id === id) ?? null;
}

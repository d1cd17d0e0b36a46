import { z } from 'zod';

const amount = z.number().nonnegative();
const count = amount.int();

/** What one hop on the way of a request can be. */
export const hops = ['cache', 'cache-miss', 'network', 'database', 'transatlantic'] as const;
export type Hop = (typeof hops)[number];

/** A key as a prompt names it, e.g. `user-id`. */
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'name a key in lower-case letters, digits and hyphens');

/**
 * What is known about a part of a system. Every fact may be left out: then it is unknown, never assumed. Names
 * and units are the contract of scenario cards, prompts and rules; unknown names are refused, and so are
 * negative and infinite numbers.
 */
export const factsSchema = z
  .strictObject({
    callers: z.enum(['public', 'browser', 'internal']),
    direction: z.enum(['request', 'server-push', 'both-ways']),
    /** Seconds until a client must see a change. */
    freshness_s: amount,
    /** Peak, service to service. */
    calls_per_s: amount,
    reads_per_s: amount,
    writes_per_s: amount,
    users: count,
    actions_per_user_day: amount,
    peak_to_average: amount,
    item_bytes: amount,
    horizon_years: amount,
    stored_bytes: amount,
    stale_read_harm: z.enum(['none', 'annoyance', 'money', 'stock']),
    staleness_tolerated_s: amount,
    write_conflict_harm: z.enum(['none', 'reversible', 'irreversible']),
    /** Several copies or sites. */
    replicated: z.boolean(),
    latency_target_ms: amount,
    /** The hops that one request makes, one after the other. */
    path: z.array(z.enum(hops)).min(1).max(20),
    relations: z.enum(['clear', 'loose']),
    /** Tables that the main read joins. */
    joined_tables: count,
    schema: z.enum(['stable', 'flexible']),
    /** Updates of values of which copies are kept. */
    updates_per_s: amount,
    copies_per_update: amount,
    query: z.enum(['exact', 'range', 'text']),
    search_lag_tolerated_s: amount,
    list_size: count,
    items_arrive_live: z.boolean(),
    hottest_key_reads_per_s: amount,
    keys_expire_together: z.boolean(),
    /** The key that the main access pattern reads by. */
    access_by: key,
    fleet_changes: z.enum(['rarely', 'yearly', 'weekly', 'automatic']),
    /** Peak through a broker. */
    messages_per_s: amount,
  })
  .partial();

export type Facts = z.infer<typeof factsSchema>;
export type FactName = keyof Facts;
export type FactValue = NonNullable<Facts[FactName]>;

type NamesOf<T> = { [N in FactName]: NonNullable<Facts[N]> extends T ? N : never }[FactName];
/** Facts that are a number with a unit. */
export type NumberFact = NamesOf<number>;
/** Facts that are yes or no. */
export type BooleanFact = NamesOf<boolean>;
/** Facts that are one of a few words. */
export type EnumFact = Exclude<NamesOf<string>, 'access_by'>;
/** The words that an enumerated fact can be. */
export type EnumValue<N extends EnumFact> = NonNullable<Facts[N]>;

/** What a fact is, and how it is said. A clause in the present tense, so that it also reads well after "if". */
export type FactMeta =
  /** `ordered`: a step goes to a neighbour in the list; else every other value is one step away. */
  | { kind: 'enum'; ordered: boolean; says: Readonly<Record<string, string>> }
  /** `{v}` stands for the value with its unit. */
  | { kind: 'number'; unit: Unit; whole: boolean; says: string }
  | { kind: 'boolean'; says: { yes: string; no: string } }
  | { kind: 'key'; says: string }
  | { kind: 'path'; says: string };

/** A unit: a special one with its own scale, or a noun that follows the number. */
export type Unit = 'seconds' | 'milliseconds' | 'bytes' | 'ratio' | { one: string; many: string };

type MetaOf<N extends FactName> = N extends EnumFact
  ? { kind: 'enum'; ordered: boolean; says: Readonly<Record<EnumValue<N>, string>> }
  : Extract<
      FactMeta,
      { kind: N extends NumberFact ? 'number' : N extends BooleanFact ? 'boolean' : 'key' | 'path' }
    >;

const noun = (many: string, one = many): Unit => ({ one, many });
const number = (unit: Unit, says: string, whole = false) => ({ kind: 'number', unit, whole, says }) as const;
const yesNo = (yes: string, no: string) => ({ kind: 'boolean', says: { yes, no } }) as const;
const oneOf = <V extends string>(says: Record<V, string>) =>
  ({ kind: 'enum', ordered: false, says }) as const;
const scale = <V extends string>(says: Record<V, string>) => ({ kind: 'enum', ordered: true, says }) as const;

/** Every fact's kind, unit and wording. Enumerated values stand in their order. */
export const factMeta = {
  callers: oneOf({
    public: 'the public calls it',
    browser: 'browsers call it',
    internal: 'only internal services call it',
  }),
  direction: oneOf({
    request: 'clients ask and the server answers',
    'server-push': 'only the server pushes',
    'both-ways': 'both sides send',
  }),
  freshness_s: number('seconds', 'a change must show within {v}'),
  calls_per_s: number(noun('calls/s'), 'services make {v}'),
  reads_per_s: number(noun('reads/s'), 'it takes {v}'),
  writes_per_s: number(noun('writes/s'), 'it takes {v}'),
  users: number(noun('users', 'user'), 'it has {v}', true),
  actions_per_user_day: number(noun('actions', 'action'), 'each user makes {v} a day'),
  peak_to_average: number('ratio', 'the peak is {v} times the average'),
  item_bytes: number('bytes', 'an item takes {v}'),
  horizon_years: number(noun('years', 'year'), 'data is kept for {v}'),
  stored_bytes: number('bytes', 'it stores {v}'),
  stale_read_harm: scale({
    none: 'a stale read harms nobody',
    annoyance: 'a stale read only annoys',
    money: 'a stale read costs money',
    stock: 'a stale read sells what is gone',
  }),
  staleness_tolerated_s: number('seconds', 'readers accept data {v} old'),
  write_conflict_harm: scale({
    none: 'conflicting writes do no harm',
    reversible: 'conflicting writes can be put right',
    irreversible: 'conflicting writes cannot be put right',
  }),
  replicated: yesNo('it runs in several copies', 'it runs in one copy'),
  latency_target_ms: number('milliseconds', 'it must answer within {v}'),
  path: { kind: 'path', says: 'a request takes {v}' },
  relations: oneOf({ clear: 'the relations are clear', loose: 'the relations are loose' }),
  joined_tables: number(noun('tables', 'table'), 'the main read joins {v}', true),
  schema: oneOf({ stable: 'the schema is stable', flexible: 'the schema differs from record to record' }),
  updates_per_s: number(noun('updates/s'), 'the copied values take {v}'),
  copies_per_update: number(noun('copies', 'copy'), 'each update repairs {v}'),
  query: oneOf({
    exact: 'queries look up exact values',
    range: 'queries read ranges',
    text: 'queries look for words inside documents',
  }),
  search_lag_tolerated_s: number('seconds', 'search may lag by {v}'),
  list_size: number(noun('items', 'item'), 'the list holds {v}', true),
  items_arrive_live: yesNo('items arrive while people page', 'no items arrive while people page'),
  hottest_key_reads_per_s: number(noun('reads/s'), 'the hottest key takes {v}'),
  keys_expire_together: yesNo('many keys expire together', 'keys expire at different moments'),
  access_by: { kind: 'key', says: 'most reads come by {v}' },
  fleet_changes: scale({
    rarely: 'nodes hardly ever change',
    yearly: 'nodes change about once a year',
    weekly: 'nodes change every week',
    automatic: 'nodes come and go by themselves',
  }),
  messages_per_s: number(noun('messages/s'), 'the broker takes {v}'),
} as const satisfies { [N in FactName]-?: MetaOf<N> };

/** Every fact, in the order of the table. */
export const factNames = factsSchema.keyof().options;

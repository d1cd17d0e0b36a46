import type { FactName } from '../../facts.ts';
import type { Role } from './product.ts';

/** Something that a candidate may ask of a part, and the facts that the answer brings out. */
export type Topic = { id: string; ask: string; facts: readonly FactName[]; roles: readonly Role[] };

/** The questions of the menus: decisive in one prompt, decoys in another. */
export const topics: readonly Topic[] = [
  {
    id: 'soon',
    ask: 'How soon must {who} learn of a change to {item}?',
    facts: ['freshness_s'],
    roles: ['live', 'link'],
  },
  {
    id: 'talk',
    ask: 'When it comes to {doing}, who sends: one side, or both?',
    facts: ['direction'],
    roles: ['live', 'link'],
  },
  {
    id: 'callers',
    ask: 'Who calls us for {doing}: browsers, programs of other companies, or only our own services?',
    facts: ['callers'],
    roles: ['live', 'link'],
  },
  {
    id: 'calls',
    ask: 'How many calls a second are there for {doing} at the peak?',
    facts: ['calls_per_s'],
    roles: ['link', 'claim', 'find'],
  },
  {
    id: 'load',
    ask: 'How many reads and writes of {items} are there at the peak?',
    facts: ['reads_per_s', 'writes_per_s'],
    roles: ['pages', 'claim', 'live', 'find', 'link'],
  },
  {
    id: 'harm',
    ask: 'What happens if somebody acts on an outdated view of {items}?',
    facts: ['stale_read_harm'],
    roles: ['pages', 'claim', 'live', 'find', 'link', 'log'],
  },
  {
    id: 'clash',
    ask: 'If two writes to {item} clash, can that be put right afterwards?',
    facts: ['write_conflict_harm'],
    roles: ['pages', 'claim', 'live', 'log'],
  },
  {
    id: 'age',
    ask: 'How far may what is shown of {items} lag behind?',
    facts: ['staleness_tolerated_s'],
    roles: ['pages', 'claim', 'find', 'live', 'link'],
  },
  {
    id: 'crowd',
    ask: 'How many of the reads go to the most popular of the {items}?',
    facts: ['hottest_key_reads_per_s'],
    roles: ['pages', 'claim', 'find', 'live'],
  },
  {
    id: 'expiry',
    ask: 'If {items} were cached, would the copies expire at the same moment?',
    facts: ['keys_expire_together'],
    roles: ['pages', 'find', 'live'],
  },
  {
    id: 'tables',
    ask: 'How many tables does the main read of {items} need?',
    facts: ['joined_tables'],
    roles: ['pages', 'claim', 'find', 'log'],
  },
  {
    id: 'copies',
    ask: 'If {items} held copies of data from other tables, how many would have to be changed, and how often?',
    facts: ['updates_per_s', 'copies_per_update'],
    roles: ['pages', 'find', 'live'],
  },
  {
    id: 'fields',
    ask: 'Do all {items} have the same fields?',
    facts: ['schema'],
    roles: ['pages', 'claim', 'find', 'log'],
  },
  {
    id: 'looked-up',
    ask: 'How are {items} searched for: by exact values, between two limits, or by words?',
    facts: ['query'],
    roles: ['find', 'log', 'pages'],
  },
  {
    id: 'length',
    ask: 'How long can a list of {items} be?',
    facts: ['list_size'],
    roles: ['find', 'live', 'pages', 'claim'],
  },
  {
    id: 'arrivals',
    ask: 'Are {items} added while somebody pages through the list?',
    facts: ['items_arrive_live'],
    roles: ['find', 'live', 'pages', 'claim'],
  },
  {
    id: 'main-key',
    ask: 'By which key are {items} mostly looked up?',
    facts: ['access_by'],
    roles: ['log', 'pages', 'claim'],
  },
  {
    id: 'fleet',
    ask: 'How often do the machines that hold {items} change?',
    facts: ['fleet_changes'],
    roles: ['log', 'pages', 'claim'],
  },
  {
    id: 'target',
    ask: 'How quickly must our side answer for {doing}?',
    facts: ['latency_target_ms'],
    roles: ['pages', 'claim', 'find', 'link', 'live'],
  },
  {
    id: 'size',
    ask: 'How much data do we hold about {items}?',
    facts: ['stored_bytes'],
    roles: ['pages', 'claim', 'find'],
  },
];

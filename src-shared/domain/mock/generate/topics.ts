import type { FactName } from '../../facts.ts';
import type { Role } from './product.ts';

/** Something that a candidate may ask of a part, and the facts that the answer brings out. */
export type Topic = { id: string; ask: string; facts: readonly FactName[]; roles: readonly Role[] };

/** The questions of the menus: decisive in one prompt, decoys in another. */
export const topics: readonly Topic[] = [
  {
    id: 'soon',
    ask: 'How soon must a change of {item} be seen?',
    facts: ['freshness_s'],
    roles: ['live', 'link'],
  },
  {
    id: 'talk',
    ask: 'Who sends when it comes to {doing}: one side, or both?',
    facts: ['direction'],
    roles: ['live', 'link'],
  },
  {
    id: 'callers',
    ask: 'Who calls us for {doing}: browsers, programs of strangers, or only our own services?',
    facts: ['callers'],
    roles: ['live', 'link'],
  },
  {
    id: 'calls',
    ask: 'How many calls for {doing} are there at the peak?',
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
    ask: 'What happens if somebody acts on an old state of {items}?',
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
    ask: 'How old may {items} be when somebody reads them?',
    facts: ['staleness_tolerated_s'],
    roles: ['pages', 'claim', 'find', 'live', 'link'],
  },
  {
    id: 'crowd',
    ask: 'How many of the reads go to a single one of the {items}?',
    facts: ['hottest_key_reads_per_s'],
    roles: ['pages', 'claim', 'find', 'live'],
  },
  {
    id: 'expiry',
    ask: 'Would cached {items} run out at the same moment?',
    facts: ['keys_expire_together'],
    roles: ['pages', 'find', 'live', 'link'],
  },
  {
    id: 'tables',
    ask: 'How many tables does the main read of {items} need?',
    facts: ['joined_tables'],
    roles: ['pages', 'claim', 'find', 'log'],
  },
  {
    id: 'copies',
    ask: 'If {items} held copies of other data, how often would how many have to be repaired?',
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
    ask: 'By what do {who} look for {items}?',
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
    ask: 'Are {items} added while somebody turns the pages?',
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
    ask: 'How much room do all {items} take together?',
    facts: ['stored_bytes'],
    roles: ['pages', 'claim', 'find'],
  },
];

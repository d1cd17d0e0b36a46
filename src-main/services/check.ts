import { isDeepStrictEqual } from 'node:util';
import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { isDamage } from '../db/find-damage.ts';
import type { OperationStatus } from '../db/queries/log.ts';
import type { Store } from '../db/store.ts';
import { hashText } from './decks/read-deck.ts';
import { type LogSummary, summariseLog } from './log-summary.ts';

/**
 * What a check went through, and every fault it found, in words. `mend` is what would put it right: the tables that are
 * derived from the log made anew, or the file, where SQLite finds it damaged; or, where a part of the log is lost, the
 * recovery alone, which a person is to choose.
 */
export type CheckReport = {
  events: number;
  cards: number;
  faults: string[];
  mend: 'nothing' | 'tables' | 'file' | 'recovery';
};

/**
 * Replays the log and compares it with the tables: SQLite's own integrity, each event's checksum, sequences
 * without gaps, the status of each operation, the settings, the renamed cards, every card's state, every mock
 * interview and every round, and what triggers count. Changes nothing.
 */
export function checkProfile({ store }: { store: Store }): CheckReport {
  const damage = store.findDamage();
  if (damage.length > 0) return reportDamage(damage);
  try {
    return store.readAtOnce(() => compareTables(store));
  } catch (error) {
    if (isDamage(error)) return reportDamage([error instanceof Error ? error.message : String(error)]);
    throw error;
  }
}

function reportDamage(damage: readonly string[]): CheckReport {
  return { events: 0, cards: 0, faults: damage.map(text => `database: ${text}`), mend: 'file' };
}

function compareTables(store: Store): CheckReport {
  const log = summariseLog(store);
  const { missing, behind } = checkSequences(store, log);
  // What follows was folded from the log, which needs all of it.
  if (log.unreadable.length > 0 || missing.length > 0)
    return { events: log.events, cards: 0, faults: [...log.unreadable, ...missing], mend: 'recovery' };
  const { cards, faults: ofCards } = checkCards(store, log);
  const faults = [
    ...behind,
    ...checkOperations(store, log),
    ...checkSettings(store, log),
    ...checkAliases(store, log),
    ...ofCards,
    ...store.tallies.findFaults(),
    ...checkContent(store),
    ...compareRows(
      'mock interview',
      store.mocks.all().map(row => [row.attempt_id, row] as const),
      log.attempts,
    ),
    ...compareRows(
      'round',
      store.rounds.all().map(row => [row.round_id, row] as const),
      log.rounds,
    ),
  ];
  return { events: log.events, cards, faults, mend: faults.length === 0 ? 'nothing' : 'tables' };
}

/**
 * Sequences run from 1 and none stands twice, so a gap shows as fewer events than where the device stands. What an
 * event says was lost is accounted for.
 */
function checkSequences(store: Store, log: LogSummary): { missing: string[]; behind: string[] } {
  const stands = store.log.lastSeqs();
  const devices = new Set<string>([...stands.keys(), ...log.devices.keys()]);
  const found = new Map<string, { events: number; last: number }>(log.devices);
  const lost = new Map<string, number>(log.lost);
  const missing: string[] = [];
  const behind: string[] = [];
  for (const device of devices) {
    const { events, last } = found.get(device) ?? { events: 0, last: 0 };
    const expected = stands.get(device) ?? 0;
    if (last > expected) behind.push(`device ${device}: stands at ${expected}, the log at ${last}`);
    const gone = Math.max(expected, last) - events - (lost.get(device) ?? 0);
    if (gone > log.unreadable.length)
      missing.push(`device ${device}: ${gone} of its ${expected} events are missing`);
  }
  return { missing, behind };
}

function checkOperations(store: Store, log: LogSummary): string[] {
  const annulled = new Map<string, OperationStatus>(log.annulled);
  const missing = store.log.missingOperations();
  const stored = store.log.annulled();
  const isMissing = new Set(missing);
  const strays = new Set(store.log.strayOperations());
  const differing = [...new Set([...annulled.keys(), ...stored.keys()])].filter(
    opId => stored.get(opId) !== annulled.get(opId) && !isMissing.has(opId) && !strays.has(opId),
  );
  const tell = (opId: string, is: string, should: string): string =>
    `operation ${opId}: is ${is}, the log says ${should}`;
  return [
    ...missing.map(opId => tell(opId, 'missing', annulled.get(opId) ?? 'done')),
    ...[...strays].map(opId => tell(opId, stored.get(opId) ?? 'done', 'not there')),
    ...differing.map(opId => tell(opId, stored.get(opId) ?? 'done', annulled.get(opId) ?? 'done')),
  ];
}

function checkSettings(store: Store, { settings: expected }: LogSummary): string[] {
  const stored = store.settings.all();
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap(key => {
    const [is, should] = [JSON.stringify(stored.get(key)), JSON.stringify(expected.get(key))];
    return is === should
      ? []
      : [`setting ${key}: is ${is ?? 'not set'}, the log says ${should ?? 'not set'}`];
  });
}

function checkAliases(store: Store, log: LogSummary): string[] {
  const stored = JSON.stringify([...store.settings.aliases()].sort());
  const expected = JSON.stringify([...log.aliases].sort());
  return stored === expected ? [] : ['the table of renamed cards differs from the log'];
}

/** The state of every card, and how many there are. */
function checkCards(store: Store, { cards, states }: LogSummary): { cards: number; faults: string[] } {
  const faults: string[] = [];
  const compare = (cardId: CardId, stored: CardState, replayed: CardState): void => {
    const difference = compareStates(stored, replayed);
    if (difference !== null) faults.push(`card ${cardId}: ${difference}`);
  };
  const stored = new Set<CardId>();
  for (const { cardId, state } of store.states.all()) {
    stored.add(cardId);
    // What happened to a renamed card belongs to its new id, and nothing to the former one.
    compare(cardId, state, states.get(cardId) ?? newCardState);
  }
  for (const [cardId, state] of states) if (!stored.has(cardId)) compare(cardId, newCardState, state);
  return { cards: new Set([...cards, ...stored]).size, faults };
}

/** The texts that were taken from the deck files, by their own fingerprints. */
function checkContent(store: Store): string[] {
  return store.content
    .activeCards()
    .filter(({ content, hash }) => hashText(JSON.stringify(content)) !== hash)
    .map(({ cardId }) => `card ${cardId}: its text is not the one that was read`);
}

function compareRows<T>(
  what: string,
  rows: Iterable<readonly [string, T]>,
  expected: ReadonlyMap<string, T>,
): string[] {
  const stored = new Map(rows);
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap(id =>
    isDeepStrictEqual(stored.get(id), expected.get(id)) ? [] : [`${what} ${id}: differs from the log`],
  );
}

function compareStates(stored: CardState, replayed: CardState): string | null {
  const entries: Readonly<Record<string, unknown>> = replayed;
  const differing = Object.entries(stored).flatMap(([key, value]) => {
    const expected = entries[key];
    if (Object.is(value, expected)) return [];
    const [is, should] = [JSON.stringify(value), JSON.stringify(expected)];
    return is === should ? [] : [`${key} is ${is}, the log gives ${should}`];
  });
  return differing.length === 0 ? null : differing.join('; ');
}

import { isDeepStrictEqual } from 'node:util';
import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { isDamage } from '../db/find-damage.ts';
import type { OperationStatus } from '../db/queries/log.ts';
import { hashText } from './decks/read-deck.ts';
import { foldAliases } from './journal.ts';
import { foldSettings, type LogSummary, summariseLog } from './log-summary.ts';
import type { Profile } from './profile.ts';

/** What of a profile a check reads. */
type Checked = Pick<Profile, 'store' | 'journal'>;

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
export function checkProfile(profile: Checked): CheckReport {
  const damage = profile.store.findDamage();
  if (damage.length > 0) return reportDamage(damage);
  try {
    return profile.store.readAtOnce(() => compareTables(profile));
  } catch (error) {
    if (isDamage(error)) return reportDamage([error instanceof Error ? error.message : String(error)]);
    throw error;
  }
}

function reportDamage(damage: readonly string[]): CheckReport {
  return { events: 0, cards: 0, faults: damage.map(text => `database: ${text}`), mend: 'file' };
}

function compareTables(profile: Checked): CheckReport {
  const log = summariseLog(profile.store);
  const { missing, behind } = checkSequences(profile, log);
  // What follows folds the log, which needs all of it.
  if (log.unreadable.length > 0 || missing.length > 0)
    return { events: log.events, cards: 0, faults: [...log.unreadable, ...missing], mend: 'recovery' };
  const faults = behind;
  const cards = new Set<CardId>([
    ...log.cards,
    ...[...profile.store.states.all()].map(({ cardId }) => cardId),
  ]);
  faults.push(
    ...checkOperations(profile, log),
    ...checkSettings(profile, log),
    ...checkAliases(profile),
    ...checkCards(profile, cards),
    ...profile.store.tallies.findFaults(),
    ...checkContent(profile),
    ...compareRows(
      'mock interview',
      profile.store.mocks.all().map(row => [row.attempt_id, row] as const),
      log.attempts,
    ),
    ...compareRows(
      'round',
      profile.store.rounds.all().map(row => [row.round_id, row] as const),
      log.rounds,
    ),
  );
  return { events: log.events, cards: cards.size, faults, mend: faults.length === 0 ? 'nothing' : 'tables' };
}

/**
 * Sequences run from 1 and none stands twice, so a gap shows as fewer events than where the device stands. What an
 * event says was lost is accounted for.
 */
function checkSequences({ store }: Checked, log: LogSummary): { missing: string[]; behind: string[] } {
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

function checkOperations({ store }: Checked, { operations }: LogSummary): string[] {
  const stored = store.log.statuses();
  const expected = new Map<string, OperationStatus>(
    [...operations].map(([opId, { status }]) => [opId, status]),
  );
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap(opId => {
    const [is, should] = [stored.get(opId) ?? 'missing', expected.get(opId) ?? 'not there'];
    return is === should ? [] : [`operation ${opId}: is ${is}, the log says ${should}`];
  });
}

function checkSettings({ store }: Checked, log: LogSummary): string[] {
  const expected = foldSettings(log);
  const stored = store.settings.all();
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap(key => {
    const [is, should] = [JSON.stringify(stored.get(key)), JSON.stringify(expected.get(key))];
    return is === should
      ? []
      : [`setting ${key}: is ${is ?? 'not set'}, the log says ${should ?? 'not set'}`];
  });
}

function checkAliases({ store }: Checked): string[] {
  const stored = JSON.stringify([...store.settings.aliases()].sort());
  const expected = JSON.stringify([...foldAliases(store.log.renames())].sort());
  return stored === expected ? [] : ['the table of renamed cards differs from the log'];
}

function checkCards({ store, journal }: Checked, cards: ReadonlySet<CardId>): string[] {
  const stored = new Map([...store.states.all()].map(({ cardId, state }) => [cardId, state]));
  const aliases = store.settings.aliases();
  return [...cards].flatMap(cardId => {
    const state = stored.get(cardId) ?? newCardState;
    // The history of a renamed card belongs to its new id.
    const difference = compareStates(state, aliases.has(cardId) ? newCardState : journal.replayCard(cardId));
    return difference === null ? [] : [`card ${cardId}: ${difference}`];
  });
}

/** The texts that were taken from the deck files, by their own fingerprints. */
function checkContent({ store }: Checked): string[] {
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
  const entries = new Map<string, unknown>(Object.entries(replayed));
  const differing = Object.entries(stored).flatMap(([key, value]) => {
    const [is, should] = [JSON.stringify(value), JSON.stringify(entries.get(key))];
    return is === should ? [] : [`${key} is ${is}, the log gives ${should}`];
  });
  return differing.length === 0 ? null : differing.join('; ');
}

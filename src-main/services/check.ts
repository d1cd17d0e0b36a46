import { isDeepStrictEqual } from 'node:util';
import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import type { EventBody, LogEvent } from '../../src-shared/domain/events.ts';
import type { CardId, DeviceId, OpId } from '../../src-shared/domain/ids.ts';
import type { OperationStatus } from '../db/queries/log.ts';
import { type AttemptRow, foldAttempt, isMockEvent } from '../db/queries/mocks.ts';
import { foldRound, isRoundEvent, type RoundRow } from '../db/queries/rounds.ts';
import { foldAliases, weightsKey } from './journal.ts';
import type { Profile } from './profile.ts';

/** What a check went through, and every fault it found, in words. */
export type CheckReport = { events: number; cards: number; faults: string[] };

/**
 * Replays the log and compares it with the tables: SQLite's own integrity, each event's checksum, sequences
 * without gaps, the status of each operation, the settings, the renamed cards, every card's state, every mock
 * interview and every round. Changes nothing.
 */
export function checkProfile(profile: Profile): CheckReport {
  const damage = profile.store.findDamage().map(text => `database: ${text}`);
  if (damage.length > 0) return { events: 0, cards: 0, faults: damage };
  return profile.store.readAtOnce(() => compareTables(profile));
}

function compareTables(profile: Profile): CheckReport {
  const log = readLog(profile);
  const faults = [...log.unreadable, ...checkSequences(profile, log)];
  // What follows folds the log, which needs all of it.
  if (log.unreadable.length > 0) return { events: log.events, cards: 0, faults };
  const cards = new Set<CardId>([
    ...log.cards,
    ...[...profile.store.states.all()].map(({ cardId }) => cardId),
  ]);
  faults.push(
    ...checkOperations(profile, log.operations),
    ...checkSettings(profile, log),
    ...checkAliases(profile),
    ...checkCards(profile, cards),
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
  return { events: log.events, cards: cards.size, faults };
}

/** What one pass over the log gathers. */
type LogSummary = {
  events: number;
  unreadable: string[];
  cards: Set<CardId>;
  devices: Map<DeviceId, { events: number; last: number }>;
  operations: Map<OpId, OperationStatus>;
  settings: LogEvent[];
  attempts: Map<string, AttemptRow>;
  rounds: Map<string, RoundRow>;
};

function readLog({ store }: Profile): LogSummary {
  const log: LogSummary = {
    events: 0,
    unreadable: [],
    cards: new Set(),
    devices: new Map(),
    operations: new Map(),
    settings: [],
    attempts: new Map(),
    rounds: new Map(),
  };
  const undone = new Map<DeviceId, Set<OpId>>();
  for (const item of store.log.scan()) {
    log.events++;
    if ('fault' in item) {
      log.unreadable.push(item.fault);
      continue;
    }
    const { event } = item;
    const { body, device, seq } = event;
    const before = log.devices.get(device) ?? { events: 0, last: 0 };
    log.devices.set(device, { events: before.events + 1, last: Math.max(before.last, seq) });
    if ('cardId' in body) log.cards.add(body.cardId);
    if (body.type === 'setting' || body.type === 'parameters') log.settings.push(event);
    if (isMockEvent(event)) {
      const next = foldAttempt(log.attempts.get(event.body.attemptId) ?? null, event);
      if (next) log.attempts.set(next.attempt_id, next);
    }
    if (isRoundEvent(event)) {
      const next = foldRound(log.rounds.get(event.body.roundId) ?? null, event);
      if (next) log.rounds.set(next.round_id, next);
    }
    const onDevice = undone.get(device) ?? new Set();
    undone.set(device, onDevice);
    followOperation(log.operations, onDevice, event);
  }
  return log;
}

/** Keeps which operations count: an undo or redo moves one, and a new action drops what was undone before it. */
function followOperation(
  operations: Map<OpId, OperationStatus>,
  undone: Set<OpId>,
  { opId, body }: LogEvent,
): void {
  if (body.type === 'undo') {
    operations.set(body.target, 'undone');
    undone.add(body.target);
  } else if (body.type === 'redo') {
    operations.set(body.target, 'done');
    undone.delete(body.target);
  } else if (isUndoable(body) && !operations.has(opId)) {
    for (const dropped of undone) operations.set(dropped, 'dropped');
    undone.clear();
  }
  if (!operations.has(opId)) operations.set(opId, 'done');
}

/** What stands outside of undo leaves alone what was undone before it. */
function isUndoable({ type }: EventBody): boolean {
  return type !== 'rename' && !/^(mock|round)_/.test(type);
}

/** Sequences run from 1 and none stands twice, so a gap shows as fewer events than where the device stands. */
function checkSequences({ store }: Profile, log: LogSummary): string[] {
  const stands = store.log.lastSeqs();
  const devices = new Set<string>([...stands.keys(), ...log.devices.keys()]);
  const found = new Map<string, { events: number; last: number }>(log.devices);
  return [...devices].flatMap(device => {
    const { events, last } = found.get(device) ?? { events: 0, last: 0 };
    const expected = stands.get(device) ?? 0;
    if (last > expected) return [`device ${device}: stands at ${expected}, the log at ${last}`];
    const missing = expected - events;
    return missing > log.unreadable.length
      ? [`device ${device}: ${missing} of its ${expected} events are missing`]
      : [];
  });
}

function checkOperations({ store }: Profile, expected: ReadonlyMap<string, OperationStatus>): string[] {
  const stored = store.log.statuses();
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap(opId => {
    const [is, should] = [stored.get(opId) ?? 'missing', expected.get(opId) ?? 'not there'];
    return is === should ? [] : [`operation ${opId}: is ${is}, the log says ${should}`];
  });
}

function checkSettings({ store }: Profile, log: LogSummary): string[] {
  const expected = new Map<string, unknown>();
  for (const { opId, body } of log.settings) {
    if (log.operations.get(opId) !== 'done') continue;
    if (body.type === 'setting') expected.set(body.key, body.value);
    if (body.type === 'parameters') expected.set(weightsKey, body.weights);
  }
  const stored = store.settings.all();
  return [...new Set([...expected.keys(), ...stored.keys()])].flatMap(key => {
    const [is, should] = [JSON.stringify(stored.get(key)), JSON.stringify(expected.get(key))];
    return is === should
      ? []
      : [`setting ${key}: is ${is ?? 'not set'}, the log says ${should ?? 'not set'}`];
  });
}

function checkAliases({ store }: Profile): string[] {
  const stored = JSON.stringify([...store.settings.aliases()].sort());
  const expected = JSON.stringify([...foldAliases(store.log.renames())].sort());
  return stored === expected ? [] : ['the table of renamed cards differs from the log'];
}

function checkCards({ store, journal }: Profile, cards: ReadonlySet<CardId>): string[] {
  const stored = new Map([...store.states.all()].map(({ cardId, state }) => [cardId, state]));
  const aliases = store.settings.aliases();
  return [...cards].flatMap(cardId => {
    const state = stored.get(cardId) ?? newCardState;
    // The history of a renamed card belongs to its new id.
    const difference = compareStates(state, aliases.has(cardId) ? newCardState : journal.replayCard(cardId));
    return difference === null ? [] : [`card ${cardId}: ${difference}`];
  });
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

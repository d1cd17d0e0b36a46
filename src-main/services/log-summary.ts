import type { EventBody, LogEvent } from '../../src-shared/domain/events.ts';
import type { CardId, DeviceId, OpId } from '../../src-shared/domain/ids.ts';
import type { OperationStatus } from '../db/queries/log.ts';
import { type AttemptRow, foldAttempt, isMockEvent } from '../db/queries/mocks.ts';
import { foldRound, isRoundEvent, type RoundRow } from '../db/queries/rounds.ts';
import type { Store } from '../db/store.ts';

/** Key of the `setting` table under which the last `parameters` event stands. */
export const weightsKey = 'weights';

/** What one pass over the log gathers. */
export type LogSummary = {
  events: number;
  unreadable: string[];
  cards: Set<CardId>;
  devices: Map<DeviceId, { events: number; last: number }>;
  /** Every action by its first event, and whether it counts. */
  operations: Map<OpId, { first: LogEvent; status: OperationStatus }>;
  /** By device, how many places in its sequence are known to be empty. */
  lost: Map<DeviceId, number>;
  settings: LogEvent[];
  attempts: Map<string, AttemptRow>;
  rounds: Map<string, RoundRow>;
};

/** Goes through the whole log once, and folds what all tables but the cards' states are made of. */
export function summariseLog(store: Store): LogSummary {
  const log: LogSummary = {
    events: 0,
    unreadable: [],
    cards: new Set(),
    devices: new Map(),
    operations: new Map(),
    lost: new Map(),
    settings: [],
    attempts: new Map(),
    rounds: new Map(),
  };
  const undone = new Map<DeviceId, Set<OpId>>();
  const places = new Map<DeviceId, { taken: Set<number>; empty: Set<number> }>();
  const placesOf = (device: DeviceId) => {
    const known = places.get(device) ?? { taken: new Set(), empty: new Set() };
    places.set(device, known);
    return known;
  };
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
    placesOf(device).taken.add(seq);
    if (body.type === 'loss') for (const lost of body.seqs) placesOf(body.of).empty.add(lost);
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
  for (const [device, { taken, empty }] of places)
    log.lost.set(device, [...empty].filter(seq => !taken.has(seq)).length);
  return log;
}

/** Keeps which operations count: an undo or redo moves one, and a new action drops what was undone before it. */
function followOperation(operations: LogSummary['operations'], undone: Set<OpId>, event: LogEvent): void {
  const { opId, body } = event;
  const setStatus = (id: OpId, status: OperationStatus): void => {
    const operation = operations.get(id);
    if (operation) operation.status = status;
  };
  if (body.type === 'undo') {
    setStatus(body.target, 'undone');
    undone.add(body.target);
  } else if (body.type === 'redo') {
    setStatus(body.target, 'done');
    undone.delete(body.target);
  } else if (isUndoable(body) && !operations.has(opId)) {
    for (const dropped of undone) setStatus(dropped, 'dropped');
    undone.clear();
  }
  if (!operations.has(opId)) operations.set(opId, { first: event, status: 'done' });
}

/** What stands outside of undo leaves alone what was undone before it. */
export function isUndoable({ type }: EventBody): boolean {
  return (
    type !== 'rename' && type !== 'loss' && type !== 'undo' && type !== 'redo' && !/^(mock|round)_/.test(type)
  );
}

/** The settings that effective events set last, and under their key the weights. */
export function foldSettings({ settings, operations }: LogSummary): Map<string, unknown> {
  const set = new Map<string, unknown>();
  for (const { opId, body } of settings) {
    if (operations.get(opId)?.status !== 'done') continue;
    if (body.type === 'setting') set.set(body.key, body.value);
    if (body.type === 'parameters') set.set(weightsKey, body.weights);
  }
  return set;
}

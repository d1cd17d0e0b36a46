import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import type {
  CardEventBody,
  EventBody,
  EventType,
  LogEvent,
  MockEventBody,
  RoundEventBody,
} from '../../src-shared/domain/events.ts';
import { applyCardEvent } from '../../src-shared/domain/fold.ts';
import { type CardId, cardIdSchema, type DeviceId, type OpId } from '../../src-shared/domain/ids.ts';
import {
  createMemoryModel,
  defaultWeights,
  type MemoryModel,
  weightsSchema,
} from '../../src-shared/domain/memory.ts';
import type { OperationStatus } from '../db/queries/log.ts';
import { type AttemptRow, foldAttempt, isMockEvent } from '../db/queries/mocks.ts';
import { foldRound, isRoundEvent, type RoundRow } from '../db/queries/rounds.ts';
import type { Store } from '../db/store.ts';

/** Key of the `setting` table under which the last `parameters` event stands. */
export const weightsKey = 'weights';

/** What one pass over the log gathers: everything that other tables are made of. */
export type LogSummary = {
  events: number;
  unreadable: string[];
  /** Every card that an event names, by the id that it had then. */
  cards: Set<CardId>;
  /** The fold of each card's effective events, under the weights that the log has last. */
  states: Map<CardId, CardState>;
  devices: Map<DeviceId, { events: number; last: number }>;
  /** By device, how many places in its sequence are known to be empty. */
  lost: Map<DeviceId, number>;
  /** Every action that does not count, and whether redo reaches it. */
  annulled: Map<OpId, OperationStatus>;
  /** The settings that effective events set last, and under their key the weights. */
  settings: Map<string, unknown>;
  /** Former ids and the present id of each. */
  aliases: Map<string, string>;
  attempts: Map<string, AttemptRow>;
  rounds: Map<string, RoundRow>;
};

/** Goes through the whole log once, in order, and folds all that is derived from it. */
export function summariseLog(store: Store): LogSummary {
  const ground = readGround(store);
  const log: LogSummary = {
    events: 0,
    unreadable: [],
    cards: new Set(),
    states: new Map(),
    devices: new Map(),
    lost: new Map(),
    annulled: new Map(),
    settings: ground.settings,
    aliases: ground.aliases,
    attempts: new Map(),
    rounds: new Map(),
  };
  const weights = weightsSchema.safeParse(ground.settings.get(weightsKey));
  const model = createMemoryModel(weights.success ? weights.data : defaultWeights);
  const follow = createFollower(log.annulled);
  const losses: Extract<EventBody, { type: 'loss' }>[] = [];
  for (const item of store.log.scan()) {
    log.events++;
    if ('fault' in item) {
      log.unreadable.push(item.fault);
      continue;
    }
    const { event } = item;
    const { body, device, seq } = event;
    const before = log.devices.get(device);
    if (!before) log.devices.set(device, { events: 1, last: seq });
    else {
      before.events++;
      before.last = Math.max(before.last, seq);
    }
    follow(event);
    if (body.type === 'loss') losses.push(body);
    if (isMockEvent(event)) {
      const next = foldAttempt(log.attempts.get(event.body.attemptId) ?? null, event);
      if (next) log.attempts.set(next.attempt_id, next);
    }
    if (isRoundEvent(event)) {
      const next = foldRound(log.rounds.get(event.body.roundId) ?? null, event);
      if (next) log.rounds.set(next.round_id, next);
    }
    if (!isCardBody(body)) continue;
    log.cards.add(body.cardId);
    if (ground.annulled.has(event.opId)) continue;
    const cardId = resolveAlias(log.aliases, body.cardId);
    const state = log.states.get(cardId) ?? newCardState;
    log.states.set(
      cardId,
      applyCardEvent(cardId, state, { id: event.id, studyDay: event.studyDay, body }, model),
    );
  }
  for (const [device, seqs] of Map.groupBy(losses, ({ of }) => of)) {
    const empty = new Set(seqs.flatMap(loss => loss.seqs));
    log.lost.set(device, [...empty].filter(seq => !store.log.isTaken(device, seq)).length);
  }
  return log;
}

/** The state of every card that anything effective happened to, folded anew under a model. */
export function foldStates(store: Store, model: MemoryModel): Map<CardId, CardState> {
  const aliases = store.settings.aliases();
  const states = new Map<CardId, CardState>();
  for (const { cardId: then, event } of store.steps.all()) {
    const cardId = resolveAlias(aliases, then);
    states.set(cardId, applyCardEvent(cardId, states.get(cardId) ?? newCardState, event, model));
  }
  return states;
}

/** What has to be known of a log before the rest of it can be folded in one pass. */
type Ground = { annulled: Set<OpId>; settings: Map<string, unknown>; aliases: Map<string, string> };

function readGround(store: Store): Ground {
  const events = store.log.governing();
  const annulled = new Set<OpId>();
  for (const { body } of events) {
    if (body.type === 'undo') annulled.add(body.target);
    if (body.type === 'redo') annulled.delete(body.target);
  }
  const effective = events.filter(({ opId }) => !annulled.has(opId));
  return { annulled, settings: foldSettings(effective), aliases: foldAliases(effective) };
}

/** Follows which actions count: an undo or redo moves one, and a new action drops what its device undid before it. */
function createFollower(annulled: LogSummary['annulled']): (event: LogEvent) => void {
  const devices = new Map<DeviceId, { opId: OpId | null; undone: Set<OpId> }>();
  return ({ device, opId, body }) => {
    const on = devices.get(device) ?? { opId: null, undone: new Set() };
    devices.set(device, on);
    if (body.type === 'undo') {
      annulled.set(body.target, 'undone');
      on.undone.add(body.target);
    } else if (body.type === 'redo') {
      annulled.delete(body.target);
      on.undone.delete(body.target);
    } else if (opId !== on.opId && isUndoable(body)) {
      for (const dropped of on.undone) annulled.set(dropped, 'dropped');
      on.undone.clear();
    }
    // The events of an action follow one another.
    on.opId = opId;
  };
}

type OutsideUndo = 'rename' | 'loss' | 'undo' | 'redo' | (MockEventBody | RoundEventBody)['type'];

const outsideUndo: Record<OutsideUndo, true> = {
  rename: true,
  loss: true,
  undo: true,
  redo: true,
  mock_start: true,
  mock_act: true,
  mock_note: true,
  mock_submit: true,
  mock_contest: true,
  mock_abandon: true,
  round_start: true,
  round_answer: true,
  round_end: true,
};

/** Types of events by which no action begins that undo reaches. */
export const typesOutsideUndo: readonly string[] = Object.keys(outsideUndo);

/** What stands outside of undo leaves alone what was undone before it. */
export function isUndoable({ type }: { type: EventType }): boolean {
  return !(type in outsideUndo);
}

function foldSettings(effective: readonly LogEvent[]): Map<string, unknown> {
  const set = new Map<string, unknown>();
  for (const { body } of effective) {
    if (body.type === 'setting') set.set(body.key, body.value);
    if (body.type === 'parameters') set.set(weightsKey, body.weights);
  }
  return set;
}

/** Former ids and the present id of each, from the effective renames in order. */
export function foldAliases(effective: readonly LogEvent[]): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const { body } of effective) {
    if (body.type !== 'rename') continue;
    for (const [former, now] of aliases) if (now === body.from) aliases.set(former, body.cardId);
    aliases.set(body.from, body.cardId);
    aliases.delete(body.cardId);
  }
  return aliases;
}

function resolveAlias(aliases: ReadonlyMap<string, string>, cardId: CardId): CardId {
  const present = aliases.size === 0 ? undefined : aliases.get(cardId);
  return present === undefined ? cardId : cardIdSchema.parse(present);
}

/** True for an event that a card's fold reads. */
export function isCardBody(body: EventBody): body is CardEventBody {
  return 'cardId' in body;
}

import type { CardState } from '../../src-shared/domain/card-state.ts';
import { defaultSettings } from '../../src-shared/domain/default-settings.ts';
import { advanceClock, type EventBody, type LogEvent } from '../../src-shared/domain/events.ts';
import { applyCardEvent, type CardEvent, foldCard } from '../../src-shared/domain/fold.ts';
import {
  type CardId,
  cardIdSchema,
  deviceIdSchema,
  eventIdSchema,
  type OpId,
  opIdSchema,
} from '../../src-shared/domain/ids.ts';
import {
  createMemoryModel,
  defaultWeights,
  type MemoryModel,
  type Weights,
  weightsSchema,
} from '../../src-shared/domain/memory.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { type Settings, settingsSchema } from '../../src-shared/domain/settings.ts';
import { findStudyDay, formatInstant, type Instant } from '../../src-shared/domain/study-day.ts';
import { createUuid } from '../db/new-id.ts';
import type { Operation } from '../db/queries/log.ts';
import type { Store } from '../db/store.ts';
import {
  foldAliases,
  foldStates,
  isCardBody,
  isUndoable,
  summariseLog,
  typesOutsideUndo,
  weightsKey,
} from './log-summary.ts';
import { createTrail, type Trail } from './trail.ts';

/** A later moment is a clock gone wrong. It would hold the log's clock there, and soon be no exact number. */
const latestMs = Date.UTC(2200, 0, 1);

/** An event at a moment of its own, such as an answer that was given elsewhere. */
export type Moment = { at: Instant; body: EventBody };

/** One user action: its events, and whether undo reaches it. */
export type Action = { bodies: readonly EventBody[]; undoable: boolean };

/**
 * The one way to change a profile. Every change is an event (or several, for one user action) that is appended
 * to the log and folded into the tables in the same transaction; undo and redo append events too.
 */
export type Journal = {
  settings(): Settings;
  model(): MemoryModel;
  /** The weights in force, which the model is made of. */
  weights(): Weights;
  /** Which cards changed: one reader may follow it. */
  trail: Trail;
  /** Takes one user action. Durable when it returns; on an error nothing was changed. */
  commit(at: Instant, bodies: readonly EventBody[], options?: { undoable: boolean }): OpId;
  /** Takes several actions in one transaction: all of them are durable when it returns, or none. */
  commitAll(at: Instant, actions: readonly Action[]): void;
  /**
   * Takes one action whose events lie at moments of their own, those of a card together; each is drawn once those before
   * it are folded in. Durable when it returns; on an error nothing was changed.
   */
  commitMoments(at: Instant, moments: Iterable<Moment>): void;
  /** What undo would take back and redo do again, or null. */
  peek(): { undo: Operation | null; redo: Operation | null };
  undo(at: Instant): Operation | null;
  redo(at: Instant): Operation | null;
  /** The fold of one card's events as the log has them now, under the model in force or another. */
  replayCard(cardId: CardId, under?: MemoryModel): CardState;
  /**
   * Takes in this device's own events that were written elsewhere, in their order, after a copy was made of the database
   * and other devices' events came into it: as if they had been written here.
   */
  takeLate(events: readonly LogEvent[]): void;
  /**
   * Makes every table that is derived from the log anew, after `change` did something underneath (took in events of
   * other devices); all in one transaction.
   */
  rebuild(change: () => void): void;
};

/** Opens the journal of a store; gives the installation its device id the first time. */
export function createJournal(store: Store, options: { at: Instant; readOnly: boolean }): Journal {
  if (!options.readOnly && store.log.ownDevice() === null) {
    store.transact(() => store.log.addOwnDevice(deviceIdSchema.parse(createUuid(options.at.atMs))));
  }
  const trail = createTrail(store.countChanges);
  let settings = readSettings(store);
  let weights = readWeights(store);
  let model = createMemoryModel(weights);

  /** Where this device's part of the log ends; each event that is appended moves it on. */
  const readEnd = () => {
    const own = store.log.ownDevice();
    if (!own) throw new Error('a read-only profile cannot be changed');
    return { ...own, clock: store.log.lastClock() };
  };

  const append = (end: ReturnType<typeof readEnd>, at: Instant, opId: OpId, body: EventBody): LogEvent => {
    refuseWrongClock(at);
    end.lastSeq += 1;
    end.clock = advanceClock(end.clock, at.atMs);
    const event: LogEvent = {
      id: eventIdSchema.parse(createUuid(at.atMs)),
      device: end.device,
      seq: end.lastSeq,
      clock: end.clock,
      opId,
      at,
      studyDay: findStudyDay(at, settings.dayStartHour),
      body,
    };
    store.log.append(event, true);
    return event;
  };

  const replayCard = (cardId: CardId, under = model): CardState =>
    foldCard(cardId, listEffective(store, cardId), under);

  const refold = (cardId: CardId): void => {
    trail.touch(cardId);
    const events = [...listEffective(store, cardId)];
    if (events.length === 0) store.states.remove(cardId);
    else store.states.put(cardId, foldCard(cardId, events, model));
  };

  /** Settings or weights were written, which all that is kept in memory rests on. */
  let isSettled = true;
  const unsettle = (): void => {
    isSettled = false;
    trail.touchAll();
  };

  const reloadModel = (): void => {
    const stored = readWeights(store);
    if (stored.every((weight, index) => weight === weights[index])) return;
    weights = stored;
    model = createMemoryModel(weights);
  };

  const refoldAll = (): void => {
    reloadModel();
    store.tallies.rebuildAfter(() => store.states.replaceAll(foldStates(store, model)));
  };

  const resolve = (cardId: CardId): CardId => cardIdSchema.parse(store.settings.resolve(cardId));

  /** Folds one new event, the latest of all, into the tables. */
  const applyNew = (event: LogEvent): void => {
    const { body } = event;
    switch (body.type) {
      case 'setting':
        unsettle();
        store.settings.put(body.key, body.value);
        break;
      case 'parameters':
        unsettle();
        store.settings.put(weightsKey, body.weights);
        refoldAll();
        break;
      case 'rename':
        trail.touchAll();
        applyRename(store, body.cardId, body.from, refold);
        break;
      case 'undo':
      case 'redo':
      case 'loss':
        break;
      case 'mock_start':
      case 'mock_act':
      case 'mock_note':
      case 'mock_submit':
      case 'mock_contest':
      case 'mock_abandon':
        store.mocks.apply({ ...event, body });
        break;
      case 'round_start':
      case 'round_answer':
      case 'round_end':
        store.rounds.apply({ ...event, body });
        break;
      default: {
        const cardId = resolve(body.cardId);
        const next = applyCardEvent(cardId, store.states.get(cardId), { ...event, body }, model);
        trail.touch(cardId);
        store.states.put(cardId, next);
      }
    }
  };

  /** Brings the tables in line after an operation came or went underneath. */
  const replayOperation = (opId: OpId): void => {
    const touched = new Set<CardId>();
    for (const { body } of store.log.ofOperation(opId)) {
      switch (body.type) {
        case 'setting': {
          unsettle();
          const last = store.log.lastOf('setting', body.key)?.body;
          if (last?.type === 'setting') store.settings.put(body.key, last.value);
          else store.settings.remove(body.key);
          break;
        }
        case 'parameters': {
          unsettle();
          const last = store.log.lastOf('parameters', null)?.body;
          if (last?.type === 'parameters') store.settings.put(weightsKey, last.weights);
          else store.settings.remove(weightsKey);
          refoldAll();
          break;
        }
        case 'undo':
        case 'redo':
        case 'loss':
        // Never undone: submission is final.
        case 'mock_start':
        case 'mock_act':
        case 'mock_note':
        case 'mock_submit':
        case 'mock_contest':
        case 'mock_abandon':
        case 'round_start':
        case 'round_answer':
        case 'round_end':
          break;
        default:
          touched.add(resolve(body.cardId));
      }
    }
    for (const cardId of touched) refold(cardId);
  };

  const rebuildTables = (): void => {
    unsettle();
    const log = summariseLog(store);
    const [unreadable] = log.unreadable;
    if (unreadable) throw new Error(unreadable);
    store.log.rebuildOperations(typesOutsideUndo);
    for (const [opId, status] of log.annulled) store.log.setStatus(opId, status);
    store.states.replaceAll(log.states);
    for (const key of store.settings.all().keys()) if (!log.settings.has(key)) store.settings.remove(key);
    for (const [key, value] of log.settings) store.settings.put(key, value);
    reloadModel();
    store.settings.replaceAliases(log.aliases);
    store.mocks.replaceAll(log.attempts.values());
    store.rounds.replaceAll(log.rounds.values());
  };

  const takeLate = (events: readonly LogEvent[]): void => {
    const touched = new Set<OpId>();
    let last: OpId | null = null;
    for (const event of events) {
      const { body, opId } = event;
      const isNew = opId !== last;
      const undoable = isUndoable(body);
      if (isNew && undoable) store.log.dropUndone(event.device);
      store.log.append(event, true);
      if (isNew) store.log.addOperation(event, undoable);
      last = opId;
      if (body.type === 'undo') store.log.setStatus(body.target, 'undone');
      if (body.type === 'redo') store.log.setStatus(body.target, 'done');
      touched.add(body.type === 'undo' || body.type === 'redo' ? body.target : opId);
    }
    // Mocks, rounds and renames are rare meanwhile, and their tables made whole are not worth a way of their own.
    if (events.some(({ body }) => !isUndoable(body) && body.type !== 'undo' && body.type !== 'redo'))
      store.tallies.rebuildAfter(rebuildTables);
    else for (const opId of touched) replayOperation(opId);
  };

  /** Runs a change; what is kept in memory follows the database, also when the change fails. */
  const change = <T>(work: () => T): T => {
    try {
      return trail.follow(() => store.transact(work));
    } catch (error) {
      unsettle();
      throw error;
    } finally {
      if (!isSettled) {
        settings = readSettings(store);
        reloadModel();
        isSettled = true;
      }
    }
  };

  const act = (startedAt: Instant, moments: Iterable<Moment>, undoable: boolean): OpId => {
    const opId = opIdSchema.parse(createUuid(startedAt.atMs));
    const end = readEnd();
    let isBegun = false;
    for (const { at, body } of moments) {
      if (!isBegun && undoable) store.log.dropUndone(end.device);
      const event = append(end, at, opId, body);
      if (!isBegun) store.log.addOperation(event, undoable);
      isBegun = true;
      applyNew(event);
    }
    return opId;
  };

  const actNow = (at: Instant, { bodies, undoable }: Action): OpId =>
    act(
      at,
      bodies.map(body => ({ at, body })),
      undoable,
    );

  const annul = (at: Instant, type: 'undo' | 'redo'): Operation | null =>
    change(() => {
      const own = store.log.ownDevice();
      const target =
        own && (type === 'undo' ? store.log.topDone(own.device) : store.log.topUndone(own.device));
      if (!target) return null;
      const opId = opIdSchema.parse(createUuid(at.atMs));
      store.log.addOperation(append(readEnd(), at, opId, { type, target: target.opId }), false);
      store.log.setStatus(target.opId, type === 'undo' ? 'undone' : 'done');
      replayOperation(target.opId);
      return target;
    });

  return {
    settings: () => settings,
    trail,
    model: () => model,
    weights: () => weights,
    commit: (at, bodies, { undoable } = { undoable: true }) => change(() => actNow(at, { bodies, undoable })),
    commitMoments: (at, moments) => change(() => store.states.holding(() => void act(at, moments, true))),
    commitAll: (at, actions) =>
      change(() => {
        for (const action of actions) actNow(at, action);
      }),
    peek: () => {
      const own = store.log.ownDevice();
      if (!own) return { undo: null, redo: null };
      return { undo: store.log.topDone(own.device), redo: store.log.topUndone(own.device) };
    },
    undo: at => annul(at, 'undo'),
    redo: at => annul(at, 'redo'),
    replayCard,
    takeLate: events => change(() => takeLate(events)),
    rebuild: beneath =>
      change(() =>
        store.tallies.rebuildAfter(() => {
          beneath();
          rebuildTables();
        }),
      ),
  };
}

function refuseWrongClock(at: Instant): void {
  if (at.atMs < latestMs) return;
  throw new ProblemError(
    'invalid',
    `The clock stands at ${formatInstant(at)}, which cannot be right.`,
    'Set it and try again. Nothing was changed.',
  );
}

function* listEffective(store: Store, cardId: CardId): Generator<CardEvent> {
  for (const { event, effective } of store.log.ofCard(cardId)) {
    if (effective && isCardBody(event.body))
      yield { id: event.id, studyDay: event.studyDay, body: event.body };
  }
}

function applyRename(store: Store, cardId: CardId, from: CardId, refold: (cardId: CardId) => void): void {
  store.settings.replaceAliases(foldAliases(store.log.renames()));
  store.states.remove(from);
  refold(cardId);
}

/** The settings in force: defaults, and over them what was set. A value that no longer fits falls back to its default. */
function readSettings(store: Store): Settings {
  const set = Object.fromEntries(store.settings.all());
  const result = settingsSchema.safeParse({ ...defaultSettings, ...set });
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map(issue => String(issue.path[0])));
  const right = Object.fromEntries(Object.entries(set).filter(([key]) => !wrong.has(key)));
  return settingsSchema.parse({ ...defaultSettings, ...right });
}

/** The weights in force: those of the last effective `parameters` event, else FSRS's defaults. */
function readWeights(store: Store): Weights {
  const stored = weightsSchema.safeParse(store.settings.all().get(weightsKey));
  return stored.success ? stored.data : defaultWeights;
}

import { assertNever } from './assert-never.ts';
import { type CardState, newCardState } from './card-state.ts';
import { noLoad, pickDueDay, seedFuzz } from './due-day.ts';
import { type AnswerBody, type CardEventBody, compareEvents, type LogEvent } from './events.ts';
import type { CardId } from './ids.ts';
import type { MemoryModel } from './memory.ts';
import { hash32 } from './random.ts';
import { ratings } from './rating.ts';
import { countElapsedDays } from './scheduling.ts';
import type { StudyDay } from './study-day.ts';

/** An event on a card, with what the fold reads of its envelope. */
export type CardEvent = {
  id: LogEvent['id'];
  studyDay: StudyDay;
  body: Exclude<CardEventBody, AnswerBody> | FoldedAnswer;
};

/** What the fold reads of an answer. */
export type FoldedAnswer = Pick<
  AnswerBody,
  | 'type'
  | 'rating'
  | 'phaseAfter'
  | 'stepAfter'
  | 'dueDay'
  | 'dueAtMs'
  | 'chainBefore'
  | 'retention'
  | 'maximumDays'
>;

/**
 * A card's state from its effective events, in the order of `compareEvents`. Memory follows the model's
 * weights, whatever they were when the answers were given; due is what each answer recorded.
 */
export function foldCard(cardId: CardId, events: Iterable<CardEvent>, model: MemoryModel): CardState {
  let state = newCardState;
  for (const event of events) state = applyCardEvent(cardId, state, event, model);
  return state;
}

/** One step of the fold. `cardId` is the card's present id (an event may carry a former one). */
export function applyCardEvent(
  cardId: CardId,
  state: CardState,
  event: CardEvent,
  model: MemoryModel,
): CardState {
  const { body } = event;
  switch (body.type) {
    case 'answer':
      return applyAnswer(cardId, state, event, body, model);
    case 'forget':
      return { ...newCardState, ...keepMarks(state), chain: extendChain(state.chain, event.id) };
    case 'set_due':
      return setDue(state, event, body.dueDay, body.memory);
    case 'memory_set':
      return {
        ...setDue(state, event, body.dueDay, body.memory),
        memory: body.memory,
        lastDay: event.studyDay,
        reps: body.reps,
        lapses: body.lapses,
      };
    case 'suspend':
      return { ...state, suspended: body.on };
    case 'bury':
      return { ...state, buriedUntil: body.until };
    case 'flag':
      return { ...state, flag: body.flag };
    case 'tag':
      return { ...state, tags: changeTag(state.tags, body.tag, body.on) };
    case 'note':
      return { ...state, note: body.text };
    case 'mark':
      return { ...state, marked: true };
    case 'practice':
    case 'rename':
      return state;
    default:
      return assertNever(body);
  }
}

function applyAnswer(
  cardId: CardId,
  state: CardState,
  event: CardEvent,
  body: FoldedAnswer,
  model: MemoryModel,
): CardState {
  const elapsedDays = countElapsedDays(state, event.studyDay);
  const memory = model.next(state.memory, elapsedDays, body.rating);
  const onSameGround = state.chain === body.chainBefore;
  const dueDay =
    onSameGround || body.dueAtMs !== null
      ? body.dueDay
      : pickDueDay({
          today: event.studyDay,
          intervalDays: model.interval(memory.stability, body.retention, body.maximumDays),
          elapsedDays,
          maximumDays: body.maximumDays,
          atLeastDays: 1,
          seed: seedFuzz(cardId, state.reps),
          load: noLoad,
        });
  return {
    ...state,
    phase: body.phaseAfter,
    step: body.stepAfter,
    memory,
    reps: state.reps + 1,
    lapses: state.lapses + (state.phase === 'review' && body.rating === ratings.again ? 1 : 0),
    lastDay: event.studyDay,
    dueDay,
    dueAtMs: body.dueAtMs,
    marked: false,
    chain: extendChain(state.chain, event.id),
  };
}

function setDue(
  state: CardState,
  event: CardEvent,
  dueDay: StudyDay,
  memory: CardState['memory'],
): CardState {
  return {
    ...state,
    phase: 'review',
    step: 0,
    memory: state.memory ?? memory,
    lastDay: state.lastDay ?? event.studyDay,
    dueDay,
    dueAtMs: null,
    buriedUntil: null,
    chain: extendChain(state.chain, event.id),
  };
}

function keepMarks(state: CardState): Pick<CardState, 'suspended' | 'flag' | 'tags' | 'note'> {
  return { suspended: state.suspended, flag: state.flag, tags: state.tags, note: state.note };
}

function extendChain(chain: number, eventId: string): number {
  return hash32(`${chain} ${eventId}`);
}

function changeTag(tags: readonly string[], tag: string, on: boolean): readonly string[] {
  const others = tags.filter(other => other !== tag);
  return on ? [...others, tag].sort() : others;
}

/**
 * The events of a log that count: those whose operation is not annulled, in order. An operation is annulled
 * where the last undo or redo that names it, in the order of events, is an undo.
 */
export function selectEffective(log: readonly LogEvent[]): LogEvent[] {
  const annulled = new Set<string>();
  const ordered = [...log].sort(compareEvents);
  for (const { body } of ordered) {
    if (body.type === 'undo') annulled.add(body.target);
    if (body.type === 'redo') annulled.delete(body.target);
  }
  return ordered.filter(
    ({ opId, body }) => body.type !== 'undo' && body.type !== 'redo' && !annulled.has(opId),
  );
}

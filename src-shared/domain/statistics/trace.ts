import type { Phase } from '../card-state.ts';
import type { CardId } from '../ids.ts';
import { type Rating, ratings } from '../rating.ts';
import type { StudyDay } from '../study-day.ts';

/** What statistics read of an effective event on a card. */
export type LoggedStep = {
  type: 'answer' | 'practice' | 'forget' | 'memory_set' | 'set_due';
  /** The card's present id. */
  cardId: CardId;
  /** Null where the card is in no deck any more. */
  topic: string | null;
  day: StudyDay;
  atMs: number;
  offsetMin: number;
  rating: Rating | null;
  takenMs: number | null;
  phaseBefore: Phase | null;
  recall: number | null;
  dueDay: StudyDay | null;
};

/** An answer with what came before it on its card. */
export type PastAnswer = {
  cardId: CardId;
  topic: string | null;
  day: StudyDay;
  /** Local hour of the clock, 0 to 23. */
  hour: number;
  takenMs: number;
  rating: Rating;
  remembered: boolean;
  /** Null in extra study, which leaves the schedule alone. */
  phaseBefore: Phase | null;
  /** The scheduler's prediction at that moment; null for a card without memory, and in extra study. */
  recall: number | null;
  /** Study days since the answer before; null where there is none. */
  elapsedDays: number | null;
  /** The interval that the card was given then, in study days. */
  intervalDays: number | null;
  /** 1 and the answers so far that came on a later day than the one before them, with this one. */
  spacedTurn: number;
  /** Earlier answers among those that were Again. */
  spacedLapses: number;
};

type Trace = { lastDay: StudyDay; dueDay: StudyDay | null; turn: number; lapses: number };

/** Gives each answer what came before it. Steps stand in the order of events; extra study changes nothing. */
export function traceAnswers(steps: Iterable<LoggedStep>): PastAnswer[] {
  const traces = new Map<CardId, Trace>();
  const answers: PastAnswer[] = [];
  for (const step of steps) {
    const before = traces.get(step.cardId);
    const elapsedDays = before ? Math.max(0, step.day - before.lastDay) : null;
    const spaced = elapsedDays !== null && elapsedDays > 0 && step.type === 'answer';
    const turn = (before?.turn ?? 1) + (spaced ? 1 : 0);
    if (step.rating !== null) {
      answers.push({
        cardId: step.cardId,
        topic: step.topic,
        day: step.day,
        hour: findHour(step),
        takenMs: step.takenMs ?? 0,
        rating: step.rating,
        remembered: step.rating !== ratings.again,
        phaseBefore: step.phaseBefore,
        recall: step.recall,
        elapsedDays,
        intervalDays: before && before.dueDay !== null ? before.dueDay - before.lastDay : null,
        spacedTurn: turn,
        spacedLapses: before?.lapses ?? 0,
      });
    }
    const next = advance(step, before, turn, spaced);
    if (next) traces.set(step.cardId, next);
    else traces.delete(step.cardId);
  }
  return answers;
}

function advance(
  step: LoggedStep,
  before: Trace | undefined,
  turn: number,
  spaced: boolean,
): Trace | undefined {
  switch (step.type) {
    case 'practice':
      return before;
    case 'forget':
      return undefined;
    case 'set_due':
      // A date says when to ask, not that anything was recalled: the last answer stays the last.
      return { lastDay: step.day, turn: 1, lapses: 0, ...before, dueDay: step.dueDay };
    case 'memory_set':
      return { lastDay: step.day, dueDay: step.dueDay, turn: 1, lapses: 0 };
    case 'answer':
      return {
        lastDay: step.day,
        dueDay: step.dueDay,
        turn,
        lapses: (before?.lapses ?? 0) + (spaced && step.rating === ratings.again ? 1 : 0),
      };
  }
}

const HOUR_MS = 3_600_000;

function findHour({ atMs, offsetMin }: LoggedStep): number {
  const hours = Math.floor((atMs + offsetMin * 60_000) / HOUR_MS);
  return ((hours % 24) + 24) % 24;
}

/** A review: an answer to a card past its first steps, which its interval had let rest. */
export function isReview(answer: PastAnswer): boolean {
  return answer.phaseBefore === 'review';
}

/** An answer that tests a prediction. */
export type Prediction = PastAnswer & { recall: number; elapsedDays: number };

/** The answers that test a prediction: on a card with memory, on a later day than the answer before. */
export function listPredictions(answers: readonly PastAnswer[]): Prediction[] {
  return answers.flatMap(answer =>
    answer.recall !== null && answer.elapsedDays !== null && answer.elapsedDays > 0
      ? [{ ...answer, recall: answer.recall, elapsedDays: answer.elapsedDays }]
      : [],
  );
}

import type { CardId } from '../ids.ts';
import { type Rating, ratings } from '../rating.ts';
import type { StudyDay } from '../study-day.ts';

/** What statistics read of an effective event on a card. */
export type LoggedStep = {
  /** What it is where it is no answer to a card of the day: that nearly all are such answers is worth no word each. */
  other: 'practice' | 'forget' | 'memory_set' | 'set_due' | null;
  /** The card's present id. */
  cardId: CardId;
  day: StudyDay;
  /** Hours since 1970 by the person's own clock where they were. */
  localHour: number;
  rating: Rating | null;
  /** 1 for an answer to a card past its first steps, which its interval had let rest. */
  isReview: 0 | 1;
  recall: number | null;
  dueDay: StudyDay | null;
};

/** An answer with what came before it on its card. */
export type PastAnswer = {
  cardId: CardId;
  day: StudyDay;
  /** Local hour of the clock, 0 to 23. */
  hour: number;
  remembered: boolean;
  /** False in first steps, and in extra study, which leaves the schedule alone. */
  isReview: boolean;
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

/** Where the history of a card stands. */
type Trace = { lastDay: StudyDay; dueDay: StudyDay | null; turn: number; lapses: number };

/**
 * Gives each answer what came before it on its card; null for what is none. Steps come card by card, those of one card
 * in the order of events, and nothing is kept but where the present one stands. Extra study changes nothing.
 */
export function createTracer(): (step: LoggedStep) => PastAnswer | null {
  let cardId: CardId | null = null;
  let trace: Trace | null = null;
  return step => {
    if (step.cardId !== cardId) {
      cardId = step.cardId;
      trace = null;
    }
    const elapsedDays = trace === null ? null : Math.max(0, step.day - trace.lastDay);
    const isSpaced = elapsedDays !== null && elapsedDays > 0 && step.other === null;
    const turn = (trace?.turn ?? 1) + (isSpaced ? 1 : 0);
    const answer =
      step.rating === null
        ? null
        : {
            cardId,
            day: step.day,
            hour: ((step.localHour % 24) + 24) % 24,
            remembered: step.rating !== ratings.again,
            isReview: step.isReview === 1,
            recall: step.recall,
            elapsedDays,
            intervalDays: trace === null || trace.dueDay === null ? null : trace.dueDay - trace.lastDay,
            spacedTurn: turn,
            spacedLapses: trace?.lapses ?? 0,
          };
    trace = advance(step, trace, turn, isSpaced);
    return answer;
  };
}

function advance(step: LoggedStep, before: Trace | null, turn: number, isSpaced: boolean): Trace | null {
  switch (step.other) {
    case 'practice':
      return before;
    case 'forget':
      return null;
    case 'set_due':
      // A date says when to ask, not that anything was recalled: the last answer stays the last.
      return { lastDay: step.day, turn: 1, lapses: 0, ...before, dueDay: step.dueDay };
    case 'memory_set':
      return { lastDay: step.day, dueDay: step.dueDay, turn: 1, lapses: 0 };
    case null:
      return {
        lastDay: step.day,
        dueDay: step.dueDay,
        turn,
        lapses: (before?.lapses ?? 0) + (isSpaced && step.rating === ratings.again ? 1 : 0),
      };
  }
}

/** An answer that tests a prediction. */
export type Prediction = PastAnswer & { recall: number; elapsedDays: number };

/** True for an answer that tests a prediction: on a card with memory, on a later day than the answer before. */
export function isPrediction(answer: PastAnswer): answer is Prediction {
  return answer.recall !== null && answer.elapsedDays !== null && answer.elapsedDays > 0;
}

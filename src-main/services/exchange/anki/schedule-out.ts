import type { CardState } from '../../../../src-shared/domain/card-state.ts';
import type { StudyDay } from '../../../../src-shared/domain/study-day.ts';
import type { AnkiCard, AnkiReview } from '../../../db/anki/rows.ts';
import type { HistoryStep } from '../../../db/queries/exchange.ts';
import type { Outgoing } from './gather.ts';

/** The columns of a card that tell when it comes. */
type Schedule = Omit<AnkiCard, 'id' | 'noteId' | 'deckId' | 'ord'>;

/** SM-2's starting ease × 1000. Readers that know FSRS go by `data`. */
const startingFactor = 2500;

/** When a card comes and how well it is held, in Anki's terms. `firstDay` is day 0 of the collection. */
export function writeSchedule(
  state: CardState,
  place: number,
  lastAnswerMs: number | null,
  firstDay: StudyDay,
  today: StudyDay,
  { settings, decay }: Pick<Outgoing, 'settings' | 'decay'>,
): Schedule {
  const { phase, memory, lastDay, dueDay, dueAtMs } = state;
  const base = {
    odue: 0,
    odid: 0,
    flags: state.flag,
    reps: state.reps,
    lapses: state.lapses,
    data: JSON.stringify({
      pos: place,
      ...(memory
        ? {
            s: round(memory.stability, 4),
            d: round(memory.difficulty, 3),
            dr: round(settings.desiredRetention, 2),
            decay: round(decay, 3),
          }
        : {}),
      ...(lastAnswerMs === null ? {} : { lrt: Math.floor(lastAnswerMs / 1000) }),
    }),
  };
  const park = (queue: number): number => {
    if (state.suspended) return -1;
    return state.buriedUntil !== null && state.buriedUntil > today ? -3 : queue;
  };
  if (phase === 'new' || dueDay === null || memory === null) {
    return { ...base, type: 0, queue: park(0), due: place, ivl: 0, factor: 0, left: 0 };
  }
  const ivl = Math.max(1, dueDay - (lastDay ?? dueDay));
  const shared = { ...base, ivl, factor: startingFactor };
  if (phase === 'review' || dueAtMs === null)
    return { ...shared, type: 2, queue: park(2), due: dueDay - firstDay, left: 0 };
  const steps = phase === 'learning' ? settings.learningStepsMin : settings.relearningStepsMin;
  const left = Math.max(1, steps.length - state.step);
  return {
    ...shared,
    type: phase === 'learning' ? 1 : 3,
    queue: park(1),
    due: Math.floor(dueAtMs / 1000),
    ivl: phase === 'learning' ? 0 : ivl,
    left: left * 1000 + left,
  };
}

const answerTypes = { new: 0, learning: 0, review: 1, relearning: 2 } as const;
const filteredType = 3;
const manualType = 4;

/**
 * A history as Anki's log: the interval before is that of the step before on the same card. A memory that came in by
 * an import is no step: what it rests on stands in the log itself.
 */
export function writeReviews(
  steps: readonly HistoryStep[],
  ankiIds: ReadonlyMap<string, number>,
): AnkiReview[] {
  const told = steps.filter(({ cardId, source }) => source !== 'import' && ankiIds.has(cardId));
  const ids = chooseIds(told);
  const lastIntervals = new Map<string, number>();
  return told.map(step => {
    const lastIvl = lastIntervals.get(step.cardId) ?? 0;
    const ivl = step.type === 'practice' ? lastIvl : findInterval(step);
    lastIntervals.set(step.cardId, ivl);
    return {
      id: ids.get(step) ?? step.atMs,
      cardId: ankiIds.get(step.cardId) ?? 0,
      ease: step.rating ?? 0,
      ivl,
      lastIvl,
      factor: findFactor(step),
      takenMs: step.takenMs ?? 0,
      type: findType(step),
    };
  });
}

/** Moments in ms, made unique by going on to the next free one, which keeps the order of each card's steps. */
function chooseIds(steps: readonly HistoryStep[]): Map<HistoryStep, number> {
  const taken = new Set<number>();
  const ids = new Map<HistoryStep, number>();
  for (const step of steps) {
    let id = step.atMs;
    while (taken.has(id)) id++;
    taken.add(id);
    ids.set(step, id);
  }
  return ids;
}

/** Days, or in steps negative seconds. */
function findInterval({ type, day, dueDay, dueAtMs, atMs }: HistoryStep): number {
  if (type === 'forget' || dueDay === null) return 0;
  return dueAtMs === null ? Math.max(1, dueDay - day) : Math.min(-1, -Math.round((dueAtMs - atMs) / 1000));
}

/** Under FSRS the difficulty from 1 to 10 as 100 to 1100. Extra study and a reset have none. */
function findFactor({ type, difficultyAfter }: HistoryStep): number {
  if (type === 'practice' || type === 'forget') return 0;
  return difficultyAfter === null ? startingFactor : Math.round(((difficultyAfter - 1) / 9 + 0.1) * 1000);
}

function findType({ type, phaseBefore }: HistoryStep): number {
  if (type === 'practice') return filteredType;
  if (type === 'answer') return answerTypes[phaseBefore ?? 'review'];
  return manualType;
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places));
}

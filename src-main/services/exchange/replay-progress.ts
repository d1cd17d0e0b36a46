import { type CardState, newCardState } from '../../../src-shared/domain/card-state.ts';
import type { CardEventBody, EventBody } from '../../../src-shared/domain/events.ts';
import { type CardId, cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { countElapsedDays } from '../../../src-shared/domain/scheduling.ts';
import { addDays, findStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import type { Moment } from '../journal.ts';
import type { Profile } from '../profile.ts';
import type { IncomingProgress, IncomingReview } from './incoming.ts';

/** What became of the progress of one card. */
export type Replayed = 'new' | 'continued' | 'known' | 'own';

/** What decides a card's memory; another event leaves its history alone. */
const deciding: ReadonlySet<EventBody['type']> = new Set(['answer', 'forget', 'set_due', 'memory_set']);

/**
 * Whether progress from elsewhere may be put on a card: it has none yet, or all it has came from an import (then
 * only what is not there yet is added). A card that was studied here keeps what it has.
 */
export function judgeProgress(profile: Profile, progress: IncomingProgress): Replayed {
  const { effective, state } = readHistory(profile, progress);
  const last = effective.findLast(({ body }) => deciding.has(body.type))?.body;
  if (!last) {
    const { standing } = progress;
    const isMarked = listMarks(progress, effective).length > 0;
    return isMarked || standing || listFresh(progress, effective).length > 0 ? 'new' : 'known';
  }
  const isImported =
    last.type === 'memory_set' ? last.source === 'import' : isSameMoment(progress, effective, last);
  if (!isImported) return 'own';
  const fresh = listFresh(progress, effective);
  return fresh.length > 0 || isMoved(progress, state) ? 'continued' : 'known';
}

/** The events that bring a card's progress in, in order; each is made on the state that those before it left. */
export function* replayProgress(
  profile: Profile,
  progress: IncomingProgress,
  at: Instant,
  offsetAt: (atMs: number) => number,
): Generator<Moment> {
  const { store } = profile;
  const { cardId, effective, state: before } = readHistory(profile, progress);
  const place = (atMs: number): Instant => ({ atMs, offsetMin: offsetAt(atMs) });
  const fresh = listFresh(progress, effective);
  const lastAnswer = fresh.findLast(({ kind }) => kind === 'answer');
  for (const review of fresh) {
    const stepsLeft = review === lastAnswer ? progress.stepsLeft : null;
    const moment = place(review.atMs);
    yield {
      at: moment,
      body: makeBody(profile, cardId, store.states.get(cardId), review, moment, stepsLeft),
    };
  }
  const { standing } = progress;
  if (standing && (fresh.length > 0 || isMoved(progress, before))) {
    const { memory, dueDay, reps, lapses } = standing;
    const body: EventBody = { type: 'memory_set', cardId, memory, dueDay, reps, lapses, source: 'import' };
    yield { at: place(standing.atMs), body };
  }
  for (const body of listMarks({ ...progress, cardId }, effective)) yield { at, body };
}

type History = { cardId: CardId; effective: { atMs: number; body: CardEventBody }[]; state: CardState };

function readHistory({ store }: Profile, progress: IncomingProgress): History {
  const cardId = cardIdSchema.parse(store.settings.resolve(progress.cardId));
  const state = store.states.get(cardId);
  // Whatever happens to a card gives it a state of its own.
  if (state === newCardState) return { cardId, effective: [], state };
  const effective = store.log
    .ofCard(cardId)
    .flatMap(({ event, effective }) =>
      effective && 'cardId' in event.body ? [{ atMs: event.at.atMs, body: event.body }] : [],
    );
  return { cardId, effective, state };
}

/** Suspension and flag, where nobody has set them here; what was set stays. */
function listMarks(
  { cardId, suspended, flag }: IncomingProgress,
  effective: History['effective'],
): EventBody[] {
  const id = cardIdSchema.parse(cardId);
  const isOpen = (type: EventBody['type']): boolean => effective.every(({ body }) => body.type !== type);
  return [
    ...(suspended && isOpen('suspend') ? [{ type: 'suspend' as const, cardId: id, on: true }] : []),
    ...(flag !== 0 && isOpen('flag') ? [{ type: 'flag' as const, cardId: id, flag }] : []),
  ];
}

/** A card in steps ends with an answer; that is an imported one where the import has it too. */
function isSameMoment(
  { reviews }: IncomingProgress,
  effective: History['effective'],
  last: CardEventBody,
): boolean {
  const lastMs = effective.findLast(({ body }) => body === last)?.atMs;
  return reviews.some(({ atMs }) => atMs === lastMs);
}

/** The steps that are not in the log yet. */
function listFresh({ reviews }: IncomingProgress, effective: History['effective']): IncomingReview[] {
  const known = new Set(effective.map(({ atMs, body }) => `${body.type} ${atMs}`));
  return reviews.filter(({ kind, atMs }) => !known.has(`${kind} ${atMs}`));
}

function isMoved({ standing }: IncomingProgress, state: CardState): boolean {
  if (!standing) return false;
  return (
    state.memory?.stability !== standing.memory.stability ||
    state.memory.difficulty !== standing.memory.difficulty ||
    state.dueDay !== standing.dueDay ||
    state.reps !== standing.reps ||
    state.lapses !== standing.lapses
  );
}

function makeBody(
  { journal }: Profile,
  cardId: CardId,
  state: CardState,
  review: IncomingReview,
  at: Instant,
  stepsLeft: number | null,
): EventBody {
  if (review.kind === 'forget') return { type: 'forget', cardId };
  const { rating, takenMs } = review;
  const common = { cardId, rating, takenMs, surfaceSeed: 0, response: null, confidence: null };
  if (review.kind === 'practice') return { type: 'practice', ...common };
  const settings = journal.settings();
  const model = journal.model();
  const day = findStudyDay(at, settings.dayStartHour);
  const elapsedDays = countElapsedDays(state, day);
  const { stage, next } = review;
  const isStep = 'afterMs' in next;
  const dueAtMs = isStep ? at.atMs + next.afterMs : null;
  const inSteps = stage === 'learning' ? 'learning' : 'relearning';
  const steps = stage === 'learning' ? settings.learningStepsMin : settings.relearningStepsMin;
  return {
    type: 'answer',
    ...common,
    phaseBefore: stage === 'learning' && state.phase === 'new' ? 'new' : stage,
    phaseAfter: isStep ? inSteps : 'review',
    stepAfter: isStep && stepsLeft !== null ? Math.max(0, steps.length - stepsLeft) : 0,
    memoryBefore: state.memory,
    memoryAfter: model.next(state.memory, elapsedDays, rating),
    recall: state.memory ? model.recall(state.memory, elapsedDays) : null,
    dueDay: isStep
      ? findStudyDay({ ...at, atMs: at.atMs + next.afterMs }, settings.dayStartHour)
      : addDays(day, next.days),
    dueAtMs,
    chainBefore: state.chain,
    retention: settings.desiredRetention,
    maximumDays: settings.maximumIntervalDays,
  };
}

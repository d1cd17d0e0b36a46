import type { CardState } from '../../src-shared/domain/card-state.ts';
import type { AnswerBody, EventBody } from '../../src-shared/domain/events.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { pickNext } from '../../src-shared/domain/queue.ts';
import { ratings } from '../../src-shared/domain/rating.ts';
import type { Settings } from '../../src-shared/domain/settings.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { Input, Next, Session } from '../../src-shared/ipc/contract.ts';
import { findCard, planCard, seedCard, viewCard } from './card-views.ts';
import { describeHistory, stepHistory } from './history.ts';
import type { Profile } from './profile.ts';
import { readExtra, readFirst, readStanding } from './queue.ts';
import { readProgress, readSummary } from './today.ts';

/** An answer as the window or a command gives it. */
export type Answer = Omit<Input<'review:answer'>, 'cardId'> & { cardId: string };

/** Where a session stands: the card to ask, a wait for the next step, or the end of the day. */
export function readNext(profile: Profile, session: Session, at: Instant, learnAhead: boolean): Next {
  const history = describeHistory(profile);
  if (session.kind !== 'today') {
    const cards = session.kind === 'first' ? readFirst(profile, at) : readExtra(profile, session, at);
    const [first] = cards;
    if (!first) return { kind: 'done', summary: readSummary(profile, at), history };
    const card = viewCard(profile, first.cardId, at);
    const progress = readProgress(profile, readStanding(profile, at));
    const counts = { new: 0, learning: 0, due: cards.length };
    return { kind: 'card', card, ...progress, counts, minutesLeft: countMinutes(session, at), history };
  }
  const day = readStanding(profile, at);
  const picked = pickNext(day, at.atMs, learnAhead);
  if (picked) {
    return {
      kind: 'card',
      card: viewCard(profile, picked.cardId, at),
      ...readProgress(profile, day),
      history,
    };
  }
  const [step] = day.steps;
  if (step?.dueAtMs == null) return { kind: 'done', summary: readSummary(profile, at), history };
  const waitMs = step.dueAtMs - at.atMs;
  return { kind: 'wait', untilMs: step.dueAtMs, waitMs, cards: day.steps.length, history };
}

/** Minutes left of a session that ends by the clock; 0 for one that does not. */
function countMinutes(session: Session, at: Instant): number {
  if (session.kind !== 'extra' || session.minutes === null) return 0;
  return session.minutes - (at.atMs - session.startedAtMs) / 60_000;
}

/**
 * Records an answer: one action, durable when this returns. In extra study it is kept without effect on the
 * schedule. Refuses, with nothing changed, a card that is gone and an answer to a surface that is no longer
 * the one shown (pressed twice, answered elsewhere, or shown on another study day, when its buttons said otherwise).
 */
export function answerCard(profile: Profile, answer: Answer, at: Instant): void {
  const { card, state } = findCard(profile, answer.cardId);
  const { cardId } = card;
  if (answer.surfaceSeed !== seedCard(profile, cardId, state, at)) {
    throw new ProblemError(
      'invalid',
      'Nothing was recorded: this card was answered meanwhile, or a new study day has begun.',
      'It is shown anew.',
    );
  }
  const { takenMs, surfaceSeed, response, confidence } = answer;
  if (answer.session.kind === 'extra') {
    const body = {
      type: 'practice',
      cardId,
      rating: answer.rating,
      takenMs,
      surfaceSeed,
      response,
      confidence,
    } as const;
    profile.journal.commit(at, [body]);
    return;
  }
  const settings = profile.journal.settings();
  const plan = planCard(profile, cardId, state, at)[answer.rating];
  const body: AnswerBody = {
    type: 'answer',
    cardId,
    rating: answer.rating,
    takenMs,
    phaseBefore: state.phase,
    phaseAfter: plan.phase,
    stepAfter: plan.step,
    memoryBefore: state.memory,
    memoryAfter: plan.memory,
    recall: plan.recall,
    dueDay: plan.dueDay,
    dueAtMs: plan.dueAtMs,
    chainBefore: state.chain,
    surfaceSeed,
    retention: settings.desiredRetention,
    maximumDays: settings.maximumIntervalDays,
    response,
    confidence,
  };
  profile.journal.commit(at, [body, ...markLeech(body, state, settings)]);
}

/** A card that lapses too often is tagged, at the limit and then at every half of it, in the same action. */
function markLeech(answer: AnswerBody, state: CardState, settings: Settings): EventBody[] {
  if (state.phase !== 'review' || answer.rating !== ratings.again) return [];
  const over = state.lapses + 1 - settings.leechLapses;
  if (over < 0 || over % Math.ceil(settings.leechLapses / 2) !== 0) return [];
  const tag: EventBody = { type: 'tag', cardId: answer.cardId, tag: 'leech', on: true };
  return settings.suspendLeeches ? [tag, { type: 'suspend', cardId: answer.cardId, on: true }] : [tag];
}

/** Undoes or redoes, and answers with what comes next: after an undo, the card that it was about. */
export function stepSession(
  profile: Profile,
  session: Session,
  direction: 'undo' | 'redo',
  at: Instant,
): { label: string | null; next: Next } {
  const step = stepHistory(profile, direction, at);
  const next = readNext(profile, session, at, false);
  if (!step || direction === 'redo' || step.cardId === null) return { label: step?.label ?? null, next };
  const card = profile.store.content.card(step.cardId);
  if (!card || card.retired) return { label: step.label, next };
  const progress = readProgress(profile, readStanding(profile, at));
  const counts = next.kind === 'card' ? next.counts : progress.counts;
  const minutesLeft = next.kind === 'card' ? next.minutesLeft : progress.minutesLeft;
  return {
    label: step.label,
    next: {
      kind: 'card',
      card: viewCard(profile, step.cardId, at),
      counts,
      minutesLeft,
      answeredToday: progress.answeredToday,
      history: next.history,
    },
  };
}

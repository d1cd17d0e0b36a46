import type { CardState } from '../../src-shared/domain/card-state.ts';
import type { CardView } from '../../src-shared/domain/card-view.ts';
import type { Card } from '../../src-shared/domain/deck/card-schema.ts';
import type { DueLoad } from '../../src-shared/domain/due-day.ts';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { allRatings, type Rating } from '../../src-shared/domain/rating.ts';
import { renderCard, seedSurface } from '../../src-shared/domain/render-card.ts';
import { type AnswerPlan, planAnswers } from '../../src-shared/domain/scheduling.ts';
import { findStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import { formatInterval } from '../../src-shared/domain/wording.ts';
import type { StoredCard } from '../db/queries/content.ts';
import type { Profile } from './profile.ts';

/** A card with its state. Throws a ProblemError where there is no such card, or it is in no deck any more. */
export function findCard(profile: Profile, cardId: string): { card: StoredCard; state: CardState } {
  const { store } = profile;
  const card = store.content.card(store.settings.resolve(cardId));
  if (!card || card.retired) {
    throw new ProblemError(
      'not-found',
      `There is no card “${cardId}”.`,
      'It may have been removed from its deck.',
    );
  }
  return { card, state: store.states.get(card.cardId) };
}

/** What each rating would do to a card now. */
export function planCard(
  profile: Profile,
  cardId: CardId,
  state: CardState,
  at: Instant,
): Record<Rating, AnswerPlan> {
  const { journal } = profile;
  return planAnswers({
    cardId,
    state,
    at,
    settings: journal.settings(),
    model: journal.model(),
    load: readLoad(profile, cardId),
  });
}

/** The seed of the surface that a card shows now. */
export function seedCard(
  profile: Pick<Profile, 'store' | 'journal'>,
  cardId: CardId,
  state: CardState,
  at: Instant,
): number {
  const today = findStudyDay(at, profile.journal.settings().dayStartHour);
  return seedSurface(cardId, state.chain, profile.store.answers.countPractices(cardId), today);
}

/** A card with both sides rendered, and what each rating would do now. */
export function viewCard(profile: Profile, cardId: string, at: Instant): CardView {
  const { card, state } = findCard(profile, cardId);
  const { store, journal } = profile;
  const plans = planCard(profile, card.cardId, state, at);
  const today = findStudyDay(at, journal.settings().dayStartHour);
  const seed = seedCard(profile, card.cardId, state, at);
  const { content } = card;
  const file = store.content.file(card.path);
  return {
    cardId: card.cardId,
    kind: content.kind,
    deck: { id: file?.deck?.id ?? '', title: file?.deck?.title ?? '', own: file?.own ?? false },
    topic: card.topic,
    surfaceSeed: seed,
    body: renderCard(content, seed),
    back: readBack(profile, content),
    phase: state.phase,
    buttons: allRatings.map(rating => {
      const { dueDay, dueAtMs } = plans[rating];
      return { rating, dueDay, dueAtMs, interval: formatInterval({ at, today, dueDay, dueAtMs }) };
    }),
    suspended: state.suspended,
    marked: state.marked ? store.rounds.markedBy(card.cardId) : null,
    flag: state.flag,
    tags: [...state.tags],
    note: state.note,
  };
}

/** What stands on a card's back under its answer. */
export function readBack({ store }: Profile, card: Card): CardView['back'] {
  return {
    reason: card.reason ?? null,
    cost: card.cost ?? null,
    exception: card.exception ?? null,
    say: card.say ?? null,
    default: card.default === undefined ? null : store.content.default(card.default),
  };
}

/** What is already due around a card, asked of the database once a day and card. */
function readLoad(profile: Profile, cardId: CardId): DueLoad {
  const { states } = profile.store;
  const siblings = new Set<number>(states.siblingDays(cardId));
  const counts = new Map<number, number>();
  return {
    countDue: day => {
      const count = counts.get(day) ?? states.countDue(day);
      counts.set(day, count);
      return count;
    },
    hasSibling: day => siblings.has(day),
  };
}

import type { EventBody } from '../../../src-shared/domain/events.ts';
import type { MockVerdict } from '../../../src-shared/domain/mock/score.ts';
import { findStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import type { AskableRow } from '../../db/queries/content.ts';
import type { Profile } from '../profile.ts';

/** How many cards one missed default brings back at most, and how many all of them. */
type Most = { perDefault: number; inAll: number };

/** Of a mock: `field` (docs/decisions/0014-mocks-in-the-log.md). */
const ofMock: Most = { perDefault: 3, inAll: 24 };

const sureness = { high: 0, medium: 1, low: 2 } as const;

/** Defaults that an attempt missed, each once: those of confident errors first. */
export function listMissed({ decisions, numbers }: MockVerdict): string[] {
  const misses = decisions
    .filter(({ marks }) => marks.length > 0)
    .map(one => ({ marks: one.marks, order: one.confidence === null ? 3 : sureness[one.confidence] }))
    .sort((a, b) => a.order - b.order);
  return [...new Set([...misses.flatMap(({ marks }) => marks), ...numbers.flatMap(({ marks }) => marks)])];
}

/**
 * The cards that missed defaults bring back: of each default the weakest first and those never met last; a first
 * card of every default before a second of any, so that no two of one default follow each other.
 */
export function chooseMarked(
  profile: Profile,
  defaults: readonly string[],
  at: Instant,
  { perDefault, inAll }: Most = ofMock,
): AskableRow[] {
  const piles = defaults.map(id => rankCards(profile, id, at).slice(0, perDefault));
  const rounds = Array.from({ length: perDefault }, (_, index) => piles.flatMap(pile => pile[index] ?? []));
  return [...new Map(rounds.flat().map(row => [row.card_id, row])).values()].slice(0, inAll);
}

/** The cards of a default, the weakest first, those never met last. */
export function rankCards({ store, journal }: Profile, defaultId: string, at: Instant): AskableRow[] {
  const today = findStudyDay(at, journal.settings().dayStartHour);
  const recallOf = ({ memory, last_day }: AskableRow): number =>
    memory
      ? journal.model().recall(memory, last_day === null ? 0 : today - last_day)
      : Number.POSITIVE_INFINITY;
  return store.content
    .cardsOfSibling(defaultId)
    .map(row => ({ row, recall: recallOf(row) }))
    .sort((a, b) => a.recall - b.recall || a.row.position - b.row.position)
    .map(({ row }) => row);
}

/** The events that mark the cards of what an attempt missed; none where it missed nothing. */
export function planMarks(
  profile: Profile,
  attemptId: string,
  verdict: MockVerdict,
  at: Instant,
): Extract<EventBody, { type: 'mark' }>[] {
  return chooseMarked(profile, listMissed(verdict), at).map(({ card_id }) => ({
    type: 'mark',
    cardId: card_id,
    source: 'mock',
    attemptId,
  }));
}

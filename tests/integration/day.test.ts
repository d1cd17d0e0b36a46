import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../src-main/services/check.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { answerCard, readNext, stepSession } from '../../src-main/services/review.ts';
import { readToday } from '../../src-main/services/today.ts';
import type { Rating } from '../../src-shared/domain/rating.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { at, later, makeFolder, openTestProfile, readState, reopen, today } from '../helpers/profile.ts';

function answerNext(profile: Profile, now: Instant, rating: Rating): string {
  const next = readNext(profile, today, now, true);
  if (next.kind !== 'card') throw new Error(`expected a card, got ${next.kind}`);
  const { cardId, surfaceSeed } = next.card;
  answerCard(
    profile,
    { session: today, cardId, rating, surfaceSeed, takenMs: 5000, response: null, confidence: null },
    now,
  );
  return cardId;
}

describe('a day of review on the built-in decks', () => {
  const morning = at('2026-11-24T08:00:00+01:00');

  test('progress is there tomorrow, after closing and opening again', () => {
    const first = openTestProfile(makeFolder(), morning);
    expect(readToday(first, morning).counts).toEqual({ new: 20, learning: 0, due: 0 });
    const easy = answerNext(first, morning, 4);
    const again = answerNext(first, morning, 1);
    expect(readToday(first, morning).counts).toEqual({ new: 18, learning: 1, due: 0 });

    const second = reopen(first, morning);
    const next = readNext(second, today, later(morning, { minutes: 2 }), false);
    expect(next).toMatchObject({ kind: 'card', card: { cardId: again, phase: 'learning' } });
    expect(readState(second, easy).phase).toBe('review');
    expect(checkProfile(second).faults).toEqual([]);
  });

  test('undo brings back the card and its state, also after a restart, and redo does it again', () => {
    const first = openTestProfile(makeFolder(), morning);
    const cardId = answerNext(first, morning, 3);
    const second = reopen(first, morning);
    const undone = stepSession(second, today, 'undo', morning);
    expect(undone.next).toMatchObject({ kind: 'card', card: { cardId, phase: 'new' } });
    expect(readToday(second, morning).counts.new).toBe(20);
    expect(checkProfile(second).faults).toEqual([]);
    const redone = stepSession(second, today, 'redo', morning);
    expect(redone.label).toMatch(/^Good on “/);
    expect(readToday(second, morning).counts).toEqual({ new: 19, learning: 1, due: 0 });
    expect(stepSession(second, today, 'redo', morning).label).toBeNull();
    expect(checkProfile(second).faults).toEqual([]);
  });

  test('a whole day can be worked off, and the due cards are there the next morning', () => {
    const profile = openTestProfile(makeFolder(), morning);
    let now = morning;
    let answers = 0;
    for (;;) {
      const next = readNext(profile, today, now, true);
      if (next.kind !== 'card') {
        expect(next).toMatchObject({ kind: 'done', summary: { newCards: 20 } });
        break;
      }
      answerNext(profile, now, 3);
      answers++;
      now = later(now, { minutes: 1 });
    }
    expect(answers).toBe(40);
    const tomorrow = later(morning, { days: 1 });
    const { counts, streakDays } = readToday(profile, tomorrow);
    expect(counts.new).toBe(20);
    expect(streakDays).toBe(1);
    const states = [...profile.store.states.all()];
    expect(states.every(({ state }) => state.phase === 'review')).toBe(true);
    expect(checkProfile(profile)).toMatchObject({ events: 40, cards: 20, faults: [] });
  });
});

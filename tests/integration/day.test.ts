import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Rating } from '../../src-shared/domain/rating.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { checkProfile } from '../../src-main/services/check.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { answerCard, readNext, stepSession } from '../../src-main/services/review.ts';
import { readToday } from '../../src-main/services/today.ts';
import { at, later, makeFolder, openTestProfile, removeFolder } from '../helpers/profile.ts';

const today = { kind: 'today' } as const;
let dir: string;

beforeEach(() => {
  dir = makeFolder();
});
afterEach(() => removeFolder(dir));

function answerNext(profile: Profile, now: Instant, rating: Rating): string {
  const next = readNext(profile, today, now, true);
  if (next.kind !== 'card') throw new Error(`expected a card, got ${next.kind}`);
  const { cardId, surfaceSeed } = next.card;
  answerCard(profile, { session: today, cardId, rating, surfaceSeed, takenMs: 5000, response: null, confidence: null }, now);
  return cardId;
}

describe('a day of review', () => {
  const morning = at('2026-11-24T08:00:00+01:00');

  test('progress is there tomorrow, after closing and opening again', () => {
    const first = openTestProfile(dir, morning);
    expect(readToday(first, morning).counts).toEqual({ new: 20, learning: 0, due: 0 });
    const easy = answerNext(first, morning, 4);
    const again = answerNext(first, morning, 1);
    expect(readToday(first, morning).counts).toEqual({ new: 18, learning: 1, due: 0 });
    first.close();

    const second = openTestProfile(dir, morning);
    const inTwoMinutes = later(morning, { minutes: 2 });
    const next = readNext(second, today, inTwoMinutes, false);
    expect(next).toMatchObject({ kind: 'card', card: { cardId: again, phase: 'learning' } });
    expect(second.store.states.get(second.store.content.card(easy)?.cardId ?? (() => { throw new Error(); })()).phase).toBe('review');
    expect(checkProfile(second).faults).toEqual([]);
    second.close();
  });

  test('undo brings back the card and its state, also after a restart, and redo does it again', () => {
    const first = openTestProfile(dir, morning);
    const cardId = answerNext(first, morning, 3);
    first.close();
    const second = openTestProfile(dir, morning);
    const undone = stepSession(second, today, 'undo', morning);
    expect(undone.next).toMatchObject({ kind: 'card', card: { cardId, phase: 'new' } });
    expect(readToday(second, morning).counts.new).toBe(20);
    const redone = stepSession(second, today, 'redo', morning);
    expect(redone.label).toMatch(/^Good on “/);
    expect(readToday(second, morning).counts).toEqual({ new: 19, learning: 1, due: 0 });
    expect(stepSession(second, today, 'redo', morning).label).toBeNull();
    expect(checkProfile(second).faults).toEqual([]);
    second.close();
  });
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ratings } from '../../../src-shared/domain/rating.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import { answer, at, makeFolder, openTestProfile, readState } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

/** How many of these cards come due on each day, answered Easy one after the other on the same morning. */
function placeCards(cards: readonly { id: string; default?: string }[]): number[] {
  const dir = makeFolder();
  writeDeck(dir, 'one.yaml', formatDeck(cards));
  const profile = openTestProfile(dir, now, path.join(dir, 'none'));
  const due = new Map<number | null, number>();
  for (const { id } of cards) {
    answer(profile, id, ratings.easy, now);
    const { dueDay } = readState(profile, id);
    due.set(dueDay, (due.get(dueDay) ?? 0) + 1);
  }
  return [...due.values()];
}

// Easy on a new card is 8 days, and its window has five days: 6 to 10.
describe('where the collection lets a card come due', () => {
  test('siblings are kept apart while their window has room', () => {
    const ids = ['one.a', 'one.b', 'one.c', 'one.d', 'one.e'];
    expect(placeCards(ids.map(id => ({ id, default: 'cache.aside' })))).toEqual([1, 1, 1, 1, 1]);
  });

  test('the days of the window are filled evenly', () => {
    const counts = placeCards(Array.from({ length: 200 }, (_, index) => ({ id: `one.${index}` })));
    expect(counts).toHaveLength(5);
    // Drawn without regard for what is due already, the days would differ by 15.
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(5);
  });
});

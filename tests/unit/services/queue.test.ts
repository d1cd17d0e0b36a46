import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../src-main/services/profile.ts';
import { readQueue } from '../../../src-main/services/queue.ts';
import { readNext } from '../../../src-main/services/review.ts';
import { formatDeck, type TestCard, writeDeck } from '../../helpers/decks.ts';
import { answer, at, later, makeFolder, openTestProfile, reopen, today } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

/** A profile with decks of a person's own: `letters`, and `figures`, where two cards each share a default. */
function openWithTopics(): Profile {
  const dir = makeFolder();
  const share = (id: string, name: string): TestCard => ({ id, default: name });
  writeDeck(
    dir,
    'letters.yaml',
    formatDeck(
      ['a', 'b', 'c', 'd'].map(id => ({ id: `l.${id}` })),
      { deck: 'letters' },
    ),
  );
  writeDeck(
    dir,
    'figures.yaml',
    formatDeck(
      [
        share('f.1', 'cache.aside'),
        share('f.2', 'cache.aside'),
        share('f.3', 'scale.hash'),
        share('f.4', 'scale.hash'),
      ],
      { deck: 'figures' },
    ),
  );
  return openTestProfile(dir, now, path.join(dir, 'none'));
}

/** Asks until the day is done, rating each card Easy, which takes it out of the day; answers with what was asked. */
function live(profile: Profile, moment = now, atMost = Number.POSITIVE_INFINITY): string[] {
  const asked: string[] = [];
  while (asked.length < atMost) {
    const next = readNext(profile, today, moment, false);
    if (next.kind !== 'card') break;
    asked.push(next.card.cardId);
    answer(profile, next.card.cardId, 4, moment);
  }
  return asked;
}

const topicsOf = (ids: readonly string[]): string => ids.map(id => id.charAt(0)).join('');

describe('a session', () => {
  test('lets topics take turns, card after card', () => {
    const profile = openWithTopics();
    const asked = live(profile);
    expect(asked).toHaveLength(8);
    expect(topicsOf(asked)).toMatch(/^(fl){4}$|^(lf){4}$/);
  });

  test('lets them take turns on the day of reviews too, where recall alone would not', () => {
    const profile = openWithTopics();
    const days = [...['f.1', 'f.2', 'f.3', 'f.4'].entries()];
    for (const [index, id] of days) answer(profile, id, 4, later(now, { minutes: index }));
    for (const [index, id] of ['l.a', 'l.b', 'l.c', 'l.d'].entries())
      answer(profile, id, 4, later(now, { days: 3, minutes: index }));
    const asked = live(profile, later(now, { days: 200 }));
    expect(asked).toHaveLength(8);
    // Cards answered three days later are the better held, so all letters would come first.
    expect(topicsOf(asked)).toBe('lflflflf');
  });

  test('goes on after a restart and after an undo as if nothing had been', () => {
    const whole = live(openWithTopics());
    const profile = openWithTopics();
    const first = live(profile, now, 3);
    const again = reopen(profile, now);
    const [fourth = ''] = live(again, now, 1);
    again.journal.undo(now);
    expect([...first, fourth]).toEqual(whole.slice(0, 4));
    expect(live(again)).toEqual(whole.slice(3));
  });

  test('a new day begins with the best held, whatever was asked last the day before', () => {
    const profile = openWithTopics();
    live(profile);
    const tomorrow = later(now, { days: 200 });
    const { queue } = readQueue(profile, tomorrow);
    const recalls = queue.main.map(card => card.recall ?? 0);
    expect(recalls[0]).toBe(Math.max(...recalls));
  });
});

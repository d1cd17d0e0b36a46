import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeCard, locateSource, readCardDetail, reportCard } from '../../../src-main/services/cards.ts';
import { readNext } from '../../../src-main/services/review.ts';
import { readToday } from '../../../src-main/services/today.ts';
import { formatStudyDay, type Instant } from '../../../src-shared/domain/study-day.ts';
import { answer, at, later, openWithCards, readState, reopen, today } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const tomorrow = later(now, { days: 1 });

describe('changes of a card', () => {
  test('a suspended card is not asked until it is unsuspended', () => {
    const profile = openWithCards(now, 2);
    changeCard(profile, 'one.1', { kind: 'suspend', on: true }, now);
    expect(readToday(profile, later(now, { days: 90 })).counts.new).toBe(1);
    changeCard(profile, 'one.1', { kind: 'suspend', on: false }, now);
    expect(readToday(profile, now).counts.new).toBe(2);
  });

  test('a buried card comes back when the study day turns, at 04:00 and not at midnight', () => {
    const profile = openWithCards(now, 1);
    changeCard(profile, 'one.1', { kind: 'bury' }, now);
    const countNew = (iso: string): number => readToday(profile, at(iso)).counts.new;
    expect(countNew('2026-11-24T23:59:00+01:00')).toBe(0);
    expect(countNew('2026-11-25T03:59:59+01:00')).toBe(0);
    expect(countNew('2026-11-25T04:00:00+01:00')).toBe(1);
  });

  test('due today, in ten days, and on a day in the past of a clock set back', () => {
    const profile = openWithCards(now, 2);
    changeCard(profile, 'one.1', { kind: 'setDue', inDays: 0 }, now);
    changeCard(profile, 'one.2', { kind: 'setDue', inDays: 10 }, now);
    expect(readToday(profile, now).counts).toEqual({ new: 0, learning: 0, due: 1 });
    expect(readToday(profile, later(now, { days: 9 })).counts.due).toBe(1);
    expect(readToday(profile, later(now, { days: 10 })).counts.due).toBe(2);
    expect(readToday(profile, later(now, { days: -1 })).counts.due).toBe(0);
  });

  test('a forgotten card is new again and keeps its marks', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, now);
    changeCard(profile, 'one.1', { kind: 'note', text: 'mine' }, now);
    changeCard(profile, 'one.1', { kind: 'forget' }, now);
    expect(readState(profile, 'one.1')).toMatchObject({
      phase: 'new',
      memory: null,
      dueDay: null,
      note: 'mine',
    });
    expect(readNext(profile, today, tomorrow, false)).toMatchObject({ card: { phase: 'new', note: 'mine' } });
  });

  test('only a new card can be known already', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    const before = readState(profile, 'one.1');
    expect(() => changeCard(profile, 'one.1', { kind: 'known' }, now)).toThrow('Only a new card');
    expect(readState(profile, 'one.1')).toEqual(before);
  });

  test('an unknown card is refused, with what to do', () => {
    const profile = openWithCards(now, 1);
    expect(() => changeCard(profile, 'no.such', { kind: 'bury' }, now)).toThrow(
      'There is no card “no.such”.',
    );
    expect([...profile.store.log.scan()]).toEqual([]);
  });

  test('a note is kept over a restart and taken away by an empty one', () => {
    const profile = openWithCards(now, 1);
    changeCard(profile, 'one.1', { kind: 'note', text: 'Line one\n\n“two” <b>' }, now);
    const again = reopen(profile, now);
    expect(readCardDetail(again, 'one.1', now).card.note).toBe('Line one\n\n“two” <b>');
    changeCard(again, 'one.1', { kind: 'note', text: '' }, now);
    expect(readState(again, 'one.1').note).toBe('');
  });
});

describe("a card's history", () => {
  test('is told in words, the newest first, with what was undone', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    changeCard(profile, 'one.1', { kind: 'tag', tag: 'mine', on: true }, now);
    profile.journal.undo(now);
    changeCard(profile, 'one.1', { kind: 'setDue', inDays: 2 }, now);
    expect(readCardDetail(profile, 'one.1', now).log).toEqual([
      { at: '2026-11-24T08:00:00.000+01:00', text: 'Due set to 2026-11-26', annulled: false },
      { at: '2026-11-24T08:00:00.000+01:00', text: 'Tagged mine', annulled: true },
      { at: '2026-11-24T08:00:00.000+01:00', text: 'Good, due in 10 min', annulled: false },
    ]);
  });
});

describe("a card's history as figures", () => {
  const onDay = (day: string): Instant => at(`2026-${day}T08:00:00Z`);

  test('is the forgetting curve from answer to answer: it begins at 1, and meets each answer at the recall then expected', () => {
    const profile = openWithCards(now, 1);
    const days = ['11-24', '11-25', '11-29', '12-20'];
    for (const day of days) answer(profile, 'one.1', 3, onDay(day));
    const { reviews, curve } = readCardDetail(profile, 'one.1', onDay('12-24')).history;
    expect(reviews.map(({ day }) => formatStudyDay(day))).toEqual(days.map(day => `2026-${day}`));
    expect(reviews[0]?.recall).toBeNull();
    expect(reviews.at(-1)?.stability).toBe(readState(profile, 'one.1').memory?.stability);
    for (const { day, recall } of reviews) {
      const drawn = curve.filter(point => point.day === day).map(point => point.recall);
      expect(drawn).toEqual([...(recall === null ? [] : [expect.closeTo(recall, 8)]), 1]);
    }
    expect(curve.at(-1)?.day).toBe((reviews.at(-1)?.day ?? 0) + 4);
  });

  test('leaves out what was undone, breaks where the card was forgotten, and draws years with few points', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 4, onDay('11-24'));
    answer(profile, 'one.1', 1, onDay('11-26'));
    profile.journal.undo(onDay('11-26'));
    changeCard(profile, 'one.1', { kind: 'forget' }, onDay('11-27'));
    const { reviews, curve } = readCardDetail(profile, 'one.1', onDay('12-24')).history;
    expect(reviews.map(({ rating }) => rating)).toEqual([4]);
    expect(curve.at(-1)?.recall).toBeNull();
    changeCard(profile, 'one.1', { kind: 'known' }, onDay('11-28'));
    const long = readCardDetail(profile, 'one.1', at('2036-11-24T08:00:00Z')).history.curve;
    expect(long.length).toBeLessThan(70);
    expect(long.map(({ day }) => day)).toEqual(long.map(({ day }) => day).sort((a, b) => a - b));
    expect(long.at(-1)?.recall).toBeGreaterThan(0);
  });
});

describe('a wrong fact', () => {
  test('is reported to a file of its own, with the card as it was', () => {
    const profile = openWithCards(now, 2);
    const first = reportCard(profile, 'one.2', 'It is 2 ms,\nnot 1.', now);
    const second = reportCard(profile, 'one.2', 'And another thing.', now);
    expect(second).not.toBe(first);
    expect(path.dirname(first)).toBe(path.join(profile.dir, 'reports'));
    const text = fs.readFileSync(first, 'utf8');
    for (const part of ['one.2', 'It is 2 ms,\nnot 1.', 'one.yaml, line 6', '"ask": "What is one.2?"'])
      expect(text).toContain(part);
    expect(text).not.toContain(profile.dir);
  });

  test('that cannot be written down is said to be so', () => {
    const profile = openWithCards(now, 1);
    fs.writeFileSync(path.join(profile.dir, 'reports'), 'in the way');
    expect(() => reportCard(profile, 'one.1', 'wrong', now)).toThrow('could not be written');
  });

  test('is found in its source, by file and line', () => {
    const profile = openWithCards(now, 3);
    expect(locateSource(profile, 'one.3')).toEqual({
      path: path.join(profile.ownDecks, 'one.yaml'),
      line: 7,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { readDue } from '../../../src-main/services/due.ts';
import { createReminder } from '../../../src-main/services/reminder.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { answer, at, openWithCards } from '../../helpers/profile.ts';

const evening = at('2026-11-23T20:00:00+01:00');
const morning = at('2026-11-24T08:00:00+01:00');
const six = at('2026-11-24T18:00:00+01:00');
const offsetAt = () => 60;

/** A profile in which three cards were forgotten the evening before, so that they wait in their steps. */
function prepare(reminderHour: number | null) {
  const profile = openWithCards(evening, 5);
  for (const card of ['one.1', 'one.2', 'one.3']) answer(profile, card, 1, evening);
  changeSettings(profile, { reminderHour }, evening);
  return profile;
}

describe('a reminder', () => {
  test('comes at its hour, once, and again the next day', () => {
    const reminder = createReminder(prepare(18), offsetAt, morning);
    expect(reminder.nextAtMs(morning)).toBe(six.atMs);
    expect(reminder.take(at('2026-11-24T17:59:59+01:00'), false)).toBeNull();
    expect(reminder.take(six, false)).toMatch(/^3 cards are due, about \d+ minutes?\.$/);
    expect(reminder.take(six, false)).toBeNull();
    expect(reminder.take(at('2026-11-25T03:59:00+01:00'), false)).toBeNull();
    expect(reminder.nextAtMs(six)).toBe(at('2026-11-25T18:00:00+01:00').atMs);
    expect(reminder.take(at('2026-11-25T18:00:01+01:00'), false)).not.toBeNull();
  });

  test('that the machine slept over comes when it wakes, if the study day still lasts', () => {
    expect(
      createReminder(prepare(18), offsetAt, morning).take(at('2026-11-24T23:00:00+01:00'), false),
    ).not.toBeNull();
    const late = createReminder(prepare(18), offsetAt, morning);
    expect(late.take(at('2026-11-25T08:00:00+01:00'), false)).toBeNull();
  });

  test('stays away from whoever looks at Baseline, and from who opened it after the hour', () => {
    const reminder = createReminder(prepare(18), offsetAt, morning);
    expect(reminder.take(six, true)).toBeNull();
    expect(reminder.take(at('2026-11-24T18:05:00+01:00'), false)).toBeNull();
    const opened = createReminder(prepare(18), offsetAt, at('2026-11-24T19:00:00+01:00'));
    expect(opened.take(at('2026-11-24T19:01:00+01:00'), false)).toBeNull();
    expect(opened.take(at('2026-11-25T18:00:00+01:00'), false)).not.toBeNull();
  });

  test('says nothing when nothing is due, though there are new cards, and nothing when it is off', () => {
    const fresh = openWithCards(evening, 5);
    changeSettings(fresh, { reminderHour: 18 }, evening);
    expect(createReminder(fresh, offsetAt, morning).take(six, false)).toBeNull();
    const off = createReminder(prepare(null), offsetAt, morning);
    expect([off.nextAtMs(morning), off.take(six, false)]).toEqual([null, null]);
  });

  test('follows the setting while it runs', () => {
    const profile = prepare(null);
    const reminder = createReminder(profile, offsetAt, morning);
    changeSettings(profile, { reminderHour: 9 }, morning);
    expect(reminder.take(at('2026-11-24T09:00:00+01:00'), false)).not.toBeNull();
  });
});

test('what is due are cards in steps and reviews, with the minutes that they take', () => {
  const profile = prepare(null);
  expect(readDue(profile, morning).cards).toBe(3);
  answer(profile, 'one.1', 4, morning);
  const left = readDue(profile, morning);
  expect(left.cards).toBe(2);
  expect(left.minutes).toBeGreaterThan(0);
  expect(left.minutes).toBeLessThan(readDue(profile, evening).minutes + 1);
});

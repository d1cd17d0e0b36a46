import { describe, expect, test } from 'vitest';
import { readPlan } from '../../../src-main/services/plan.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { readQueue } from '../../../src-main/services/queue.ts';
import { readNext } from '../../../src-main/services/review.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { readTallied } from '../../../src-main/services/statistics.ts';
import { readToday } from '../../../src-main/services/today.ts';
import {
  answer,
  at,
  later,
  makeFolder,
  openTestProfile,
  openWithCards,
  readState,
  today,
} from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const tomorrow = later(now, { days: 1 });

/** Plans for an interview some days after `now`. */
function aim(profile: Profile, days: number, minutesPerDay: number): void {
  const interviewDate = new Date(later(now, { days }).atMs).toISOString().slice(0, 10);
  changeSettings(profile, { interviewDate, minutesPerDay }, now);
}

const ids = (profile: Profile, moment = now): string[] =>
  readQueue(profile, moment).queue.main.map(({ cardId }) => cardId);

describe('the queue before an interview', () => {
  test('asks what fits the minutes, new cards in their order', () => {
    const profile = openWithCards(now, 100);
    aim(profile, 5, 10);
    // At 20 seconds an answer a new card takes some 73 seconds, its steps included: nine fit.
    expect(ids(profile)).toEqual(Array.from({ length: 9 }, (_, index) => `one.${index + 1}`));
    expect(readToday(profile, now).counts).toEqual({ new: 9, learning: 0, due: 0 });
  });

  test('grows shorter with the minutes that are spent, and ends with them', () => {
    const profile = openWithCards(now, 100);
    aim(profile, 5, 10);
    answer(profile, 'one.1', 4, now, { takenMs: 100_000 });
    expect(ids(profile)).toHaveLength(7);
    for (const id of ['one.2', 'one.3', 'one.4', 'one.5', 'one.6'])
      answer(profile, id, 4, now, { takenMs: 100_000 });
    expect(ids(profile)).toEqual([]);
    expect(readNext(profile, today, now, false).kind).toBe('done');
  });

  test('asks cards ahead of their due day where it helps, and leaves that day alone', () => {
    const profile = openWithCards(now, 6);
    for (let card = 1; card <= 6; card++) answer(profile, `one.${card}`, 4, now);
    const later1 = later(now, { days: 1 });
    expect(ids(profile, later1)).toEqual([]);
    const before = [...profile.store.states.all()];
    aim(profile, 3, 20);
    expect(ids(profile, later1).sort()).toEqual(['one.1', 'one.2', 'one.3', 'one.4', 'one.5', 'one.6']);
    readPlan(profile, later1);
    expect([...profile.store.states.all()]).toEqual(before);
  });

  test('never asks a card twice on a day, but for its steps', () => {
    const profile = openWithCards(now, 3);
    aim(profile, 5, 600);
    for (let card = 1; card <= 3; card++) answer(profile, `one.${card}`, 4, now);
    expect(ids(profile)).toEqual([]);
  });

  test('keeps the minutes of a mock', () => {
    const profile = openWithCards(now, 100);
    aim(profile, 3, 20);
    expect(readPlan(profile, now)?.today).toMatchObject({ newCards: 7, mockMinutes: 12 });
    expect(ids(profile)).toHaveLength(7);
  });

  test('tomorrow is told as the plan has it', () => {
    const profile = openWithCards(now, 100);
    aim(profile, 5, 10);
    expect(readToday(profile, now).tomorrow).toEqual({ new: 9, learning: 0, due: 0 });
  });
});

describe('without a date, and from the date on', () => {
  test.each([
    ['the day', 1],
    ['after it', 2],
  ])('the queue is the ordinary one: %s', (_name, days) => {
    const profile = openWithCards(now, 60);
    for (let card = 1; card <= 10; card++) answer(profile, `one.${card}`, card % 2 === 0 ? 3 : 4, now);
    const moment = later(now, { days });
    const ordinary = readQueue(profile, moment);
    aim(profile, 1, 5);
    expect(readQueue(profile, moment)).toEqual(ordinary);
    expect(readPlan(profile, moment)).toBeNull();
  });

  test('there is no plan', () => {
    expect(readPlan(openWithCards(now, 3), now)).toBeNull();
  });
});

describe('what a plan comes to', () => {
  test('the built-in deck in a fortnight: recall, days, and what will not be ready', () => {
    const profile = openTestProfile(makeFolder(), now);
    aim(profile, 14, 10);
    const plan = readPlan(profile, now);
    expect(plan).toMatchObject({ daysLeft: 14, minutesPerDay: 10, recall: { now: 0, without: 0 } });
    expect(plan?.days.map(({ date }) => date).slice(0, 2)).toEqual(['2026-11-24', '2026-11-25']);
    expect(plan?.days).toHaveLength(14);
    expect(plan?.recall.with).toBeGreaterThan(0.2);
    expect(plan?.notReady.neverMet).toBeGreaterThan(20);
    expect(plan?.notReady.defaults.length).toBeGreaterThan(10);
    expect(plan?.advice?.minutes).toBeGreaterThan(10);
    expect(plan?.says.join('\n')).toMatch(/^With 10 minutes a day you will know about \d+ % of the cards/);
  });

  test('what is known now is what Progress says of the cards that were met: one in its steps is not known yet', () => {
    const profile = openTestProfile(makeFolder(), now);
    aim(profile, 14, 10);
    const [inSteps, known] = profile.store.content.activeCards().map(({ cardId }) => cardId);
    answer(profile, inSteps ?? '', 3, now);
    const readKnown = () => {
      const { mastery } = readTallied(profile, now);
      const sum = mastery.reduce((all, { met, recall }) => all + met * (recall ?? 0), 0);
      const cards = mastery.reduce((all, one) => all + one.cards, 0);
      return { plan: readPlan(profile, now)?.recall, progress: sum / cards };
    };
    expect(readKnown()).toMatchObject({ progress: 0, plan: { now: 0, without: 0 } });
    answer(profile, known ?? '', 4, now);
    const { plan, progress } = readKnown();
    expect(progress).toBeGreaterThan(0);
    expect(plan?.now).toBeCloseTo(progress, 12);
    expect(plan?.without).toBeLessThan(progress);
    expect(plan?.with).toBeGreaterThan(progress);
  });

  test('with time to spare everything will be ready, and fewer minutes would do', () => {
    const profile = openWithCards(now, 12);
    aim(profile, 30, 60);
    const plan = readPlan(profile, now);
    expect(plan?.notReady).toEqual({ defaults: [], cards: 0, neverMet: 0 });
    expect(plan?.advice?.minutes).toBe(5);
    expect(plan?.says.at(1)).toBe('Everything will be ready by then: each card is known with 80 % or more.');
  });

  test('a suspended card takes no part', () => {
    const profile = openWithCards(now, 3);
    profile.journal.commit(now, [{ type: 'suspend', cardId: readQueueCard(profile), on: true }]);
    aim(profile, 5, 10);
    expect(readPlan(profile, now)?.cards).toBe(2);
  });

  test('a card in its steps waits for its moment, not for the plan', () => {
    const profile = openWithCards(now, 1);
    aim(profile, 5, 10);
    answer(profile, 'one.1', 3, now);
    const { queue } = readQueue(profile, now);
    expect(queue.main).toEqual([]);
    expect(queue.steps.map(({ cardId }) => cardId)).toEqual(['one.1']);
    expect(readState(profile, 'one.1').phase).toBe('learning');
    expect(readQueue(profile, tomorrow).queue.steps).toHaveLength(1);
  });

  test.each(['2026-11-24', '2026-11-23', '2026-02-30', 'soon'])('%s is refused', interviewDate => {
    const profile = openWithCards(now, 1);
    expect(() => readPlan(profile, now, { interviewDate, minutesPerDay: 10 })).toThrow(/is not/);
  });
});

function readQueueCard(profile: Profile) {
  const [card] = readQueue(profile, now).queue.main;
  if (!card) throw new Error('no card');
  return card.cardId;
}

import { expect, test } from 'vitest';
import { framePlan, readPlan } from '../../../src-main/services/plan.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { locateDatabase } from '../../../src-main/services/profile-folder.ts';
import { createReading } from '../../../src-main/services/reading.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { frameCount, readStatistics } from '../../../src-main/services/statistics.ts';
import { answer, at, later, openWithCards } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const fileOf = ({ dir }: Profile): { file: string } => ({ file: locateDatabase(dir) });

test('a worker counts what the command line counts; what was written since counts, for all who wait', async () => {
  const profile = openWithCards(now, 3);
  const read = createReading(profile, 'count');
  const count = (moment = now) => read({ ...frameCount(profile, moment), ...fileOf(profile) });
  answer(profile, 'one.1', 3, now);
  const early = count();
  answer(profile, 'one.2', 3, now);
  const late = await count();
  expect(late.hours.have).toBe(2);
  expect(await early).toBe(late);
  expect(readStatistics(profile, now)).toMatchObject(late);
  // It is told again until something is written or the day turns.
  expect(await count()).toBe(late);
  answer(profile, 'one.3', 3, now);
  const last = await count();
  expect(last.hours.have).toBe(3);
  expect(await count(later(now, { days: 1 }))).not.toBe(last);
});

test('a worker makes the plan that the command line makes; one that is made for what is past is given up', async () => {
  const profile = openWithCards(now, 3);
  const read = createReading(profile, 'plan');
  const plan = () => {
    const frame = framePlan(profile, now);
    if (!frame) throw new Error('there is an interview to plan for');
    return read({ ...frame, ...fileOf(profile) });
  };
  changeSettings(profile, { interviewDate: '2026-12-08' }, now);
  const early = plan();
  changeSettings(profile, { minutesPerDay: 45 }, now);
  answer(profile, 'one.1', 4, now);
  const late = await plan();
  expect(late.minutesPerDay).toBe(45);
  expect(late).toEqual(readPlan(profile, now));
  expect(await early).toBe(late);
});

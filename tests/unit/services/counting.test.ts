import { expect, test } from 'vitest';
import { createCounting } from '../../../src-main/services/counting.ts';
import { readStatistics } from '../../../src-main/services/statistics.ts';
import { answer, at, later, openWithCards } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

test('a worker counts what the command line counts; what was written since counts, for all who wait', async () => {
  const profile = openWithCards(now, 3);
  const count = createCounting(profile);
  answer(profile, 'one.1', 3, now);
  const early = count(now);
  answer(profile, 'one.2', 3, now);
  const late = await count(now);
  expect(late.hours.have).toBe(2);
  expect(await early).toBe(late);
  expect(readStatistics(profile, now)).toMatchObject(late);
  // It is told again until something is written or the day turns.
  expect(await count(now)).toBe(late);
  answer(profile, 'one.3', 3, now);
  const last = await count(now);
  expect(last.hours.have).toBe(3);
  expect(await count(later(now, { days: 1 }))).not.toBe(last);
});

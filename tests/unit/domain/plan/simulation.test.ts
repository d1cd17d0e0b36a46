import { describe, expect, test } from 'vitest';
import { others, plan } from '../../../simulation/policies.ts';
import { simulate } from '../../../simulation/simulate.ts';

// A small version of `npm run simulate`; the whole is in docs/plan.md.
const learners = 60;

describe.each([
  { days: 7, minutesPerDay: 20 },
  { days: 14, minutesPerDay: 10 },
  { days: 30, minutesPerDay: 20 },
])('$days days at $minutesPerDay minutes', situation => {
  const ours = simulate(plan, situation, learners);

  test.each(others)('the plan does at least as well as $name', other => {
    const theirs = simulate(other, situation, learners);
    expect(ours.meanRecall).toBeGreaterThanOrEqual(theirs.meanRecall);
    expect(ours.lowRecall).toBeGreaterThanOrEqual(theirs.lowRecall);
  });

  test('its last week is like the others, for every learner', () => {
    expect(ours.lastWeek.greatest).toBeLessThanOrEqual(1.5);
  });

  test('its days keep to the minutes', () => {
    expect(ours.meanMinutes).toBeLessThanOrEqual(situation.minutesPerDay * 1.1);
  });
});

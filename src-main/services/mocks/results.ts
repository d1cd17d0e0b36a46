import { timePhases } from '../../../src-shared/domain/mock/interview-clock.ts';
import type { MockVerdict } from '../../../src-shared/domain/mock/score.ts';
import type { MockResult } from '../../../src-shared/domain/statistics/mock-results.ts';
import type { Profile } from '../profile.ts';
import { readAttempt } from './attempts.ts';
import { findTopic, readTopics } from './breakdown.ts';
import { describeAttempt } from './lines.ts';
import { readVerdict } from './report.ts';

/**
 * The submitted mock interviews as statistics read them, the oldest first, by the verdicts that were given then.
 */
export function listMockResults(profile: Profile): MockResult[] {
  const rows = profile.store.mocks.all();
  return rows.flatMap(row => {
    if (row.total === null || row.abandoned === 1) return [];
    const attempt = readAttempt(profile, row.attempt_id);
    if (!attempt.submitted) return [];
    const { atMs, total } = attempt.submitted;
    const verdict = readVerdict(attempt, attempt.submitted);
    const { attemptId, title, date, repeat } = describeAttempt(row, rows);
    return [
      {
        attemptId,
        title,
        date,
        repeat,
        total,
        minutes: attempt.start.prompt.minutes,
        topics: sumTopics(verdict),
        decisions: verdict.decisions.flatMap(({ expected, standing, confidence }) => {
          const topic = findTopic(expected);
          const right = standing === 'best' || standing === 'defensible';
          return topic === null ? [] : [{ topic, right, confidence }];
        }),
        phases: timePhases(attempt.events, atMs),
      },
    ];
  });
}

/** Points by topic. Figures count to capacity, and questions to none. */
function sumTopics(verdict: MockVerdict): MockResult['topics'] {
  return [...Map.groupBy(verdict.items, readTopics(verdict))].flatMap(([topic, list]) => {
    if (topic === null) return [];
    const sum = (key: 'points' | 'of'): number => list.reduce((all, item) => all + item[key], 0) / 100;
    return [{ topic, points: sum('points'), of: sum('of') }];
  });
}

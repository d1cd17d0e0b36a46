import { expect, test } from 'vitest';
import { listMockResults } from '../../../../src-main/services/mocks/results.ts';
import { readStatistics } from '../../../../src-main/services/statistics.ts';
import { begun, InterviewRig } from '../../../helpers/interview-rig.ts';

const booking = { part: 'booking', decision: 'consistency' } as const;
const browsing = { part: 'browsing', decision: 'caching' } as const;

/** A question, a right decision without a confidence, a confident error, three minutes in the phase of consistency. */
async function take(rig: InterviewRig): Promise<string> {
  const { attemptId } = await rig.start();
  rig.pass(1);
  await rig.act(attemptId, { type: 'ask', question: 'harm' });
  await rig.act(attemptId, { type: 'phase', phase: 'consistency' });
  await rig.act(attemptId, { type: 'decide', ...booking, option: 'strong' });
  await rig.act(attemptId, { type: 'decide', ...browsing, option: 'none' });
  await rig.act(attemptId, { type: 'sure', ...browsing, confidence: 'high' });
  rig.pass(3);
  await rig.get('mocks:submit', { attemptId });
  return attemptId;
}

test('a submitted mock interview is a result: its points, decisions, confidences and phases', async () => {
  const rig = new InterviewRig();
  const attemptId = await take(rig);
  const report = await rig.get('mocks:report', { attemptId });
  const [result, ...others] = listMockResults(rig.profile);
  expect(others).toEqual([]);
  expect(result).toMatchObject({
    attemptId,
    date: '2026-11-24',
    minutes: 35,
    repeat: false,
    total: report.total,
  });
  // Every point of the report but those of its questions.
  const asked = report.phasePoints.find(({ phase }) => phase === 'Clarify');
  const points = result?.topics.reduce((sum, topic) => sum + topic.points, 0) ?? 0;
  expect(points).toBeCloseTo(report.total - (asked?.points ?? 0), 9);
  for (const { topic, points: earned, of } of result?.topics ?? []) {
    const same = report.topics.filter(
      one => Math.abs(one.of - of) < 1e-9 && Math.abs(one.points - earned) < 1e-9,
    );
    expect(same.length, topic).toBeGreaterThan(0);
  }
  const right = report.decisions.filter(
    ({ standing }) => standing === 'best' || standing === 'defensible',
  ).length;
  expect(result?.decisions).toHaveLength(report.decisions.length);
  expect(result?.decisions.filter(one => one.right)).toHaveLength(right);
  expect(result?.decisions).toContainEqual({ topic: 'consistency', right: true, confidence: null });
  expect(result?.decisions.filter(({ confidence }) => confidence !== null)).toEqual([
    { topic: 'caching', right: false, confidence: 'high' },
  ]);
  // A minute and the price of a question, then three.
  expect(result?.phases.map(({ phase, minutes }) => [phase, Math.round(minutes * 60)])).toEqual([
    ['clarify', 80],
    ['consistency', 180],
  ]);
});

test('repeats are marked, what is open or given up is left out, and statistics take them in', async () => {
  const rig = new InterviewRig();
  await take(rig);
  rig.pass(60);
  await take(rig);
  rig.pass(60);
  const { attemptId } = await rig.start('strict', { source: { kind: 'generated', seed: 5, minutes: 12 } });
  expect(listMockResults(rig.profile).map(({ repeat }) => repeat)).toEqual([false, true]);
  await rig.get('mocks:abandon', { attemptId });
  expect(listMockResults(rig.profile)).toHaveLength(2);
  const { mocks, recallAndUse } = readStatistics(rig.profile, begun);
  expect(mocks.attempts.map(({ repeat }) => repeat)).toEqual([false, true]);
  expect(mocks.phases).toMatchObject([{ minutes: 35, attempts: 1 }]);
  expect(mocks.confidence.have).toBe(1);
  const decided = recallAndUse.reduce((sum, { decisions }) => sum + decisions.of, 0);
  expect(decided).toBe(listMockResults(rig.profile)[0]?.decisions.length);
});

import { z } from 'zod';
import { describeThin, type Measured } from '../../src-shared/domain/statistics/enough.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import { type Statistics, statisticsSchema } from '../../src-shared/ipc/stats-contract.ts';
import { readStatistics } from '../services/statistics.ts';
import { type AnyCommand, defineCommand } from './define.ts';

const stats = defineCommand({
  name: 'stats',
  summary: 'Progress: mastery, reviews, memory, what comes, cards, mocks. Shares and recalls are 0 to 1.',
  needs: 'read',
  positional: [],
  options: {},
  optional: {
    on: 'a later date to predict recall for, such as 2026-12-24; that of the interview where it is left out',
  },
  input: z.object({ on: z.iso.date().optional() }),
  output: statisticsSchema,
  run: ({ profile, at }, { on }) => readStatistics(profile, at, on ?? null),
  format: writeStatistics,
});

/** The commands of progress. */
export const statsCommands: readonly AnyCommand[] = [stats];

function writeStatistics(value: Statistics): string {
  const { activity, mastery, retention, calibration, forecast } = value;
  const firm = mastery.filter(({ standing }) => standing === 'firm').length;
  const work = forecast.reduce((sum, { minutes }) => sum + minutes, 0);
  return [
    `${value.date}: ${firm} of ${countOf(mastery.length, 'default')} at ${percent(value.target)} or more`,
    `${countOf(activity.answers, 'answer')} on ${countOf(activity.studiedDays, 'day')}`,
    `Retention: ${writeMeasured(retention, 'reviews', ({ overall }) => `${percent(overall.all.share)} of ${overall.all.of}`)}`,
    `Predictions: ${writeMeasured(calibration, 'reviews', ({ predicted, happened, logLoss }) => `${percent(predicted)} predicted, ${percent(happened.share)} remembered, log loss ${logLoss.toFixed(3)}`)}`,
    `Next ${countOf(forecast.length, 'day')}: about ${Math.round(work)} min, as things stand`,
    ...mastery.map(
      ({ id, met, cards, recall, recallLater }) =>
        `  ${id}: ${[percent(recall), recallLater !== null && `${percent(recallLater)} on ${value.laterDate}`].filter(Boolean).join(', ')}; ${met} of ${countOf(cards, 'card')} met`,
    ),
  ].join('\n');
}

function writeMeasured<T>(measured: Measured<T>, noun: string, write: (value: T) => string): string {
  return measured.value === null ? describeThin(measured, noun) : write(measured.value);
}

function percent(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

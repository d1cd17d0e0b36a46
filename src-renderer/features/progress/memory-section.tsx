import type { ReactNode } from 'react';
import {
  listMarks,
  percent,
  percentOf,
  percentRange,
} from '../../../src-shared/domain/statistics/figures.ts';
import { formatDay } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';
import { MeasuredPlot, Plot } from '../../components/plot.tsx';
import { CalibrationPlot } from './calibration-plot.tsx';
import { IntervalRows } from './interval-rows.tsx';
import { describeCalibration, describeRetention, describeTopics, listAccuracy } from './memory-words.ts';
import { RetentionPlot } from './retention-plot.tsx';

type MemorySectionProps = { statistics: Statistics; titles: ReadonlyMap<string, string> };

/** Whether the schedule keeps what was learnt, and whether its predictions can be trusted. */
export function MemorySection({ statistics, titles }: MemorySectionProps): ReactNode {
  const { retention, calibration } = statistics;
  return (
    <>
      <MeasuredPlot title="What you remember" measured={retention} noun="reviews">
        {value => (
          <>
            <Plot
              title="What you remember, by week"
              says={describeRetention(value)}
              table={{
                head: ['Week of', 'Young cards', 'Mature cards', 'All'],
                rows: value.weeks
                  .filter(({ all }) => all.of > 0)
                  .map(({ date, young, mature, all }) => [
                    formatDay(date, 'short'),
                    percentOf(young),
                    percentOf(mature),
                    percentOf(all),
                  ]),
              }}
            >
              <RetentionPlot {...value} />
            </Plot>
            <Plot
              title="What you remember, by topic"
              says={describeTopics(value, titles)}
              table={{
                head: ['Topic', 'Remembered', '95 % interval'],
                rows: value.topics.map(topic => [
                  titles.get(topic.topic) ?? topic.topic,
                  percentOf(topic),
                  percentRange(topic),
                ]),
              }}
            >
              <IntervalRows
                from={listMarks(Math.min(...value.topics.map(({ low }) => low)))[0] ?? 0}
                target={value.target}
                rows={value.topics.map(topic => ({
                  name: titles.get(topic.topic) ?? topic.topic,
                  share: topic,
                }))}
              />
            </Plot>
          </>
        )}
      </MeasuredPlot>
      <MeasuredPlot title="Expected and remembered" measured={calibration} noun="reviews">
        {value => (
          <>
            <Plot
              title="Expected and remembered"
              says={describeCalibration(value)}
              table={{
                head: ['Expected', 'Mean', 'Remembered', '95 % interval'],
                rows: value.bins.map(({ from, to, predicted, happened }) => [
                  `${Math.round(from * 100)}–${percent(to)}`,
                  percent(predicted),
                  percentOf(happened),
                  percentRange(happened),
                ]),
              }}
            >
              <CalibrationPlot bins={value.bins} />
            </Plot>
            <dl className="accuracy">
              {listAccuracy(value).map(({ name, value: figure, says }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="accuracy-figure">{figure}</dd>
                  <dd className="muted">{says}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </MeasuredPlot>
    </>
  );
}

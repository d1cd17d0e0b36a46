import type { ReactNode } from 'react';
import { answersForCalibration } from '../../../src-shared/domain/statistics/calibration.ts';
import {
  listMarks,
  percent,
  percentOf,
  percentRange,
} from '../../../src-shared/domain/statistics/figures.ts';
import { reviewsForRetention } from '../../../src-shared/domain/statistics/retention.ts';
import { formatDay } from '../../../src-shared/domain/wording.ts';
import type { CountedStatistics, TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { MeasuredPlot, Plot } from '../../components/plot.tsx';
import { CalibrationPlot } from './calibration-plot.tsx';
import { type Awaited, type Counted, CountedPart } from './counted-part.tsx';
import { IntervalRows } from './interval-rows.tsx';
import { describeCalibration, describeRetention, describeTopics, listAccuracy } from './memory-words.ts';
import { RetentionPlot } from './retention-plot.tsx';

type Titles = { titles: ReadonlyMap<string, string> };
type MemorySectionProps = Titles & { statistics: TalliedStatistics; counted: Counted };

/** Whether the schedule keeps what was learnt, and whether its predictions can be trusted. */
export function MemorySection({ statistics, counted, titles }: MemorySectionProps): ReactNode {
  return (
    <CountedPart counted={counted} awaited={listAwaited(statistics)}>
      {({ retention, calibration }) => (
        <MemoryPlots retention={retention} calibration={calibration} titles={titles} />
      )}
    </CountedPart>
  );
}

/** The plots to come: of fewer answers than one needs, there will be none. */
function listAwaited({ activity: { answers }, topics }: TalliedStatistics): Awaited[] {
  const retention: Awaited[] =
    answers < reviewsForRetention
      ? [{ title: 'What you remember', height: null }]
      : [
          // Its sentence takes a third line.
          { title: 'What you remember, by week', height: 249 },
          { title: 'What you remember, by topic', height: 20 + topics.length * 26 },
        ];
  // With the three figures below it.
  const calibration = answers < answersForCalibration ? null : 397;
  return [...retention, { title: 'Expected and remembered', height: calibration }];
}

type MemoryPlotsProps = Titles & Pick<CountedStatistics, 'retention' | 'calibration'>;

function MemoryPlots({ retention, calibration, titles }: MemoryPlotsProps): ReactNode {
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

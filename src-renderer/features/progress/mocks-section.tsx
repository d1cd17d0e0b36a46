import type { ReactNode } from 'react';
import { phaseNames } from '../../../src-shared/domain/mock/phases.ts';
import { percent, percentOf, percentRange } from '../../../src-shared/domain/statistics/figures.ts';
import {
  adviceNames,
  describeAttempts,
  describeConfidence,
  describeLack,
  describeMockTopics,
  describePhases,
  describeUse,
} from '../../../src-shared/domain/statistics/mock-words.ts';
import { tallyShare } from '../../../src-shared/domain/statistics/share.ts';
import { formatDay, formatShare } from '../../../src-shared/domain/wording.ts';
import type { TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { PlotKey } from '../../components/chart-parts.tsx';
import { MeasuredPlot, Plot } from '../../components/plot.tsx';
import { BarPlot } from './bar-plot.tsx';
import { IntervalRows } from './interval-rows.tsx';
import { ScorePlot } from './score-plot.tsx';

type MocksSectionProps = { statistics: TalliedStatistics; titles: ReadonlyMap<string, string> };

/** How mock interviews went, and whether what is known is used in them. */
export function MocksSection({ statistics, titles }: MocksSectionProps): ReactNode {
  const { mocks } = statistics;
  if (mocks.attempts.length === 0) {
    return (
      <p className="reading muted">
        No mock interview yet. Scores by attempt and topic will stand here, how sure you were against how
        often you were right, where the time went, and whether you use what your cards say you know.
      </p>
    );
  }
  const nameOf = (topic: string): string => titles.get(topic) ?? topic;
  return (
    <>
      <Plot
        title="Scores"
        says={describeAttempts(mocks)}
        table={{
          head: ['Date', 'Interview', 'Points', ''],
          rows: mocks.attempts.map(({ date, title, total, repeat }, index) => [
            `${index + 1}. ${formatDay(date, 'short')}`,
            title,
            Math.round(total),
            repeat ? 'repeat' : '',
          ]),
        }}
      >
        <ScorePlot attempts={mocks.attempts} />
      </Plot>
      <Plot
        title="Points by topic"
        says={describeMockTopics(mocks, titles)}
        table={{
          head: ['Topic', 'Points', 'Decisions right'],
          rows: mocks.topics.map(({ topic, points, of, right }) => [
            nameOf(topic),
            percent(points / of),
            right.value ? percentOf(right.value) : `${right.have} of ${right.need} needed`,
          ]),
        }}
      >
        <BarPlot
          series={['points']}
          unit={`\u00a0%`}
          most={100}
          data={mocks.topics.map(({ topic, points, of }) => ({
            label: nameOf(topic),
            tip: [nameOf(topic), `${percent(points / of)} of its points`],
            values: [(points / of) * 100],
          }))}
        />
      </Plot>
      <MeasuredPlot
        title="How sure, how right"
        measured={mocks.confidence}
        noun="decisions with a confidence"
      >
        {value => (
          <Plot
            title="How sure, how right"
            says={describeConfidence(value)}
            table={{
              head: ['Confidence', 'Meant', 'Right', '95 % interval'],
              rows: value.levels.map(({ level, stated, happened }) => [
                level,
                percent(stated),
                percentOf(happened),
                percentRange(happened),
              ]),
            }}
          >
            <IntervalRows
              rows={value.levels.map(({ level, stated, happened }) => ({
                name: level,
                share: happened,
                other: stated,
              }))}
            />
            <PlotKey
              entries={[
                { name: 'right, with its 95 % interval', mark: 'dot' },
                { name: 'what the level means', mark: 'diamond' },
              ]}
            />
          </Plot>
        )}
      </MeasuredPlot>
      {mocks.phases.map(length => (
        <Plot
          key={length.minutes}
          title={`Time by phase, ${length.minutes} minutes`}
          says={describePhases(length, phaseNames)}
          table={{
            head: ['Phase', 'Minutes', 'Suggested'],
            rows: length.phases.map(({ phase, minutes, suggested }) => [
              phaseNames[phase],
              minutes.toFixed(1),
              suggested,
            ]),
          }}
        >
          <BarPlot
            series={['taken', 'suggested']}
            grouped
            unit=" min"
            data={length.phases.map(({ phase, minutes, suggested }) => ({
              label: phaseNames[phase],
              tip: [phaseNames[phase], `${minutes.toFixed(1)} min`, `suggested ${suggested} min`],
              values: [minutes, suggested],
            }))}
          />
        </Plot>
      ))}
      <UsePlot statistics={statistics} titles={titles} />
    </>
  );
}

function UsePlot({ statistics, titles }: MocksSectionProps): ReactNode {
  const rows = statistics.recallAndUse;
  const nameOf = (topic: string): string => titles.get(topic) ?? topic;
  return (
    <Plot
      title="What you know and what you use"
      says={describeUse(rows, titles)}
      table={{
        head: ['Topic', 'Card recall', 'Mock decisions right', 'What to do'],
        rows: rows.map(row => [
          nameOf(row.topic),
          row.recall === null ? '–' : `${formatShare(row.recall)} of ${row.cards}`,
          percentOf(row.decisions),
          row.advice === null ? (describeLack(row) ?? '') : adviceNames[row.advice],
        ]),
      }}
    >
      <IntervalRows
        rows={rows.map(({ topic, recall, decisions, advice }) => ({
          name: nameOf(topic),
          share: advice === null ? tallyShare(0, 0) : decisions,
          other: advice === null ? null : recall,
        }))}
      />
      <PlotKey
        entries={[
          { name: 'decided right in mocks, with its 95 % interval', mark: 'dot' },
          { name: 'predicted recall of the cards', mark: 'diamond' },
        ]}
      />
    </Plot>
  );
}

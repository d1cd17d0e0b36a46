import type { ReactNode } from 'react';
import { type Bar, cardsForHistograms } from '../../../src-shared/domain/statistics/cards.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { CountedStatistics, TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { MeasuredPlot, Plot } from '../../components/plot.tsx';
import { type BarDatum, BarPlot } from './bar-plot.tsx';
import { type Awaited, type Counted, CountedPart } from './counted-part.tsx';
import { StagesPlot, stageNames, stageOrder } from './stages-plot.tsx';
import { describeDifficulty, describeStability, describeStages } from './work-words.ts';

type Titles = { titles: ReadonlyMap<string, string> };
type CardsSectionProps = Titles & { statistics: TalliedStatistics; counted: Counted };

/** The cards by where they stand, how well they are held and how hard they are. */
export function CardsSection({ statistics, counted, titles }: CardsSectionProps): ReactNode {
  return (
    <CountedPart counted={counted} awaited={listAwaited(statistics)}>
      {({ stages, histograms }) => <CardPlots stages={stages} histograms={histograms} titles={titles} />}
    </CountedPart>
  );
}

function listAwaited({ activity: { answers }, topics }: TalliedStatistics): (Awaited | Awaited[])[] {
  return [
    { title: 'Where your cards stand', height: 23 + topics.length * 25 },
    answers < cardsForHistograms
      ? { title: 'How well and how hard', height: null }
      : [
          { title: 'How long they stay', height: 150 },
          { title: 'How hard they are', height: 150 },
        ],
  ];
}

type CardPlotsProps = Titles & Pick<CountedStatistics, 'stages' | 'histograms'>;

function CardPlots({ stages, histograms, titles }: CardPlotsProps): ReactNode {
  const rows = stages.topics.map(({ topic, counts }) => ({ name: titles.get(topic) ?? topic, counts }));
  return (
    <>
      <Plot
        title="Where your cards stand"
        says={describeStages(stages)}
        table={{
          head: ['Topic', ...stageOrder.map(stage => stageNames[stage])],
          rows: rows.map(({ name, counts }) => [name, ...stageOrder.map(stage => counts[stage])]),
        }}
      >
        <StagesPlot rows={rows} />
      </Plot>
      <MeasuredPlot title="How well and how hard" measured={histograms} noun="studied cards">
        {value => (
          <div className="plot-pair">
            <Histogram
              title="How long they stay"
              says={describeStability(value)}
              head="Days until 90 %"
              bars={value.stability}
              unit="days"
            />
            <Histogram
              title="How hard they are"
              says={describeDifficulty(value)}
              head="Difficulty"
              bars={value.difficulty}
              unit=""
            />
          </div>
        )}
      </MeasuredPlot>
    </>
  );
}

type HistogramProps = { title: string; says: string; head: string; bars: readonly Bar[]; unit: string };

function Histogram({ title, says, head, bars, unit }: HistogramProps): ReactNode {
  const name = ({ from, to }: Bar): string => (to === null ? `${from}+` : `${from}–${to}`);
  return (
    <Plot
      title={title}
      says={says}
      table={{ head: [head, 'Cards'], rows: bars.map(bar => [name(bar), bar.cards]) }}
    >
      <BarPlot
        series={['cards']}
        data={bars.map(
          (bar): BarDatum => ({
            label: name(bar),
            tip: [`${name(bar)} ${unit}`.trim(), countOf(bar.cards, 'card')],
            values: [bar.cards],
          }),
        )}
      />
    </Plot>
  );
}

import type { CSSProperties, ReactNode } from 'react';
import { type CardStage, cardStages } from '../../../src-shared/domain/statistics/cards.ts';
import { PlotKey } from '../../components/chart-parts.tsx';

/** What each stage is called. */
export const stageNames: Record<CardStage, string> = {
  mature: 'mature',
  young: 'young',
  learning: 'in first steps',
  new: 'not met',
  suspended: 'suspended',
};

/** Stages from the best held on. */
export const stageOrder = [
  'mature',
  'young',
  'learning',
  'new',
  'suspended',
] as const satisfies readonly CardStage[];

type StagesPlotProps = { rows: readonly { name: string; counts: Record<CardStage, number> }[] };

/** A bar of cards by stage for each topic, all to one scale. */
export function StagesPlot({ rows }: StagesPlotProps): ReactNode {
  const most = Math.max(1, ...rows.map(({ counts }) => sum(counts)));
  return (
    <>
      <div className="intervals">
        {rows.map(({ name, counts }) => (
          <div key={name} className="interval">
            <span className="interval-name">{name}</span>
            <span className="stages">
              {stageOrder.map(stage => (
                <span key={stage} className={`stage stage-${stage}`} style={widthOf(counts[stage] / most)} />
              ))}
            </span>
            <span className="interval-figure">{sum(counts)}</span>
          </div>
        ))}
      </div>
      <PlotKey entries={stageOrder.map(stage => ({ name: stageNames[stage], mark: stage }))} />
    </>
  );
}

function sum(counts: Record<CardStage, number>): number {
  return cardStages.reduce((all, stage) => all + counts[stage], 0);
}

function widthOf(share: number): CSSProperties {
  return { width: `${share * 100}%` };
}

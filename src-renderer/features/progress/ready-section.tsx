import type { ReactNode } from 'react';
import {
  describeLater,
  describeReadiness,
  describeWeakest,
  sortWeakest,
  standingNames,
} from '../../../src-shared/domain/statistics/ready-words.ts';
import { formatDay, formatShare } from '../../../src-shared/domain/wording.ts';
import type { TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { PlotDetails } from '../../components/plot.tsx';
import { MasteryMap } from './mastery-map.tsx';

type ReadySectionProps = { statistics: TalliedStatistics; onShowDefault(id: string): void };

/** Am I ready: every default, now and on the day of the interview. */
export function ReadySection({ statistics, onShowDefault }: ReadySectionProps): ReactNode {
  const { mastery, topics, target, laterDate } = statistics;
  const later = describeLater(statistics);
  const weakest = describeWeakest(mastery, target);
  return (
    <>
      <p className="reading">{[describeReadiness(statistics), later, weakest].filter(Boolean).join(' ')}</p>
      <p className="plot-says muted">
        {laterDate === null
          ? 'A bar is the chance that you recall a card of that default now, as the scheduler predicts it: the mean of those met, where one still in its steps counts as nothing. With an interview date under Plan it is told for that day as well.'
          : 'A bar is the chance that you recall a card of that default now, as the scheduler predicts it: the mean of those met, where one still in its steps counts as nothing. The mark is that chance on the day of the interview if you answered nothing until then.'}
      </p>
      <MasteryMap mastery={mastery} topics={topics} laterDate={laterDate} onShow={onShowDefault} />
      <PlotDetails
        title="Defaults, the weakest first"
        table={{
          head: [
            'Default',
            'Now',
            ...(laterDate === null ? [] : [formatDay(laterDate, 'short')]),
            'Cards met',
            '',
          ],
          rows: sortWeakest(mastery).map(({ name, recall, recallLater, met, cards, standing }) => [
            name,
            recall === null ? '–' : formatShare(recall),
            ...(laterDate === null ? [] : [recallLater === null ? '–' : formatShare(recallLater)]),
            `${met} of ${cards}`,
            standingNames[standing],
          ]),
        }}
      />
    </>
  );
}

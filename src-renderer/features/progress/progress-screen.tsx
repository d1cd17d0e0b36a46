import '../../styles/progress.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { countedQuery, statisticsQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { PageNav } from '../../components/page-nav.tsx';
import { AheadSection } from './ahead-section.tsx';
import { CardsSection } from './cards-section.tsx';
import type { Counted } from './counted-part.tsx';
import { MemorySection } from './memory-section.tsx';
import { MocksSection } from './mocks-section.tsx';
import { ReadySection } from './ready-section.tsx';
import { ReviewsSection } from './reviews-section.tsx';

type ProgressScreenProps = { onShowDefault(id: string): void; onExport(): void };

/**
 * Where the person stands: what is held, what was done, what comes. Loaded when it is first opened. What is told by
 * tallies is there at once; what every answer is counted for comes when it is.
 */
export function ProgressScreen({ onShowDefault, onExport }: ProgressScreenProps): ReactNode {
  const statistics = useQuery(statisticsQuery);
  const counting = useQuery(countedQuery);
  const counted: Counted = {
    value: counting.data,
    isFailed: counting.isError && !counting.isFetching,
    retry: () => void counting.refetch(),
  };
  const { reportProblem } = useNotices();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (statistics.error) reportProblem(statistics.error);
  }, [statistics.error, reportProblem]);
  useEffect(() => {
    if (counting.error) reportProblem(counting.error);
  }, [counting.error, reportProblem]);

  return (
    <main className="page progress" aria-busy={statistics.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Progress
      </h1>
      {statistics.data && (
        <Sections
          statistics={statistics.data}
          counted={counted}
          onShowDefault={onShowDefault}
          onExport={onExport}
        />
      )}
    </main>
  );
}

type SectionsProps = ProgressScreenProps & { statistics: TalliedStatistics; counted: Counted };

function Sections({ statistics, counted, onShowDefault, onExport }: SectionsProps): ReactNode {
  const titles = new Map(statistics.topics.map(({ topic, title }) => [topic, title]));
  const sections = [
    {
      id: 'ready',
      title: 'Am I ready?',
      content: <ReadySection statistics={statistics} onShowDefault={onShowDefault} />,
    },
    {
      id: 'reviews',
      title: 'Reviews',
      content: <ReviewsSection statistics={statistics} counted={counted} />,
    },
    {
      id: 'memory',
      title: 'Memory',
      content: <MemorySection statistics={statistics} counted={counted} titles={titles} />,
    },
    { id: 'ahead', title: 'What comes', content: <AheadSection statistics={statistics} /> },
    {
      id: 'cards',
      title: 'Cards',
      content: <CardsSection statistics={statistics} counted={counted} titles={titles} />,
    },
    {
      id: 'mocks',
      title: 'Mock interviews',
      content: <MocksSection statistics={statistics} titles={titles} />,
    },
  ];
  return (
    <>
      <PageNav parts={sections} />
      <p className="reading muted">
        All of it can be taken along as a report, tables or a file:{' '}
        <button type="button" className="button-link" onClick={onExport}>
          Export…
        </button>
      </p>
      {sections.map(({ id, title, content }) => (
        <section key={id} aria-labelledby={id} className="progress-section">
          <h2 id={id} tabIndex={-1} className="section-title">
            {title}
          </h2>
          {content}
        </section>
      ))}
    </>
  );
}

import { type ReactNode, useState } from 'react';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { BeginPage, type Chosen } from './begin-page.tsx';
import { MocksScreen } from './mocks-screen.tsx';
import { ReportScreen } from './report-screen.tsx';

/** A report to show; `isFresh`: right after its interview. */
type ShownReport = { attemptId: string; isFresh: boolean };

/** A page of this area. */
export type MocksPage =
  | { name: 'list' }
  | { name: 'begin'; chosen: Chosen }
  | ({ name: 'report' } & ShownReport);

type MocksAreaProps = {
  /** Where it begins. */
  first: MocksPage;
  onInterview(attemptId: string): void;
  onRound(roundId: string): void;
  onReview(cards: number): void;
  onLeave(): void;
};

/** Everything about mock interviews but the interview itself: the list, the page before the clock, the report. */
export function MocksArea({ first, onInterview, onRound, onReview, onLeave }: MocksAreaProps): ReactNode {
  const [page, setPage] = useState(first);
  const { clear } = useNotices();
  const show = (next: MocksPage): void => {
    clear();
    window.scrollTo({ top: 0 });
    setPage(next);
  };
  const list = (): void => show({ name: 'list' });
  useKeys(({ key, repeat, focus }) => {
    if (key !== 'Escape' || repeat || focus === 'field' || page.name === 'report') return false;
    if (page.name === 'list') onLeave();
    else list();
    return true;
  });
  switch (page.name) {
    case 'list':
      return (
        <MocksScreen
          onChoose={chosen => show({ name: 'begin', chosen })}
          onInterview={onInterview}
          onRound={onRound}
          onReport={attemptId => show({ name: 'report', attemptId, isFresh: false })}
        />
      );
    case 'begin':
      return (
        <BeginPage
          chosen={page.chosen}
          onInterview={onInterview}
          onReport={attemptId => show({ name: 'report', attemptId, isFresh: false })}
          onLeave={list}
        />
      );
    case 'report':
      return (
        <ReportScreen
          key={page.attemptId}
          attemptId={page.attemptId}
          isFresh={page.isFresh}
          onLeave={list}
          onReview={onReview}
        />
      );
  }
}

import { type ReactNode, useState } from 'react';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { BeginPage, type Chosen } from './begin-page.tsx';
import { MocksScreen } from './mocks-screen.tsx';
import { ReportScreen } from './report-screen.tsx';

type Page =
  | { name: 'list' }
  | { name: 'begin'; chosen: Chosen }
  /** `isFresh`: right after the interview. */
  | { name: 'report'; attemptId: string; isFresh: boolean };

type MocksAreaProps = {
  /** The interview that was just handed in; null where the person comes to choose. */
  fresh: string | null;
  onInterview(attemptId: string): void;
  onReview(): void;
  onLeave(): void;
};

/** Everything about mock interviews but the interview itself: the list, the page before the clock, the report. */
export function MocksArea({ fresh, onInterview, onReview, onLeave }: MocksAreaProps): ReactNode {
  const [page, setPage] = useState<Page>(
    fresh === null ? { name: 'list' } : { name: 'report', attemptId: fresh, isFresh: true },
  );
  const { clear } = useNotices();
  const show = (next: Page): void => {
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

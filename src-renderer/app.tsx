import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Session } from '../src-shared/ipc/contract.ts';
import { infoQuery } from './api.ts';
import { NoticeArea, NoticesProvider, useNotices } from './components/notices.tsx';
import { useKeys } from './components/use-keys.ts';
import { DecksScreen } from './features/decks/decks-screen.tsx';
import { InterviewScreen } from './features/mock/interview-screen.tsx';
import { MocksScreen } from './features/mock/mocks-screen.tsx';
import { ReportScreen } from './features/mock/report-screen.tsx';
import { PlanScreen } from './features/plan/plan-screen.tsx';
import { ReviewScreen } from './features/review/review-screen.tsx';
import { SettingsScreen } from './features/settings/settings-screen.tsx';
import { TodayScreen } from './features/today/today-screen.tsx';

/** Its plots are large, and the first screen needs none of them. */
const ProgressScreen = lazy(() =>
  import('./features/progress/progress-screen.tsx').then(({ ProgressScreen: screen }) => ({
    default: screen,
  })),
);

type Screen =
  | { name: 'today' | 'progress' | 'plan' | 'mocks' | 'decks' | 'settings' }
  | { name: 'review'; session: Session }
  | { name: 'interview'; attemptId: string }
  /** `isFresh`: right after the interview. */
  | { name: 'report'; attemptId: string; isFresh: boolean };

/** The window: one screen at a time. */
export function App(): ReactNode {
  useTheme();
  useDeckChanges();
  return (
    <NoticesProvider>
      <Screens />
    </NoticesProvider>
  );
}

function Screens(): ReactNode {
  const [screen, setScreen] = useState<Screen>({ name: 'today' });
  const { clear } = useNotices();
  const show = (next: Screen): void => {
    clear();
    setScreen(next);
  };
  const start = (session: Session): void => show({ name: 'review', session });

  useKeys(({ key, repeat }) => {
    if (key !== 'Escape' || repeat || screen.name === 'today') return false;
    if (screen.name === 'review' || screen.name === 'interview') return false;
    show({ name: screen.name === 'report' ? 'mocks' : 'today' });
    return true;
  });

  if (screen.name === 'review') {
    return (
      <>
        <ReviewScreen
          key={screen.session.kind === 'extra' ? screen.session.startedAtMs : 'today'}
          session={screen.session}
          onLeave={() => show({ name: 'today' })}
          onStart={start}
        />
        <NoticeArea />
      </>
    );
  }
  if (screen.name === 'interview') {
    const { attemptId } = screen;
    return (
      <>
        <InterviewScreen
          attemptId={attemptId}
          onOver={() => show({ name: 'report', attemptId, isFresh: true })}
          onLeave={() => show({ name: 'mocks' })}
        />
        <NoticeArea />
      </>
    );
  }
  return (
    <>
      <header className="masthead">
        <p className="brand">Baseline</p>
        <nav aria-label="Screens">
          {(['today', 'progress', 'plan', 'mocks', 'decks', 'settings'] as const).map(name => (
            <button
              key={name}
              type="button"
              className="nav-link"
              aria-current={screen.name === name ? 'page' : undefined}
              onClick={() => show({ name })}
            >
              {screenNames[name]}
            </button>
          ))}
        </nav>
      </header>
      {screen.name === 'today' && <TodayScreen onStart={start} onShowDecks={() => show({ name: 'decks' })} />}
      {screen.name === 'progress' && (
        <Suspense fallback={<main className="page" aria-busy="true" />}>
          <ProgressScreen />
        </Suspense>
      )}
      {screen.name === 'plan' && <PlanScreen />}
      {screen.name === 'mocks' && (
        <MocksScreen
          onInterview={attemptId => show({ name: 'interview', attemptId })}
          onReport={attemptId => show({ name: 'report', attemptId, isFresh: false })}
        />
      )}
      {screen.name === 'report' && (
        <ReportScreen
          attemptId={screen.attemptId}
          isFresh={screen.isFresh}
          onLeave={() => show({ name: 'mocks' })}
          onReview={() => start({ kind: 'today' })}
        />
      )}
      {screen.name === 'decks' && <DecksScreen />}
      {screen.name === 'settings' && <SettingsScreen />}
      <NoticeArea />
    </>
  );
}

const screenNames = {
  today: 'Today',
  progress: 'Progress',
  plan: 'Plan',
  mocks: 'Mocks',
  decks: 'Decks',
  settings: 'Settings',
} as const;

/** Light or dark as the setting has it; the style sheets follow the system where it says so. */
function useTheme(): void {
  const theme = useQuery(infoQuery).data?.settings.theme;
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme;
  }, [theme]);
}

/** Reads anew what is on screen when deck files change on disk. */
function useDeckChanges(): void {
  const queries = useQueryClient();
  useEffect(() => window.baseline.on('decks:changed', () => void queries.invalidateQueries()), [queries]);
}

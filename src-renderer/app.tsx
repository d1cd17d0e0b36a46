import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Session } from '../src-shared/ipc/contract.ts';
import { infoQuery } from './api.ts';
import { NoticeArea, NoticesProvider, useNotices } from './components/notices.tsx';
import { useKeys } from './components/use-keys.ts';
import { DecksScreen } from './features/decks/decks-screen.tsx';
import { DefaultsArea } from './features/defaults/defaults-area.tsx';
import { InterviewScreen } from './features/mock/interview-screen.tsx';
import { MocksArea, type ShownReport } from './features/mock/mocks-area.tsx';
import { PlanScreen } from './features/plan/plan-screen.tsx';
import { ReviewScreen } from './features/review/review-screen.tsx';
import { RoundScreen } from './features/round/round-screen.tsx';
import { SettingsScreen } from './features/settings/settings-screen.tsx';
import { TodayScreen } from './features/today/today-screen.tsx';

/** Its plots are large, and the first screen needs none of them. */
const ProgressScreen = lazy(() =>
  import('./features/progress/progress-screen.tsx').then(({ ProgressScreen: screen }) => ({
    default: screen,
  })),
);

type Screen =
  | { name: 'today' | 'progress' | 'plan' | 'decks' | 'settings' }
  /** With the page of one of them, where it is asked for. */
  | { name: 'defaults'; id?: string }
  /** With a report, where one is asked for. */
  | { name: 'mocks'; report?: ShownReport }
  | { name: 'review'; session: Session }
  | { name: 'interview'; attemptId: string }
  /** With the screen that it was begun from, where it leads back to. */
  | { name: 'round'; roundId: string; from: 'today' | 'mocks' };

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
  const [shown, setShown] = useState(0);
  const { clear } = useNotices();
  const show = (next: Screen): void => {
    clear();
    setScreen(next);
    setShown(shown + 1);
  };
  const start = (session: Session): void => show({ name: 'review', session });

  useKeys(({ key, repeat }) => {
    if (key !== 'Escape' || repeat || screen.name === 'today') return false;
    // What has steps of its own knows where Escape leads.
    if (screen.name === 'review' || screen.name === 'interview' || screen.name === 'mocks') return false;
    if (screen.name === 'defaults' || screen.name === 'round') return false;
    show({ name: 'today' });
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
          onOver={() => show({ name: 'mocks', report: { attemptId, isFresh: true } })}
          onLeave={() => show({ name: 'mocks' })}
        />
        <NoticeArea />
      </>
    );
  }
  if (screen.name === 'round') {
    const { roundId, from } = screen;
    return (
      <>
        <RoundScreen
          key={roundId}
          roundId={roundId}
          onLeave={() => show({ name: from })}
          onReview={() => start({ kind: 'today' })}
          onAgain={next => show({ name: 'round', roundId: next, from })}
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
          {(['today', 'progress', 'plan', 'mocks', 'defaults', 'decks', 'settings'] as const).map(name => (
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
      {screen.name === 'today' && (
        <TodayScreen
          onStart={start}
          onRound={roundId => show({ name: 'round', roundId, from: 'today' })}
          onShowDecks={() => show({ name: 'decks' })}
        />
      )}
      {screen.name === 'progress' && (
        <Suspense fallback={<main className="page" aria-busy="true" />}>
          <ProgressScreen onShowDefault={id => show({ name: 'defaults', id })} />
        </Suspense>
      )}
      {screen.name === 'plan' && <PlanScreen />}
      {screen.name === 'mocks' && (
        <MocksArea
          // Choosing Mocks again leads back to the list.
          key={shown}
          report={screen.report ?? null}
          onInterview={attemptId => show({ name: 'interview', attemptId })}
          onRound={roundId => show({ name: 'round', roundId, from: 'mocks' })}
          onReview={() => start({ kind: 'today' })}
          onLeave={() => show({ name: 'today' })}
        />
      )}
      {screen.name === 'defaults' && (
        <DefaultsArea
          // Choosing Defaults again leads back to the list.
          key={shown}
          first={screen.id ?? null}
          onReport={attemptId => show({ name: 'mocks', report: { attemptId, isFresh: false } })}
          onShowMocks={() => show({ name: 'mocks' })}
          onLeave={() => show({ name: 'today' })}
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
  defaults: 'Defaults',
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

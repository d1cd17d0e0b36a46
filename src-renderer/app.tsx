import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { screenNames, screenOrder } from '../src-shared/ipc/commands.ts';
import type { Session } from '../src-shared/ipc/contract.ts';
import { KeyHint } from './components/key-hint.tsx';
import { NoticeArea, NoticesProvider, useNotices } from './components/notices.tsx';
import { useKeys } from './components/use-keys.ts';
import { keyText } from './features/commands/key-text.ts';
import { useCommands, type WindowDialog } from './features/commands/use-commands.ts';
import { AboutDialog, KeysDialog } from './features/commands/window-dialogs.tsx';
import { useOpenedFiles } from './features/exchange/use-opened-files.ts';
import { Palette } from './features/palette/palette.tsx';
import { useEntries, type Ways } from './features/palette/use-entries.ts';
import { useAppearance } from './features/settings/use-appearance.ts';
import { TodayScreen } from './features/today/today-screen.tsx';
import type { Screen } from './screen.ts';
import {
  CardsScreen,
  DecksScreen,
  DefaultsArea,
  EditorScreen,
  InterviewScreen,
  loadScreens,
  MocksArea,
  PlanScreen,
  ProgressScreen,
  ReviewScreen,
  RoundScreen,
  SettingsScreen,
} from './screens.ts';
import { useKeptScreen } from './use-kept-screen.ts';

/** The window: one screen at a time. */
export function App(): ReactNode {
  useAppearance();
  useDeckChanges();
  // After the first screen is on its way: what it waits for comes from another process.
  useEffect(() => void loadScreens(), []);
  return (
    <NoticesProvider>
      <Screens />
    </NoticesProvider>
  );
}

function Screens(): ReactNode {
  const [screen, setScreen] = useState<Screen>({ name: 'today' });
  const [shown, setShown] = useState(0);
  const [dialog, setDialog] = useState<{ name: WindowDialog; count: number } | null>(null);
  const { clear } = useNotices();
  const show = (next: Screen): void => {
    clear();
    setDialog(null);
    // Not where the screen before was read to.
    window.scrollTo(0, 0);
    setScreen(next);
    setShown(shown + 1);
  };
  useKeptScreen(screen, show);
  const start = (session: Session): void => show({ name: 'review', session });

  const isBound = screen.name === 'interview' || screen.name === 'round';
  const openDialog = (name: WindowDialog): void => setDialog(now => ({ name, count: (now?.count ?? 0) + 1 }));
  const run = useCommands({
    isBound,
    show: name => show({ name }),
    showExchange: () => show({ name: 'settings', at: 'exchange-title' }),
    startReview: () => start({ kind: 'today' }),
    open: openDialog,
  });
  const isFileOver = useOpenedFiles({
    isBound,
    showExchange: () => show({ name: 'settings', at: 'exchange-title' }),
  });
  const hasMasthead = screen.name !== 'review' && !isBound;
  useKeys(({ key, ctrl, repeat, focus }) => {
    if (repeat) return false;
    if (key.toLowerCase() === 'k' && ctrl && hasMasthead) {
      run('find');
      return true;
    }
    if (key === '?' && focus !== 'field' && hasMasthead) {
      openDialog('keys');
      return true;
    }
    if (key !== 'Escape' || screen.name === 'today') return false;
    // What has steps of its own knows where Escape leads.
    if (screen.name === 'review' || screen.name === 'mocks' || screen.name === 'edit' || isBound)
      return false;
    if (screen.name === 'defaults') return false;
    show({ name: 'today' });
    return true;
  }, 'window');
  // One that closes hears of it late: what it led to may be open by then.
  const closeDialog = (): void => setDialog(now => (now === dialog ? null : now));
  const above = (
    <>
      {dialog?.name === 'find' && (
        <Finder
          key={dialog.count}
          ways={{
            run,
            showDefault: id => show({ name: 'defaults', id }),
            showCard: cardId => show({ name: 'cards', search: `id:${cardId}` }),
            showPrompt: prompt =>
              show({ name: 'mocks', page: { name: 'begin', chosen: { kind: 'curated', prompt } } }),
          }}
          onClosed={closeDialog}
        />
      )}
      {dialog?.name === 'keys' && <KeysDialog key={dialog.count} onClosed={closeDialog} />}
      {dialog?.name === 'about' && <AboutDialog key={dialog.count} onClosed={closeDialog} />}
      {isFileOver && (
        <p className="drop-hint" aria-hidden="true">
          Drop the file to look into it
        </p>
      )}
      <NoticeArea />
    </>
  );

  if (screen.name === 'review') {
    return (
      <>
        <ReviewScreen
          key={screen.session.kind === 'extra' ? screen.session.startedAtMs : screen.session.kind}
          session={screen.session}
          onLeave={() => show({ name: 'today' })}
          onStart={start}
          onEdit={cardId => show({ name: 'edit', target: { cardId }, back: screen })}
        />
        {above}
      </>
    );
  }
  if (screen.name === 'interview') {
    const { attemptId } = screen;
    return (
      <>
        <InterviewScreen
          attemptId={attemptId}
          onOver={() => show({ name: 'mocks', page: { name: 'report', attemptId, isFresh: true } })}
          onLeave={() => show({ name: 'mocks' })}
        />
        {above}
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
          onReview={cards => start({ kind: 'first', of: cards })}
          onAgain={next => show({ name: 'round', roundId: next, from })}
        />
        {above}
      </>
    );
  }
  return (
    <>
      <header className="masthead">
        <p className="brand">Baseline</p>
        <nav aria-label="Screens">
          {screenOrder.map(name => (
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
          <button type="button" className="nav-link" onClick={() => run('find')}>
            Go to <KeyHint>{keyText('CmdOrCtrl+K')}</KeyHint>
          </button>
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
        <ProgressScreen
          onShowDefault={id => show({ name: 'defaults', id })}
          onExport={() => show({ name: 'settings', at: 'exchange-title' })}
        />
      )}
      {screen.name === 'plan' && <PlanScreen />}
      {screen.name === 'mocks' && (
        <MocksArea
          // Choosing Mocks again leads back to the list.
          key={shown}
          first={screen.page ?? { name: 'list' }}
          onInterview={attemptId => show({ name: 'interview', attemptId })}
          onRound={roundId => show({ name: 'round', roundId, from: 'mocks' })}
          onReview={cards => start({ kind: 'first', of: cards })}
          onLeave={() => show({ name: 'today' })}
        />
      )}
      {screen.name === 'defaults' && (
        <DefaultsArea
          // Choosing Defaults again leads back to the list.
          key={shown}
          first={screen.id ?? null}
          onReport={attemptId => show({ name: 'mocks', page: { name: 'report', attemptId, isFresh: false } })}
          onShowMocks={() => show({ name: 'mocks' })}
          onShowCards={search => show({ name: 'cards', search })}
          onLeave={() => show({ name: 'today' })}
        />
      )}
      {screen.name === 'cards' && (
        <CardsScreen
          key={shown}
          first={screen.search ?? ''}
          onEdit={(cardId, search) =>
            show({ name: 'edit', target: { cardId }, back: { name: 'cards', search } })
          }
          onNew={() => show({ name: 'decks' })}
        />
      )}
      {screen.name === 'decks' && (
        <DecksScreen
          onNewCard={deck => show({ name: 'edit', target: { deck }, back: screen })}
          onShowCards={search => show({ name: 'cards', search })}
        />
      )}
      {screen.name === 'edit' && (
        <EditorScreen key={shown} target={screen.target} onLeave={() => show(screen.back)} />
      )}
      {screen.name === 'settings' && <SettingsScreen key={shown} at={screen.at ?? null} />}
      {above}
    </>
  );
}

/** The palette, which reads what it leads to once it is open. */
function Finder({ ways, onClosed }: { ways: Ways; onClosed(): void }): ReactNode {
  return <Palette entries={useEntries(ways)} showCard={ways.showCard} onClosed={onClosed} />;
}

/** Reads anew what is on screen when deck files change on disk; a card that is being written stays as it was opened. */
function useDeckChanges(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const readAnew = (): Promise<void> =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'own-open' });
    return window.baseline.on('decks:changed', () => void readAnew());
  }, [queries]);
}

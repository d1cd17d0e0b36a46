import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { PhaseId } from '../../../src-shared/domain/mock/phases.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { focusCell } from './board.tsx';
import { BoardArea } from './board-area.tsx';
import { findNextOpen, findStart } from './board-moves.ts';
import { CellPanel } from './cell-panel.tsx';
import { CheckPhase } from './check-phase.tsx';
import { ClarifyPhase } from './clarify-phase.tsx';
import { beginDeciding } from './deciding.ts';
import { HeardList } from './heard-list.tsx';
import { InterviewFoot } from './interview-foot.tsx';
import { InterviewHead } from './interview-head.tsx';
import { InterviewHelp } from './interview-help.tsx';
import { hasBoard, type InterviewCommand, readInterviewKey } from './interview-keys.ts';
import { NotePanel } from './note-panel.tsx';
import { focusFigure, NumbersPhase } from './numbers-phase.tsx';
import { focusPhaseTitle } from './phase-title.tsx';
import { RaiseDialog } from './raise-dialog.tsx';
import { TwistsPhase } from './twists-phase.tsx';
import { useBoard } from './use-board.ts';
import { useInterview } from './use-interview.ts';
import type { Missing } from './wording.ts';

type InterviewScreenProps = { attemptId: string; onOver(): void; onLeave(): void };

/** A running mock interview: what was heard on one side, the phase and the board on the other. */
export function InterviewScreen({ attemptId, onOver, onLeave }: InterviewScreenProps): ReactNode {
  const interview = useInterview(attemptId, onOver);
  const board = useBoard(interview);
  const [note, setNote] = useState<string | null>(null);
  const [isNoting, setNoting] = useState(false);
  const [dialog, setDialog] = useState<'help' | 'raise' | null>(null);
  const mend = useRef<Missing | null>(null);
  const view = interview?.view ?? null;
  const phase = view?.phase;

  const focusPhase = useEffectEvent(() => {
    if (!view) return;
    // A phase of the board begins on its first open cell, the others at their heading.
    const isOnBoard = hasBoard(view.phase) && view.phase !== 'twists' && view.phase !== 'check';
    const cell = mend.current?.cell ?? (isOnBoard ? findStart(view) : null);
    mend.current = null;
    if (cell) focusCell(cell);
    else focusPhaseTitle();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new phase moves the focus
  useLayoutEffect(focusPhase, [phase]);

  const run = (command: InterviewCommand): void => {
    if (!interview || !view) return;
    switch (command.do) {
      case 'phase':
        void interview.act({ type: 'phase', phase: command.phase });
        break;
      case 'work':
        work();
        break;
      case 'notes':
        toggleNotes();
        break;
      case 'pause':
        interview.pause(view.clock.running);
        break;
      case 'raise':
      case 'help':
        setDialog(command.do);
        break;
      case 'leave':
        onLeave();
        break;
      default:
        assertNever(command);
    }
  };
  const work = (): void => {
    if (!view) return;
    const next = hasBoard(view.phase) ? (findNextOpen(view, null) ?? board.at) : null;
    if (view.phase === 'numbers') focusFigure();
    else if (next) focusCell(next);
  };
  const toggleNotes = (): void => {
    if (isNoting) focusPhaseTitle();
    setNoting(!isNoting);
  };
  const goTo = (missing: Missing): void => {
    if (missing.phase === view?.phase) return;
    mend.current = missing;
    run({ do: 'phase', phase: missing.phase });
  };

  useKeys(press => {
    if (!view || board.open) return false;
    const command = readInterviewKey(press, {
      phase: view.phase,
      isPractice: view.mode === 'practice',
      isOpenLevel: view.level === 'open',
    });
    if (!command || (!view.clock.running && stopped.has(command.do))) return false;
    run(command);
    return true;
  });
  if (!interview || !view) return <main className="page" aria-busy="true" />;

  const panelCell = board.open?.cell ?? (hasBoard(view.phase) ? board.at : null);
  return (
    <div className="interview" data-deciding={board.open !== null || undefined}>
      <InterviewHead
        interview={interview}
        onPhase={(next: PhaseId) => next !== view.phase && run({ do: 'phase', phase: next })}
      />
      <div className="interview-columns" data-board={hasBoard(view.phase) || undefined}>
        <aside className="interview-side" aria-label="Heard and noted">
          <HeardList interview={interview} part={board.open?.cell.part ?? null} />
          {isNoting && (
            <NotePanel
              attemptId={view.attemptId}
              text={note ?? view.note}
              onChange={setNote}
              onLeave={toggleNotes}
            />
          )}
        </aside>
        {view.clock.running ? (
          <main className="interview-main">
            {view.phase === 'clarify' && <ClarifyPhase interview={interview} />}
            {view.phase === 'numbers' && <NumbersPhase interview={interview} />}
            {view.phase === 'twists' && <TwistsPhase interview={interview} isActive={!board.open} />}
            {view.phase === 'check' && (
              <CheckPhase interview={interview} isActive={!board.open} onMend={goTo} />
            )}
            {hasBoard(view.phase) && (
              <BoardArea view={view} board={board} onRaise={() => setDialog('raise')} />
            )}
          </main>
        ) : (
          <Stopped onGoOn={() => run({ do: 'pause' })} />
        )}
        {view.clock.running && panelCell && (
          <CellPanel
            // Each decision begins anew; where one stands on the board it only shows what it is about.
            key={`${panelCell.part} ${panelCell.decision}`}
            view={view}
            cell={panelCell}
            deciding={board.open?.deciding ?? beginDeciding(panelCell)}
            isOpen={board.open !== null}
            said={board.open?.said ?? null}
            isAssuming={board.open?.isAssuming ?? false}
            run={command => board.run(command, board.open ? undefined : panelCell)}
            onAssume={board.assume}
            onAssumed={board.endAssuming}
          />
        )}
      </div>
      <InterviewFoot view={view} isNoting={isNoting} run={run} />
      {dialog === 'help' && <InterviewHelp onClosed={() => setDialog(null)} />}
      {dialog === 'raise' && (
        <RaiseDialog
          view={view}
          part={board.at?.part ?? null}
          onRaise={board.begin}
          onClosed={() => setDialog(null)}
        />
      )}
    </div>
  );
}

/** What waits while the clock stands still. */
const stopped = new Set<InterviewCommand['do']>(['phase', 'work', 'raise']);

/** Practice, while the clock stands still: nothing to read, nothing to decide. */
function Stopped({ onGoOn }: { onGoOn(): void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="interview-main stopped">
      <h2 ref={heading} tabIndex={-1} className="phase-name">
        The clock stands still
      </h2>
      <p className="phase-says">Your draft is kept. Go on when you are ready.</p>
      <button type="button" className="button button-main" onClick={onGoOn}>
        Go on
        <KeyHint>p</KeyHint>
      </button>
    </main>
  );
}

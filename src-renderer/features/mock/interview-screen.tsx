import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { phaseIds } from '../../../src-shared/domain/mock/phases.ts';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { Board, cellId } from './board.tsx';
import { CellPanel } from './cell-panel.tsx';
import { CheckPhase } from './check-phase.tsx';
import { ClarifyPhase } from './clarify-phase.tsx';
import { HeardList } from './heard-list.tsx';
import { InterviewHead } from './interview-head.tsx';
import { NotePanel } from './note-panel.tsx';
import { NumbersPhase } from './numbers-phase.tsx';
import { RaiseRow } from './raise-row.tsx';
import { TwistsPhase } from './twists-phase.tsx';
import { type Interview, useInterview } from './use-interview.ts';

type InterviewScreenProps = { attemptId: string; onOver(): void; onLeave(): void };

/** A running mock interview: what was heard on one side, the phase and the board on the other. */
export function InterviewScreen({ attemptId, onOver, onLeave }: InterviewScreenProps): ReactNode {
  const interview = useInterview(attemptId, onOver);
  const { announce, reportProblem } = useNotices();
  const [openCell, setOpenCell] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [isNoting, setNoting] = useState(false);
  const closed = useRef<string | null>(null);
  // Focus is back on the cell before another key can fall: later it would take it from wherever one went on.
  useLayoutEffect(() => {
    if (openCell !== null || closed.current === null) return;
    document.querySelector<HTMLElement>(`[data-cell="${closed.current}"]`)?.focus();
    closed.current = null;
  }, [openCell]);

  useKeys(({ key, ctrl, alt, repeat, focus }) => {
    if (!interview || openCell !== null || ctrl || alt || repeat || focus === 'field') return false;
    const { view } = interview;
    if (key === ']' || key === '[') movePhase(interview, key === ']' ? 1 : -1);
    else if (key === 'n') setNoting(shown => !shown);
    else if (key === 'Escape') onLeave();
    else if (key === 'Enter' && focus !== 'control' && hasBoard(view))
      open(view.cells.find(isDue) ?? view.cells[0]);
    else return false;
    return true;

    function isDue(cell: Cell): boolean {
      return cell.choice === null && cell.phase === view.phase;
    }
  });
  if (!interview) return <main className="page" aria-busy="true" />;

  const { view, act } = interview;
  const find = (id: string | null): Cell | null => view.cells.find(cell => cellId(cell) === id) ?? null;
  const panel = find(openCell);
  const open = (cell: Cell | undefined): void => {
    if (!cell) return;
    setAt(cellId(cell));
    setOpenCell(cellId(cell));
  };
  const close = (): void => {
    closed.current = openCell;
    setOpenCell(null);
  };
  const hint = (cell: Cell): void => {
    interview.hint(cell.part, cell.decision).then(announce).catch(reportProblem);
  };
  return (
    <div className="interview">
      <InterviewHead
        interview={interview}
        readAtMs={interview.readAtMs}
        onPhase={phase => act({ type: 'phase', phase })}
      />
      <div className="interview-columns">
        <HeardList view={view} />
        <main className="interview-main">
          {panel ? (
            <CellPanel
              key={cellId(panel)}
              view={view}
              cell={panel}
              act={act}
              onHint={() => hint(panel)}
              onClose={close}
            />
          ) : (
            <>
              {view.phase === 'clarify' && <ClarifyPhase interview={interview} />}
              {view.phase === 'numbers' && <NumbersPhase interview={interview} />}
              {view.phase === 'twists' && <TwistsPhase interview={interview} />}
              {view.phase === 'check' && <CheckPhase interview={interview} />}
              {hasBoard(view) && (
                <section aria-labelledby="board-title">
                  <h2 id="board-title" className="section-title">
                    Your design
                  </h2>
                  {view.level === 'open' && (
                    <RaiseRow
                      view={view}
                      onRaised={(part, decision, option) => act({ type: 'decide', part, decision, option })}
                    />
                  )}
                  <div className="table-scroll">
                    <Board view={view} at={find(at)} onMove={cell => setAt(cellId(cell))} onOpen={open} />
                  </div>
                </section>
              )}
              {isNoting && <NotePanel attemptId={view.attemptId} note={view.note} />}
            </>
          )}
        </main>
      </div>
      <footer className="interview-foot">
        <button type="button" className="button button-quiet" onClick={() => movePhase(interview, -1)}>
          Phase before
          <KeyHint>[</KeyHint>
        </button>
        <button type="button" className="button" onClick={() => movePhase(interview, 1)}>
          Next phase
          <KeyHint>]</KeyHint>
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-pressed={isNoting}
          onClick={() => setNoting(!isNoting)}
        >
          Notes
          <KeyHint>n</KeyHint>
        </button>
        <button type="button" className="button button-quiet" onClick={onLeave}>
          Leave; the interview stays open
          <KeyHint>Esc</KeyHint>
        </button>
      </footer>
    </div>
  );
}

function hasBoard({ phase }: MockView): boolean {
  return phase !== 'clarify' && phase !== 'numbers';
}

function movePhase({ view, act }: Interview, by: 1 | -1): void {
  const next = phaseIds[phaseIds.indexOf(view.phase) + by];
  if (next) act({ type: 'phase', phase: next });
}

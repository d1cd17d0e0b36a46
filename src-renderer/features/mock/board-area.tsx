import type { ReactNode } from 'react';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Board } from './board.tsx';
import { hasBoard } from './interview-keys.ts';
import { PhaseTitle } from './phase-title.tsx';
import type { BoardState } from './use-board.ts';

type BoardAreaProps = { view: MockView; board: BoardState; onRaise(): void };

/** The board under its heading; in a phase of its own it says how many of the phase's decisions are open. */
export function BoardArea({ view, board, onRaise }: BoardAreaProps): ReactNode {
  const isLate = view.phase === 'twists' || view.phase === 'check';
  const due = view.cells.filter(({ phase }) => phase === view.phase);
  const open = due.filter(({ choice }) => choice === null).length;
  return (
    <section aria-labelledby={isLate ? 'board-title' : 'phase-title'} className="board-area">
      {isLate ? (
        <h2 id="board-title" className="board-title">
          Your design
        </h2>
      ) : (
        <PhaseTitle view={view}>
          {view.level === 'guided' && (open === 0 ? 'All decided.' : `${countOf(open, 'decision')} open.`)}
        </PhaseTitle>
      )}
      {view.level === 'open' && (
        <p className="phase-says raise-line">
          <button type="button" className="button" onClick={onRaise}>
            Raise a decision
            <KeyHint>r</KeyHint>
          </button>
          {view.cells.length === 0 && 'Nobody lists them for you: raise what this design turns on.'}
        </p>
      )}
      {view.cells.length > 0 && (
        <div className="table-scroll">
          <Board
            view={view}
            at={board.at}
            onMove={board.move}
            onOpen={board.begin}
            onDigit={board.pickDigit}
          />
        </div>
      )}
      {hasBoard(view.phase) && view.level === 'guided' && due.length === 0 && !isLate && (
        <p className="phase-says">Nothing on the board belongs to this phase. Everything else stays open.</p>
      )}
    </section>
  );
}

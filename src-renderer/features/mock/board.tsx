import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';
import { cellId, listRows, stepOnBoard } from './board-moves.ts';
import { describeCell, lowerFirst } from './wording.ts';

type BoardProps = {
  view: MockView;
  /** The cell that the keyboard stands on. */
  at: Cell | null;
  onMove(cell: Cell): void;
  onOpen(cell: Cell): void;
  /** A digit on a cell picks its option at once. */
  onDigit(cell: Cell, digit: string): void;
};

/** Puts focus on a cell of the board. */
export function focusCell(cell: Pick<Cell, 'part' | 'decision'>): void {
  document.querySelector<HTMLElement>(`[data-cell="${cellId(cell)}"]`)?.focus();
}

/** The board: parts across, decisions down. Arrow keys move, Enter opens a cell, a digit picks its option. */
export function Board({ view, at, onMove, onOpen, onDigit }: BoardProps): ReactNode {
  const rows = listRows(view);
  const grid = useRef<HTMLTableElement>(null);
  const atId = at && cellId(at);
  useEffect(() => {
    if (!atId || !grid.current?.contains(document.activeElement)) return;
    grid.current.querySelector<HTMLElement>(`[data-cell="${atId}"]`)?.focus();
  }, [atId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = stepOnBoard(view, at, event.key);
    if (next) onMove(next);
    else if (/^[1-9]$/.test(event.key) && !event.repeat) onDigit(at, event.key);
    else if (!event.key.startsWith('Arrow')) return;
    // These keys are the board's own, whatever the phase does with them.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of buttons, which the arrow keys cross
    <table className="board" role="grid" aria-label="Board" ref={grid} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">Decision</th>
          {view.parts.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={row.decision}
            data-due={row.phase === view.phase || undefined}
            data-first={(index > 0 && rows[index - 1]?.phase !== row.phase) || undefined}
          >
            <th scope="row">{row.name}</th>
            {row.cells.map((cell, column) => {
              const part = view.parts[column];
              if (!cell) return <td key={part?.id} className="cell-none" />;
              return (
                <td key={part?.id}>
                  <CellButton
                    cell={cell}
                    name={`${part?.name}, ${lowerFirst(row.name)}`}
                    stage={view.twists.length}
                    isAt={cellId(cell) === atId}
                    onFocus={() => onMove(cell)}
                    onOpen={() => onOpen(cell)}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellButtonProps = {
  cell: Cell;
  name: string;
  stage: number;
  isAt: boolean;
  onFocus(): void;
  onOpen(): void;
};

/** A cell that applies: what is chosen in it, compactly. */
function CellButton({ cell, name, stage, isAt, onFocus, onOpen }: CellButtonProps): ReactNode {
  const said = describeCell(cell);
  const isRevised = stage > 0 && cell.choice?.stage === stage;
  const state = said ? `${said.option}, ${said.reason}${isRevised ? ', revised' : ''}` : 'open';
  return (
    <button
      type="button"
      className="cell"
      data-cell={cellId(cell)}
      data-filled={said !== null || undefined}
      data-at={isAt || undefined}
      tabIndex={isAt ? 0 : -1}
      aria-label={`${name}: ${state}`}
      onFocus={onFocus}
      onClick={onOpen}
    >
      {said && (
        <>
          <span className="cell-option">{said.option}</span>{' '}
          <span className="cell-reason">
            {said.reason}
            {isRevised && ' · revised'}
          </span>
        </>
      )}
    </button>
  );
}

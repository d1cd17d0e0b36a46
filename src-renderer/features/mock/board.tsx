import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';

type BoardProps = {
  view: MockView;
  /** The cell that the keyboard stands on. */
  at: Cell | null;
  onMove(cell: Cell): void;
  onOpen(cell: Cell): void;
};

/** The board: parts across, decisions down. Arrow keys move, Enter opens a cell. */
export function Board({ view, at, onMove, onOpen }: BoardProps): ReactNode {
  const rows = view.decisions.filter(({ decision }) => view.cells.some(cell => cell.decision === decision));
  const find = (part: string, decision: string): Cell | undefined =>
    view.cells.find(cell => cell.part === part && cell.decision === decision);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    if (at && grid.current?.contains(focused))
      grid.current.querySelector<HTMLElement>(`[data-cell="${cellId(at)}"]`)?.focus();
  }, [at]);

  const move = (event: KeyboardEvent): void => {
    if (!at) return;
    const next = step(
      view,
      rows.map(row => row.decision),
      at,
      event.key,
    );
    if (!next) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    <table className="board" aria-label="Board" ref={grid} onKeyDown={move}>
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
        {rows.map(({ decision, name }) => (
          <tr
            key={decision}
            data-phase={
              view.cells.find(cell => cell.decision === decision)?.phase === view.phase || undefined
            }
          >
            <th scope="row">{name}</th>
            {view.parts.map(({ id }) => {
              const cell = find(id, decision);
              return (
                <Fragment key={id}>
                  {cell ? (
                    <td>
                      <button
                        type="button"
                        className="cell"
                        data-cell={cellId(cell)}
                        data-filled={cell.choice !== null || undefined}
                        tabIndex={at === cell || (at === null && cell === view.cells[0]) ? 0 : -1}
                        onFocus={() => onMove(cell)}
                        onClick={() => onOpen(cell)}
                      >
                        {describeCell(cell)}
                      </button>
                    </td>
                  ) : (
                    <td aria-label="does not apply" />
                  )}
                </Fragment>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The name of a cell's button in the page. */
export function cellId({ part, decision }: Pick<Cell, 'part' | 'decision'>): string {
  return `${part}.${decision}`;
}

/** What stands in a cell: the option, with a mark for its reason and its confidence. */
function describeCell({ choice, options }: Cell): string {
  if (!choice) return '–';
  const label = options.find(({ id }) => id === choice.option)?.label ?? choice.option;
  const reason = choice.nothing ? ' · nothing moves it' : choice.facts.length > 0 ? ' · reason' : '';
  return `${label}${reason}`;
}

/** The cell that an arrow key leads to: the nearest that there is in that direction. */
function step(view: MockView, decisions: readonly string[], at: Cell, key: string): Cell | null {
  const parts = view.parts.map(({ id }) => id);
  const [dx, dy] =
    key === 'ArrowRight'
      ? [1, 0]
      : key === 'ArrowLeft'
        ? [-1, 0]
        : key === 'ArrowDown'
          ? [0, 1]
          : key === 'ArrowUp'
            ? [0, -1]
            : [0, 0];
  if (dx === 0 && dy === 0) return null;
  let x = parts.indexOf(at.part) + dx;
  let y = decisions.indexOf(at.decision) + dy;
  while (x >= 0 && x < parts.length && y >= 0 && y < decisions.length) {
    const cell = view.cells.find(one => one.part === parts[x] && one.decision === decisions[y]);
    if (cell) return cell;
    x += dx;
    y += dy;
  }
  return null;
}

import { type PhaseId, phaseIds } from '../../../src-shared/domain/mock/phases.ts';
import { decisionIds } from '../../../src-shared/domain/rules/decisions.ts';
import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';

/** What of a view the board needs. */
export type BoardView = Pick<MockView, 'parts' | 'decisions' | 'cells' | 'phase'>;

/** One row of the board: a decision, the phase in which it is due, and its cells by part. */
export type BoardRow = {
  decision: Cell['decision'];
  name: string;
  phase: PhaseId;
  /** One for each part, in their order; null where the decision does not apply. */
  cells: (Cell | null)[];
};

/** The name of a cell: its part and its decision. */
export function cellId({ part, decision }: Pick<Cell, 'part' | 'decision'>): string {
  return `${part}.${decision}`;
}

/** The rows of the board, in the order in which the interview meets the decisions; none without a cell. */
export function listRows({ parts, decisions, cells }: BoardView): BoardRow[] {
  const rows = decisions.flatMap(({ decision, name }) => {
    const own = cells.filter(cell => cell.decision === decision);
    const [first] = own;
    if (!first) return [];
    const inOrder = parts.map(({ id }) => own.find(cell => cell.part === id) ?? null);
    return [{ decision, name, phase: first.phase, cells: inOrder }];
  });
  const placeOf = ({ phase, decision }: BoardRow): number =>
    phaseIds.indexOf(phase) * decisionIds.length + decisionIds.indexOf(decision);
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}

/**
 * The cell that an arrow key leads to, or Home and End in a row; null where it leads nowhere. Up and down go to the
 * nearest cell of the next row, so that every cell can be reached.
 */
export function stepOnBoard(view: BoardView, at: Cell, key: string): Cell | null {
  const rows = listRows(view);
  const y = rows.findIndex(({ decision }) => decision === at.decision);
  const row = rows[y]?.cells ?? [];
  const x = row.findIndex(cell => cell?.part === at.part);
  const others = (list: readonly (Cell | null)[]): Cell[] => list.filter(cell => cell !== null);
  switch (key) {
    case 'ArrowLeft':
      return others(row.slice(0, x)).at(-1) ?? null;
    case 'ArrowRight':
      return others(row.slice(x + 1))[0] ?? null;
    case 'Home':
      return others(row)[0] ?? null;
    case 'End':
      return others(row).at(-1) ?? null;
    case 'ArrowUp':
      return findNearest(rows[y - 1]?.cells ?? [], x);
    case 'ArrowDown':
      return findNearest(rows[y + 1]?.cells ?? [], x);
    default:
      return null;
  }
}

function findNearest(cells: readonly (Cell | null)[], x: number): Cell | null {
  const near = cells.flatMap((cell, place) => (cell ? [{ cell, far: Math.abs(place - x) }] : []));
  return near.sort((a, b) => a.far - b.far)[0]?.cell ?? null;
}

/**
 * The cell to go on with: the next that is still open in the phase after this one, else the first open one of the
 * phase; null where the phase has none.
 */
export function findNextOpen(view: BoardView, after: Cell | null): Cell | null {
  const due = listRows(view)
    .filter(({ phase }) => phase === view.phase)
    .flatMap(({ cells }) => cells)
    .filter(cell => cell !== null);
  const place = after === null ? -1 : due.findIndex(cell => cellId(cell) === cellId(after));
  const isOpen = ({ choice }: Cell): boolean => choice === null;
  return due.slice(place + 1).find(isOpen) ?? due.find(isOpen) ?? null;
}

/** The cell on which a phase begins: its first open one, else its first, else the board's first. */
export function findStart(view: BoardView): Cell | null {
  const rows = listRows(view);
  const due = rows.find(({ phase }) => phase === view.phase) ?? rows[0];
  return findNextOpen(view, null) ?? due?.cells.find(cell => cell !== null) ?? null;
}

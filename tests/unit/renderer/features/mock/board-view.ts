import { phaseOf } from '../../../../../src-shared/domain/mock/phases.ts';
import { decisions, labelOption, listOptions } from '../../../../../src-shared/domain/rules/decisions.ts';
import type { Cell, MockView } from '../../../../../src-shared/ipc/mock-contract.ts';

/** A cell as the main process tells it. */
export function makeCell(part: string, decision: Cell['decision'], more: Partial<Cell> = {}): Cell {
  return {
    part,
    decision,
    phase: phaseOf[decision],
    options: listOptions(decision).map(id => ({ id, label: labelOption(decision, id) })),
    citable: [
      { facts: ['reads_per_s', 'writes_per_s'], label: 'It takes 6,000 reads/s and 20 writes/s' },
      { facts: ['stored_bytes'], label: 'It stores 40 GB' },
      { facts: ['stale_read_harm'], label: 'A stale read only annoys' },
      { facts: ['callers'], label: 'Browsers call it' },
    ],
    assumable: [],
    choice: null,
    ...more,
  };
}

/** What a decided cell holds. */
export function makeChoice(option: string, more: Partial<NonNullable<Cell['choice']>> = {}) {
  return { option, facts: [], nothing: false, confidence: null, stage: 0, ...more };
}

/** The part of a view that the board draws, with the decisions in no particular order. */
export function makeBoard(
  parts: readonly string[],
  cells: Cell[],
  phase: MockView['phase'] = 'scale',
): Pick<MockView, 'parts' | 'decisions' | 'cells' | 'phase'> {
  const met = [...new Set(cells.map(({ decision }) => decision))];
  return {
    parts: parts.map(id => ({ id, name: `Part ${id}` })),
    decisions: met.map(decision => ({ decision, name: decisions[decision].name })),
    cells,
    phase,
  };
}

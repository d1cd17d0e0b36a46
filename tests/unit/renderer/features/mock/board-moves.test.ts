import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cellId,
  findNextOpen,
  findStart,
  listRows,
  stepOnBoard,
} from '../../../../../src-renderer/features/mock/board-moves.ts';
import { decisionIds } from '../../../../../src-shared/domain/rules/decisions.ts';
import { makeBoard, makeCell, makeChoice } from './board-view.ts';

const board = makeBoard(
  ['a', 'b', 'c'],
  [
    makeCell('a', 'caching'),
    makeCell('c', 'caching'),
    makeCell('b', 'protocol'),
    makeCell('c', 'sharding'),
    makeCell('a', 'consistency'),
  ],
);
const at = (id: string) => {
  const cell = board.cells.find(one => cellId(one) === id);
  if (!cell) throw new Error(`no cell ${id}`);
  return cell;
};
const lead = (from: string, key: string): string | null => {
  const next = stepOnBoard(board, at(from), key);
  return next && cellId(next);
};

test('rows stand in the order of the phases, whatever the order they were told in', () => {
  expect(listRows(board).map(({ decision }) => decision)).toEqual([
    'protocol',
    'caching',
    'sharding',
    'consistency',
  ]);
  expect(listRows(board)[1]?.cells.map(cell => cell?.part ?? null)).toEqual(['a', null, 'c']);
});

test.each([
  ['a.caching', 'ArrowRight', 'c.caching'],
  ['c.caching', 'ArrowLeft', 'a.caching'],
  ['c.caching', 'ArrowRight', null],
  ['a.caching', 'End', 'c.caching'],
  ['c.caching', 'Home', 'a.caching'],
  ['a.caching', 'ArrowUp', 'b.protocol'],
  ['b.protocol', 'ArrowUp', null],
  ['a.caching', 'ArrowDown', 'c.sharding'],
  ['c.sharding', 'ArrowDown', 'a.consistency'],
  ['a.consistency', 'ArrowDown', null],
  ['a.caching', 'x', null],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(lead(from, key)).toBe(to);
});

test('every cell of any board can be reached from every other by arrow keys', () => {
  const pairs = fc.uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(...decisionIds)),
    {
      selector: pair => pair.join('.'),
      minLength: 1,
      maxLength: 25,
    },
  );
  fc.assert(
    fc.property(pairs, drawn => {
      const view = makeBoard(
        ['a', 'b', 'c', 'd'],
        drawn.map(([part, decision]) => makeCell(part, decision)),
      );
      for (const from of view.cells) {
        const met = new Set([cellId(from)]);
        const queue = [from];
        for (let cell = queue.pop(); cell; cell = queue.pop()) {
          for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
            const next = stepOnBoard(view, cell, key);
            if (next && !met.has(cellId(next))) {
              met.add(cellId(next));
              queue.push(next);
            }
          }
        }
        expect(met.size).toBe(view.cells.length);
      }
    }),
    { numRuns: 50 },
  );
});

test('the next open cell is the one after this in the phase, then the first of it, and none where all are decided', () => {
  const next = (from: string | null) => findNextOpen(board, from === null ? null : at(from));
  expect(next(null)).toBe(at('a.caching'));
  expect(next('a.caching')).toBe(at('c.caching'));
  expect(next('c.caching')).toBe(at('c.sharding'));
  expect(next('c.sharding')).toBe(at('a.caching'));
  const decided = board.cells.map(cell => ({ ...cell, choice: makeChoice('none') }));
  expect(findNextOpen({ ...board, cells: decided }, null)).toBeNull();
});

test('a phase begins on its first open cell, else on its first, else on the first of the board', () => {
  expect(findStart(board)).toBe(at('a.caching'));
  const half = board.cells.map(cell =>
    cellId(cell) === 'a.caching' ? { ...cell, choice: makeChoice('none') } : cell,
  );
  expect(findStart({ ...board, cells: half })).toBe(half[1]);
  const all = board.cells.map(cell => ({ ...cell, choice: makeChoice('none') }));
  expect(findStart({ ...board, cells: all })).toBe(all[0]);
  expect(findStart({ ...board, phase: 'data' })).toBe(at('b.protocol'));
  expect(findStart({ ...board, cells: [] })).toBeNull();
});

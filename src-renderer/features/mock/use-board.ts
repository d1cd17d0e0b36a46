import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Cell } from '../../../src-shared/ipc/mock-contract.ts';
import { useNotices } from '../../components/notices.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { focusCell } from './board.tsx';
import { cellId, findNextOpen, findStart } from './board-moves.ts';
import {
  beginDeciding,
  type Deciding,
  type DecidingCommand,
  nameGroup,
  readDecidingKey,
  runDeciding,
} from './deciding.ts';
import type { Interview } from './use-interview.ts';

/** A decision under way. What it says of itself is shown at once and recorded in the same order. */
type Open = { cell: Cell; deciding: Deciding; wasOpen: boolean; isAssuming: boolean; said: string | null };

/** The board of an interview: where one stands on it, and the decision that is under way. */
export type BoardState = {
  at: Cell | null;
  open: Open | null;
  move(cell: Cell): void;
  begin(cell: Cell): void;
  pickDigit(cell: Cell, digit: string): void;
  run(command: DecidingCommand, on?: Cell): void;
  assume(fact: Cell['assumable'][number], value: string | number | boolean): void;
  endAssuming(): void;
};

/** Runs the board. Null for `interview` while it is being read. */
export function useBoard(interview: Interview | null): BoardState {
  const { reportProblem } = useNotices();
  const [atId, setAtId] = useState<string | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const view = interview?.view ?? null;
  const find = (id: string): Cell | null => view?.cells.find(cell => cellId(cell) === id) ?? null;
  const at = (atId === null ? null : find(atId)) ?? (view && findStart(view));
  // A raised decision is on the board, with its facts, only once it has an option.
  const cell = open && (find(cellId(open.cell)) ?? open.cell);

  const begin = (target: Cell): void => {
    setAtId(cellId(target));
    setOpen({
      cell: target,
      deciding: beginDeciding(target),
      wasOpen: target.choice === null,
      isAssuming: false,
      said: null,
    });
  };

  const left = useRef<Cell | null>(null);
  const isOpen = open !== null;
  // Focus is back on the board before another key can fall.
  useLayoutEffect(() => {
    if (isOpen || !left.current) return;
    focusCell(left.current);
    left.current = null;
  }, [isOpen]);

  const close = (): void => {
    if (!cell || !view || !open) return;
    setOpen(null);
    const decided = open.deciding.draft.option !== null;
    const next = open.wasOpen && decided ? findNextOpen(view, cell) : null;
    const target = next && cellId(next) !== cellId(cell) ? next : cell;
    setAtId(cellId(target));
    left.current = target;
  };

  const isRevising = (view?.twists.length ?? 0) > 0;
  const run = (command: DecidingCommand, on?: Cell): void => {
    const target = on ?? cell;
    if (!target || !interview) return;
    if (command.do === 'hint') {
      interview
        .hint(target)
        .then(said => setOpen(now => now && { ...now, said }))
        .catch(reportProblem);
      return;
    }
    const before: Open =
      open && !on
        ? open
        : {
            cell: target,
            deciding: beginDeciding(target),
            wasOpen: target.choice === null,
            isAssuming: false,
            said: null,
          };
    const outcome = runDeciding(before.deciding, command, { ...target, isRevising });
    for (const act of outcome.acts) void interview.act(act);
    setAtId(cellId(target));
    setOpen({
      ...before,
      deciding: outcome.deciding,
      isAssuming: command.do === 'assume' && target.assumable.length > 0,
      said: outcome.refusal,
    });
    if (outcome.closes) close();
  };

  const assume = (fact: Cell['assumable'][number], value: string | number | boolean): void => {
    if (!cell || !interview) return;
    const { part } = cell;
    interview
      .assume({ type: 'assume', part, fact: fact.fact, value })
      .then(after => {
        const told = after.heard.find(
          one => one.fact === fact.fact && (one.part === part || one.part === null),
        );
        const now = after.cells.find(one => cellId(one) === cellId(cell));
        const group = now?.citable.find(({ facts }) => facts.includes(fact.fact));
        setOpen(before => before && { ...before, isAssuming: false, said: told ? `“${told.say}”` : null });
        if (now && group) cite.current(now, nameGroup(group));
      })
      .catch((error: unknown) => {
        const isNothing = error instanceof ProblemError && error.code === 'not-found';
        if (!isNothing) reportProblem(error);
        const said = isNothing ? `${error.message} ${error.hint ?? ''}` : null;
        setOpen(before => before && { ...before, isAssuming: false, said });
      });
  };
  /** An assumption that was confirmed or corrected is a reason at once. */
  const cite = useRef((_cell: Cell, _group: string): void => undefined);
  cite.current = (now, group) => {
    if (!open || open.deciding.draft.cited.includes(group)) return;
    const outcome = runDeciding(open.deciding, { do: 'cite', group }, { ...now, isRevising });
    for (const act of outcome.acts) void interview?.act(act);
    setOpen(before => before && { ...before, deciding: outcome.deciding });
  };

  useKeys(press => {
    if (!open || !cell || open.isAssuming) return false;
    const command = readDecidingKey(press, open.deciding, cell);
    if (!command) return false;
    if (command.do !== 'hint' || view?.mode === 'practice') run(command);
    return true;
  });

  // A phase begins with no decision under way.
  const phase = view?.phase;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new phase begins anew
  useEffect(() => {
    setOpen(null);
    setAtId(null);
  }, [phase]);

  return {
    at,
    open: open && cell && { ...open, cell },
    move: target => setAtId(cellId(target)),
    begin,
    pickDigit: (target, digit) => {
      const option = target.options[Number(digit) - 1];
      if (option && target.choice === null) run({ do: 'pick', option: option.id }, target);
      else begin(target);
    },
    run,
    assume,
    endAssuming: () => setOpen(before => before && { ...before, isAssuming: false }),
  };
}

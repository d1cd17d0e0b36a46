import type { Cell, MockView } from '../../../src-shared/ipc/mock-contract.ts';

/** Seconds as a clock: `34:59`, `0:07`. */
export function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Points with at most one decimal where they have any. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}

/** Points out of points, e.g. `3.5 of 5`. */
export function formatShare({ points, of }: { points: number; of: number }): string {
  return `${formatPoints(points)} of ${formatPoints(of)}`;
}

/** A calendar date (YYYY-MM-DD) in short: `24 November 2026`. */
export function formatDay(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** A list as a person says it: `a`, `a and b`, `a, b and c`. */
export function joinAnd(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A name as it stands inside a sentence: its first word begins small, unless it is a name such as WebSockets. */
export function lowerFirst(text: string): string {
  return text.replace(/^(?!Redis)[A-Z][a-z-]*(?= |$)/, word => word.toLowerCase());
}

/** What is said of the time once it is this late: at half of it, at five minutes and at one. Null before. */
export function sayTimeLeft(leftS: number, wholeS: number): string | null {
  if (leftS <= 0) return 'The time is up.';
  if (leftS <= 60) return 'One minute left.';
  if (leftS <= 300 && wholeS > 600) return 'Five minutes left.';
  return leftS <= wholeS / 2 ? 'Half of the time is gone.' : null;
}

/**
 * How far the clock is through the minutes suggested for each phase, 0 to 1: those that should be over are full.
 */
export function fillPhases(phases: readonly { minutes: number }[], goneS: number): number[] {
  let from = 0;
  return phases.map(({ minutes }) => {
    const filled = Math.min(1, Math.max(0, (goneS - from) / (minutes * 60)));
    from += minutes * 60;
    return filled;
  });
}

/** What stands in a cell, in few words: the option, and under it the reason and how sure. */
export function describeCell({ choice, options, citable }: Cell): { option: string; reason: string } | null {
  if (!choice) return null;
  const option = options.find(({ id }) => id === choice.option)?.label ?? choice.option;
  const facts = citable.filter(group => group.facts.some(fact => choice.facts.includes(fact))).length;
  const reason = choice.nothing
    ? 'unmoved'
    : facts > 0
      ? `${facts === 1 ? '1 fact' : `${facts} facts`}`
      : 'no reason';
  return { option, reason: choice.confidence ? `${reason} · ${choice.confidence}` : reason };
}

/** Something that is missing, and the phase or the cell where it is mended. */
export type Missing = { name: string; phase: MockView['phase']; cell: Cell | null };

type ToHandIn = Pick<MockView, 'parts' | 'decisions' | 'cells' | 'numbers' | 'pushbacks' | 'nextTwist'>;

/** What is missing in an interview, by kind; nothing where all is there. */
export function listMissing(view: ToHandIn): { kind: string; missing: Missing[] }[] {
  const atCell = (cell: Cell): Missing => {
    const partName = view.parts.find(({ id }) => id === cell.part)?.name ?? cell.part;
    const name = view.decisions.find(({ decision }) => decision === cell.decision)?.name ?? cell.decision;
    return { name: `${partName}: ${lowerFirst(name)}`, phase: cell.phase, cell };
  };
  const inPhase = (phase: Missing['phase'], name: string): Missing => ({ name, phase, cell: null });
  const isBare = ({ choice }: Cell): boolean =>
    choice !== null && !choice.nothing && choice.facts.length === 0;
  const figures = view.numbers.filter(({ given }) => given === null);
  const pushbacks = view.pushbacks.filter(({ given }) => given === null);
  const kinds = [
    {
      kind: 'No figure',
      missing: figures.map(({ partName, name }) =>
        inPhase('numbers', partName ? `${partName}: ${lowerFirst(name)}` : name),
      ),
    },
    { kind: 'No option', missing: view.cells.filter(({ choice }) => choice === null).map(atCell) },
    { kind: 'No reason', missing: view.cells.filter(isBare).map(atCell) },
    { kind: 'No answer', missing: pushbacks.map(({ ask }) => inPhase('twists', ask)) },
    {
      kind: 'Not heard',
      missing: view.nextTwist === null ? [] : [inPhase('twists', 'What happens next')],
    },
  ];
  return kinds.filter(({ missing }) => missing.length > 0);
}

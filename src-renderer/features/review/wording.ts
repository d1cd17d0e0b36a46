import type { CardBody, CardView } from '../../../src-shared/domain/card-view.ts';
import type { Response } from '../../../src-shared/domain/events.ts';
import type { Grade } from '../../../src-shared/domain/grade.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';

/** What a card of each kind asks of a person, in the margin beside its question. */
export const kindTitles = {
  basic: 'Recall',
  cloze: 'Fill the gap',
  choice: 'Choose one',
  number: 'Give a figure',
  contrast: 'What decides?',
  scenario: 'In the interview',
} as const satisfies Record<CardView['kind'], string>;

/** The colours of flags by their numbers; 0 is none. */
export const flagNames = ['none', 'red', 'amber', 'green', 'blue'] as const;

/** The flag that the flag key sets next: none, 1, 2, 3, 4 and back. */
export function cycleFlag(flag: number): number {
  return (flag + 1) % flagNames.length;
}

/** A figure with thousands separators and at most six decimals: `50,000`, `0.5`. */
export function formatFigure(value: number): string {
  return new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 }).format(value);
}

/** The range that counts as right: `0.5 to 2 ms`, or the one value where both ends are the same. */
export function formatRange([low, high]: readonly [number, number], unit: string): string {
  const range = low === high ? formatFigure(low) : `${formatFigure(low)} to ${formatFigure(high)}`;
  return `${range} ${unit}`;
}

/** Whole minutes in words: `less than a minute`, `about 14 minutes`. */
export function formatMinutes(minutes: number): string {
  return minutes < 1 ? 'less than a minute' : `about ${countOf(Math.round(minutes), 'minute')}`;
}

/** Time left on a countdown, `0:07` or `12:30`; part of a second counts as a whole one. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Which state the card is in, where that is worth saying. */
export function describePhase(phase: CardView['phase']): string | null {
  return { new: 'new', learning: 'in its first steps', relearning: 'slipped before', review: null }[phase];
}

/** The result of a given answer as it is shown and read out. */
export function describeResult(body: CardBody, response: Response, grade: Grade): string {
  if (grade.right) return 'Right.';
  if (body.kind === 'number' && response.kind === 'number') {
    return `Not right. The answer is ${formatFigure(body.value)} ${body.unit}.`;
  }
  const answer = findRightOption(body);
  return answer === null ? 'Not right.' : `Not right. The answer is: ${answer}`;
}

function findRightOption(body: CardBody): string | null {
  if (body.kind !== 'choice' && body.kind !== 'scenario') return null;
  return body.options.find(option => option.right)?.text ?? null;
}

import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { CardBody, CardView } from '../../../src-shared/domain/card-view.ts';
import type { Grade } from '../../../src-shared/domain/grade.ts';
import type { KeyedCommand } from '../../../src-shared/domain/setting-choices.ts';
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

/** What is read out once the answer shows: the verdict, where there is one, and the answer unless it was given. */
export function describeReveal(body: CardBody, grade: Grade | null): string {
  if (grade?.right) return 'Right.';
  return `${grade ? 'Not right. ' : ''}The answer: ${describeAnswer(body)}`;
}

/** The words that fill the gaps, in their order. */
export function listGaps({ pieces }: Extract<CardBody, { kind: 'cloze' }>): string {
  return pieces.flatMap(piece => (piece.kind === 'gap' ? [piece.answer] : [])).join('; ');
}

/** The answer in as few words as the card has for it; Markdown. */
function describeAnswer(body: CardBody): string {
  switch (body.kind) {
    case 'basic':
      return body.answer;
    case 'cloze':
      return listGaps(body);
    case 'choice':
    case 'scenario':
      return body.options.find(option => option.right)?.text ?? '';
    case 'number':
      return `${formatFigure(body.value)} ${body.unit}`;
    case 'contrast':
      return body.decides;
    default:
      return assertNever(body);
  }
}

/** What each command with a key of its own does, in words. */
export const keyedNames: Readonly<Record<KeyedCommand, string>> = {
  undo: 'Undo',
  menu: 'All actions on the card',
  suspend: 'Suspend',
  bury: 'Bury until tomorrow',
  known: 'I know this already (a new card)',
  flag: 'Next flag',
  note: 'Note',
  source: 'Edit your own card, or open a card’s source',
  report: 'Report a wrong fact',
};

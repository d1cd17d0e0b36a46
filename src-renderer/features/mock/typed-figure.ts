import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';

/** A figure as it was typed; its unit where that was typed behind it. */
export type TypedFigure = { value: number | null; unit: string | null };

/** Reads a figure with or without one of the units: `50,000`, `100k reads/s`, `5 tb`. The value is null where there is none. */
export function readTypedFigure(text: string, units: readonly string[]): TypedFigure {
  const typed = text.trim();
  // `B` ends `TB` too: the longest unit that fits is meant.
  const unit = [...units]
    .sort((a, b) => b.length - a.length)
    .find(one => typed.toLowerCase().endsWith(one.toLowerCase()));
  if (unit === undefined) return { value: parseTypedNumber(typed), unit: null };
  return { value: parseTypedNumber(typed.slice(0, -unit.length)), unit };
}

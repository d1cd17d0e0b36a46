import { parseTypedNumber } from '../../../src-shared/domain/grade.ts';

/** A figure as it was typed; its unit where that was typed behind it. */
export type TypedFigure = { value: number | null; unit: string | null };

/** What bytes are counted in. */
const bytes: readonly (readonly [string, number])[] = [
  ['pb', 1e15],
  ['tb', 1e12],
  ['gb', 1e9],
  ['mb', 1e6],
  ['kb', 1e3],
  ['b', 1],
];

/**
 * Reads a figure with or without one of the units: `50,000`, `100k reads/s`, `9000/s` where one unit is by the second,
 * `5 TB` where one is bytes. The value is null where there is none.
 */
export function readTypedFigure(text: string, units: readonly string[]): TypedFigure {
  const typed = text.trim().toLowerCase();
  const read = (ending: string, unit: string, factor = 1): TypedFigure => {
    const value = parseTypedNumber(typed.slice(0, -ending.length));
    return { value: value === null ? null : value * factor, unit };
  };
  // The longest unit that fits is meant: one may end as another does.
  const whole = [...units].sort((a, b) => b.length - a.length).find(one => typed.endsWith(one.toLowerCase()));
  if (whole !== undefined) return read(whole, whole);
  const rates = units.filter(one => one.endsWith('/s'));
  if (typed.endsWith('/s') && rates.length === 1) return read('/s', rates[0] ?? '');
  const size = units.includes('bytes') ? bytes.find(([name]) => typed.endsWith(name)) : undefined;
  if (size) return read(size[0], 'bytes', size[1]);
  return { value: parseTypedNumber(typed), unit: null };
}

import { compare, type Measured } from '../measure.ts';
import { writeNumber, writeRatio, writeRows } from '../table.ts';

/** One promise about the window; its figures are in `unit`. */
export type WindowLine = Omit<Measured, 'peakMb' | 'stallMs'> & {
  name: string;
  unit: 'ms' | 'MB';
  cards: number;
  goal: string;
};

/** What the runs of both sides come to. */
export function measured(
  product: readonly number[][],
  floor: readonly number[][],
): Omit<Measured, 'peakMb' | 'stallMs'> {
  return compare(
    product.map((run, index) => ({ product: run, floor: floor[index] ?? [] })),
    true,
  );
}

const head = ['operation', 'cards', 'unit', 'p50', 'p99', 'floor p50', 'ratio p50', 'ratio p99', 'goal'];

/** The results as a table in Markdown, which reads well on a terminal too. */
export function writeWindowTable(lines: readonly WindowLine[]): string {
  return writeRows([
    head,
    ...lines.map(({ name, cards, unit, product, floor, ratio, ratio99, goal }) => [
      name,
      cards.toLocaleString('en'),
      unit,
      writeNumber(product.p50),
      writeNumber(product.p99),
      floor ? writeNumber(floor.p50) : '–',
      writeRatio(ratio),
      writeRatio(ratio99),
      goal,
    ]),
  ]);
}

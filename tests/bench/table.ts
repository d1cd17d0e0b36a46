import type { Measured, Ratio } from './measure.ts';

/** One operation at one size. */
export type Line = Measured & { name: string; cards: number; goal: string };

const head = [
  'operation',
  'cards',
  'p50 ms',
  'p99 ms',
  'floor p50',
  'floor p99',
  'per second',
  'ratio p50',
  'ratio p99',
  'peak MB',
  'stall ms',
  'goal',
];

/** The results as a table in Markdown, which reads well on a terminal too. A ratio is followed by its spread over the runs. */
export function writeTable(lines: readonly Line[]): string {
  return writeRows([head, ...lines.map(writeLine)]);
}

/** Rows of cells as a table in Markdown; the first is its head. */
export function writeRows(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const [first = '', ...rest] = rows.map(
    row => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [first, `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`, ...rest].join('\n');
}

function writeLine({ name, cards, goal, product, floor, ratio, ratio99, peakMb, stallMs }: Line): string[] {
  return [
    name,
    cards.toLocaleString('en'),
    writeNumber(product.p50),
    writeNumber(product.p99),
    floor ? writeNumber(floor.p50) : '–',
    floor ? writeNumber(floor.p99) : '–',
    writeNumber(product.perSecond),
    writeRatio(ratio),
    writeRatio(ratio99),
    peakMb.toFixed(0),
    stallMs === null ? '–' : writeNumber(stallMs),
    goal,
  ];
}

/** A ratio, followed by its spread over the runs. */
export function writeRatio(ratio: Ratio | null): string {
  if (!ratio) return '–';
  return `${ratio.middle.toFixed(2)} (${ratio.least.toFixed(2)}–${ratio.most.toFixed(2)})`;
}

/** Three digits that say something. */
export function writeNumber(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

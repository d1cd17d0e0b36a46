import { writeNumber, writeRatio, writeRows } from '../table.ts';
import type { Compared } from './compare.ts';

/** The results as a table in Markdown: our time, and of each other side its time and ours over it. */
export function writePeers(lines: readonly Compared[], names: readonly string[]): string {
  const [own = '', ...others] = names;
  const head = ['operation', 'cards', `${own} ms`, ...others.flatMap(name => [`${name} ms`, 'ratio'])];
  const rows = lines.map(({ op, cards, sides, ratios }) => [
    op,
    cards.toLocaleString('en'),
    writeTime(sides[own]),
    ...others.flatMap(name => [writeTime(sides[name]), writeRatio(ratios[name] ?? null)]),
  ]);
  return writeRows([head, ...rows]);
}

/** Half of all times stay within the first figure, 99 of 100 within the second. */
function writeTime(side: Compared['sides'][string] | undefined): string {
  if (!side) return '–';
  const { p50, p99 } = side.spread;
  return `${writeNumber(p50)} (${writeNumber(p99)})`;
}

/** Where sides answered differently (found other cards, count other cards as due), a line each says so. */
export function tellDifferences(lines: readonly Compared[]): string[] {
  return lines.flatMap(({ op, cards, sides }) => {
    const told = Object.entries(sides)
      .filter(([name, { results }]) => name !== 'floor' && results.some(result => result !== null))
      .map(([name, { results }]) => `${name} ${[...new Set(results)].join(' ')}`);
    const values = new Set(told.map(text => text.slice(text.indexOf(' '))));
    return values.size > 1 ? [`${op}, ${cards.toLocaleString('en')} cards: ${told.join('; ')}`] : [];
  });
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildCollection, type Collection } from './collection.ts';
import type { Measured } from './measure.ts';
import { measureOn, operations } from './operations.ts';
import { readSize } from './read-size.ts';
import { type Line, writeTable } from './table.ts';

// `npm run bench`: builds a collection of each size, times every operation on it beside its floor, and prints a table.

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1k,10k,100k' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});
// Quick shows only that everything runs.
const sizes = (values.quick ? '200' : values.size).split(',').map(readSize);
const wanted = operations.filter(({ name }) => values.only === undefined || name.includes(values.only));

/** Runs a step in a process of its own, started like this one. */
function step(args: readonly string[]): string {
  const file = path.join(import.meta.dirname, 'run-one.ts');
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, file, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.slice(0, 2).join(' ')} failed`);
  return stdout;
}

/** What `step` does, in this process: loading it anew for every operation takes longer than a quick look. */
function measureHere(collection: Collection, name: string, folder: string): Promise<Measured> {
  return measureOn(collection, name, folder, 'quick');
}

function measureApart(collection: Collection, name: string, folder: string): Measured {
  return JSON.parse(step(['measure', name, JSON.stringify(collection), folder]));
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-bench-'));
const lines: Line[] = [];
try {
  for (const cards of sizes) {
    const dir = path.join(folder, String(cards));
    const collection: Collection = values.quick
      ? buildCollection(dir, { cards, reviews: cards * 10 })
      : JSON.parse(step(['build', dir, String(cards)]));
    for (const { name, goal } of wanted.filter(({ most = cards }) => cards <= most)) {
      const copies = path.join(folder, 'copies');
      const measure = values.quick ? measureHere : measureApart;
      lines.push({ name, cards, goal, ...(await measure(collection, name, copies)) });
      fs.rmSync(copies, { recursive: true, force: true });
      console.error(`${name}, ${cards} cards`);
    }
    fs.rmSync(dir, { recursive: true });
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(writeTable(lines));
if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(lines, null, 2)}\n`);
if (values.markdown) fs.writeFileSync(values.markdown, `${writeTable(lines)}\n`);

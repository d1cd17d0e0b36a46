import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, comparePeers } from './peers/compare.ts';
import { loadPeers } from './peers/load.ts';
import { operations } from './peers/protocol.ts';
import { type Side, startAnki, startMnemosyne, startOwn } from './peers/sides.ts';
import { tellDifferences, writePeers } from './peers/write.ts';
import { readSize } from './read-size.ts';

// `npm run bench:peers`: the same work on the same collection by Baseline, Anki's backend and Mnemosyne's library, in
// turns (docs/performance-peers.md).

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1k,10k' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
});
const wanted = operations.filter(op => values.only === undefined || op.includes(values.only));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-peers-'));
const sides: Side[] = [];
const lines: Compared[] = [];
try {
  sides.push(...(await startSides()));
  for (const cards of values.size.split(',').map(readSize)) {
    const ground = path.join(folder, String(cards));
    const words = await loadPeers(sides, ground, cards);
    for (const op of wanted) {
      console.error(`${op}, ${cards} cards`);
      lines.push(
        await comparePeers(
          sides,
          op,
          { folder: path.join(ground, 'copies'), words, cards },
          Number(values.rounds),
        ),
      );
    }
    fs.rmSync(ground, { recursive: true });
  }
} finally {
  for (const side of sides) side.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
const table = writePeers(
  lines,
  sides.map(({ name }) => name),
);
const text = [table, '', ...tellDifferences(lines).map(line => `- ${line}`)].join('\n');
console.log(text);
if (values.json) fs.writeFileSync(values.json, `${JSON.stringify(lines, null, 2)}\n`);
if (values.markdown) fs.writeFileSync(values.markdown, `${text}\n`);

/** Ours first, then those that can be had here, and the floor last. */
async function startSides(): Promise<Side[]> {
  const { own, floor } = await startOwn();
  const peers = { Anki: startAnki(folder), Mnemosyne: startMnemosyne(folder) };
  for (const [name, side] of Object.entries(peers)) {
    if (!side) console.log(`${name} is left out: its package cannot be had here.`);
  }
  return [own, peers.Anki, peers.Mnemosyne, floor].filter(side => side !== null);
}

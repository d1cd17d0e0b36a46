import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { main, root } from './run.mjs';

const page = path.join(root, 'out', 'renderer');
const assets = path.join(page, 'assets');

/**
 * @typedef {object} Script A script of the built page.
 * @property {string} name without the hash of its content
 * @property {number} bytes as it lies on the disk
 * @property {number} gzipped as gzip leaves it at its best
 * @property {boolean} isFirst read before the first screen stands
 */

/**
 * What the page is made of, largest first: every script, and which of them the first screen waits for, namely the
 * one that the page names and all that those import statically.
 *
 * @returns {Script[]}
 */
export function readScripts() {
  const first = new Set(findImports(fs.readFileSync(path.join(page, 'index.html'), 'utf8')));
  // A set goes on with what is added to it meanwhile.
  for (const file of first) {
    for (const next of findImports(fs.readFileSync(path.join(assets, file), 'utf8'))) first.add(next);
  }
  return fs
    .readdirSync(assets)
    .filter(file => file.endsWith('.js'))
    .map(file => {
      const content = fs.readFileSync(path.join(assets, file));
      return {
        name: file.replace(/-[\w-]{8}\.js$/, ''),
        bytes: content.length,
        gzipped: gzipSync(content, { level: 9 }).length,
        isFirst: first.has(file),
      };
    })
    .sort((a, b) => b.gzipped - a.gzipped);
}

/** Scripts that a page's markup or a minified script names so that they are read before it runs. */
function findImports(/** @type {string} */ text) {
  const named = text.matchAll(/(?:\bfrom|\bimport|\bsrc=|\bhref=)"\.\/(?:assets\/)?([^"/]+\.js)"/g);
  return [...named].map(([, file = '']) => file);
}

/** Gzipped bytes of all that the first screen waits for. */
export function weighFirstScreen(/** @type {readonly Script[]} */ scripts) {
  return scripts.filter(({ isFirst }) => isFirst).reduce((sum, { gzipped }) => sum + gzipped, 0);
}

if (import.meta.filename === process.argv[1]) {
  await main(async () => {
    await build('stale');
    const scripts = readScripts();
    const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
    console.log('| script | kB | gzipped kB | first screen |\n|---|--:|--:|---|');
    for (const { name, bytes, gzipped, isFirst } of scripts)
      console.log(`| ${name} | ${kB(bytes)} | ${kB(gzipped)} | ${isFirst ? 'yes' : ''} |`);
    console.log(`\nFirst screen: ${kB(weighFirstScreen(scripts))} kB gzipped.`);
    return 0;
  });
}

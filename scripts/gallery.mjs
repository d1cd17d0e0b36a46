import fs from 'node:fs';
import path from 'node:path';
import { runEndToEnd } from './e2e.mjs';
import { main, root } from './run.mjs';

/** Takes pictures of every screen in every window into `out/gallery/`, or with `--documents` those in `docs/gallery/`. */
async function runGallery() {
  if (process.argv.includes('--documents')) return runEndToEnd('gallery', ['documents']);
  fs.rmSync(path.join(root, 'out', 'gallery'), { recursive: true, force: true });
  return runEndToEnd('gallery', ['baseline']);
}

await main(runGallery);

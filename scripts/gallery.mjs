import fs from 'node:fs';
import path from 'node:path';
import { runEndToEnd } from './e2e.mjs';
import { main, root } from './run.mjs';

/**
 * Photographs every screen in every window into `out/gallery/`; with `--update` also writes the few pictures that
 * stand in `docs/gallery/`.
 */
async function runGallery() {
  fs.rmSync(path.join(root, 'out', 'gallery'), { recursive: true, force: true });
  const more = process.argv.includes('--update') ? { BASELINE_GALLERY_UPDATE: '1' } : {};
  return runEndToEnd('gallery', [], more);
}

await main(runGallery);

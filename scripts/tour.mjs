import fs from 'node:fs';
import path from 'node:path';
import { runEndToEnd } from './e2e.mjs';
import { main, root } from './run.mjs';

/** Drives the real app as a person would; screenshots and a transcript are left in `out/tour/`. */
export async function runTour() {
  fs.rmSync(path.join(root, 'out', 'tour'), { recursive: true, force: true });
  const exit = await runEndToEnd('tour');
  console.log(exit === 0 ? 'The tour is complete; see out/tour/.' : 'The tour broke off; see out/tour/.');
  return exit;
}

if (import.meta.filename === process.argv[1]) await main(runTour);

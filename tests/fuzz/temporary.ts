import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Gives `work` an empty folder, which is gone when it ends. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-fuzz-'));
  try {
    return work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

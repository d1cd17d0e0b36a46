import path from 'node:path';
import { app } from 'electron';

/** The folder of the decks that come with Baseline: beside the archive in a package, else in the repository. */
export function findBuiltInDecks(): string {
  return path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'decks');
}

/** A file or folder of the build; the bundles lie in `out/main`, beside the others. */
export function findBuilt(name: string): string {
  return path.join(import.meta.dirname, '..', name);
}

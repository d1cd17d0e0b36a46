import path from 'node:path';
import { app } from 'electron';

/** The folder of the decks that come with Baseline: beside the archive in a package, else in the repository. */
export function findBuiltInDecks(): string {
  return path.join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'decks');
}

/** The app's icon: beside the archive in a package, else where it is drawn. */
export function findIcon(): string {
  return app.isPackaged
    ? path.join(process.resourcesPath, 'icon.png')
    : path.join(app.getAppPath(), 'build', 'icons', '256x256.png');
}

/** The licences of everything that Baseline contains: beside the archive in a package, else in the build. */
export function findLicences(): string {
  return app.isPackaged ? path.join(process.resourcesPath, 'licences.txt') : findBuilt('licences.txt');
}

/** A file or folder of the build; the bundles lie in `out/main`, beside the others. */
export function findBuilt(name: string): string {
  return path.join(import.meta.dirname, '..', name);
}

import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { makeFolder } from './exchange/whole-file.ts';

/** Makes a profile's folder where it is missing. Throws a ProblemError where it cannot be made or written. */
export function makeProfileFolder(dir: string): void {
  let failing = 'made';
  try {
    makeFolders(path.resolve(dir));
    failing = 'written';
    fs.accessSync(dir, fs.constants.W_OK);
  } catch {
    throw new ProblemError(
      'read-only',
      `The profile folder ${dir} cannot be ${failing}.`,
      'Give yourself write access to it, or choose another folder with --profile.',
    );
  }
}

/** The database of a profile. */
export function locateDatabase(profileDir: string): string {
  return path.join(profileDir, 'baseline.db');
}

/** Node's own `recursive` never ends below a folder that takes no folders, such as /proc. */
function makeFolders(dir: string): void {
  if (isFolder(dir)) return;
  makeFolders(path.dirname(dir));
  try {
    makeFolder(dir);
  } catch (error) {
    // Another start made it meanwhile.
    if (!isFolder(dir)) throw error;
  }
}

function isFolder(dir: string): boolean {
  return fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

import fs from 'node:fs';
import path from 'node:path';
import { codeOf, explainDisk, ProblemError } from '../../../src-shared/domain/problem.ts';

/**
 * Writes a file so that it is whole or not there: `write` fills a new one beside it, which takes its place only
 * once it is on the disk. On any error the old file remains and the new one is gone. Throws a ProblemError where
 * the place cannot be written.
 */
export async function writeWhole<T>(file: string, write: (temporary: string) => Promise<T>): Promise<T> {
  const temporary = nameTemporary(file);
  try {
    fs.rmSync(temporary, { force: true });
    const written = await write(temporary);
    putInPlace(temporary, file);
    return written;
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw explainWriteError(error, file);
  }
}

/** The same for what is written in a moment. */
export function writeWholeNow(file: string, write: (temporary: string) => void): void {
  const temporary = nameTemporary(file);
  try {
    fs.rmSync(temporary, { force: true });
    write(temporary);
    putInPlace(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw explainWriteError(error, file);
  }
}

function nameTemporary(file: string): string {
  return path.join(path.dirname(file), `.${path.basename(file)}.new`);
}

/** What `nameTemporary` makes of the files of a profile, and nothing that a person would call a file. */
const temporaryName = /^\..+\.(?:ya?ml|json|png|jpg|gif|webp)\.new$/i;

/** Takes away what a process that was killed left unfinished in a folder. Call it while nobody writes there. */
export function clearUnfinished(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder))
    if (temporaryName.test(name)) fs.rmSync(path.join(folder, name), { force: true });
}

function putInPlace(temporary: string, file: string): void {
  // What it holds is the person's own.
  fs.chmodSync(temporary, 0o600);
  syncPath(temporary);
  fs.renameSync(temporary, file);
  // Its name too: else the old file could be back after a power cut.
  syncNames(path.dirname(file));
}

/** Makes a folder that only its owner can read, and stays after a power cut. Its parent must be there. */
export function makeFolder(dir: string): void {
  fs.mkdirSync(dir, { mode: 0o700 });
  syncNames(path.dirname(dir));
}

/** Waits until the names in a folder are on the disk, where that can be waited for. */
export function syncNames(dir: string): void {
  try {
    syncPath(dir);
  } catch (error) {
    // A folder may be written by someone who may not read it, and not every file system syncs one.
    if (!['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(codeOf(error))) throw error;
  }
}

/** Waits until a file or a folder is on the disk. */
export function syncPath(target: string): void {
  const isFolder = fs.statSync(target).isDirectory();
  // Windows syncs only what may be written, and no folder; it need not.
  if (isFolder && process.platform === 'win32') return;
  const handle = fs.openSync(target, isFolder ? 'r' : 'r+');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** The problem behind an error of writing, for a person; any other error as it is. */
export function explainWriteError(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const ofDisk = explainDisk(code);
  if (ofDisk) return ofDisk;
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(code)) {
    return new ProblemError(
      'read-only',
      `${file} cannot be written.`,
      'Check the folder and its permissions.',
    );
  }
  return error;
}

import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files that the system asks Baseline to open, from before there is a window on. */
export type OpenFiles = {
  give(file: string): void;
  /** Hears every file from now on, and the last one that came before. */
  hear(listener: (file: string) => void): void;
};

/** Keeps the last file until someone hears of it: one is looked at at a time. */
export function createOpenFiles(): OpenFiles {
  let waiting: string | null = null;
  let hearing: ((file: string) => void) | null = null;
  return {
    give(file) {
      if (hearing) hearing(file);
      else waiting = file;
    },
    hear(listener) {
      hearing = listener;
      if (waiting !== null) listener(waiting);
      waiting = null;
    },
  };
}

/** The path of a file as an argument names it: by a path from the folder of the start, or by a `file:` address. */
export function locateArgument(argument: string, folder: string): string {
  if (!argument.startsWith('file:')) return path.resolve(folder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    // An address of another machine; as a path it is told not to be there.
    return path.resolve(folder, argument);
  }
}

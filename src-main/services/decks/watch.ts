import fs from 'node:fs';
import type { Profile } from '../profile.ts';
import { syncDecks } from './sync.ts';

/** Editors save in several steps; a change is read when the folder was quiet this long. */
const quietMs = 200;

/**
 * Watches the person's own decks and reads what changes. `changed` is called after each reading that found
 * something; `failed` with what went wrong in one, or with the watching itself. Returns what stops the watching.
 * Never throws.
 */
export function watchDecks(
  profile: Profile,
  changed: () => void,
  failed: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | null = null;
  const read = (): void => {
    try {
      if (syncDecks(profile)) changed();
    } catch (error) {
      failed(error);
    }
  };
  const wait = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(read, quietMs);
  };
  const watcher = startWatching(profile.ownDecks, wait, failed);
  return () => {
    if (timer) clearTimeout(timer);
    watcher?.close();
  };
}

/** Null where the system cannot watch the folder (all its watches are taken): everything else works without. */
function startWatching(
  folder: string,
  happened: () => void,
  failed: (error: unknown) => void,
): fs.FSWatcher | null {
  try {
    return fs.watch(folder, happened).on('error', failed);
  } catch (error) {
    failed(error);
    return null;
  }
}

import fs from 'node:fs';
import type { Profile } from '../profile.ts';
import { syncDecks } from './sync.ts';

/** Editors save in several steps; a change is read when the folder was quiet this long. */
const quietMs = 200;

/**
 * Watches the person's own decks and reads what changes. `changed` is called after each reading that found
 * something; `failed` with what went wrong in one. Returns what stops the watching.
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
  const watcher = fs.watch(profile.ownDecks, () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(read, quietMs);
  });
  watcher.on('error', failed);
  return () => {
    if (timer) clearTimeout(timer);
    watcher.close();
  };
}

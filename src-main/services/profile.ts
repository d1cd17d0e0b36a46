import path from 'node:path';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { Clock } from '../clock.ts';
import { isDamage } from '../db/find-damage.ts';
import { type LockHolder, takeProfileLock } from '../db/lock.ts';
import { explainOpenError } from '../db/open.ts';
import { openStore, type Store } from '../db/store.ts';
import { listNames, locateBackups } from './backups/folder.ts';
import { finishRestore } from './backups/replace.ts';
import { syncDecks } from './decks/sync.ts';
import { finishPlacing } from './exchange/placing.ts';
import { clearUnfinished } from './exchange/whole-file.ts';
import { createJournal, type Journal } from './journal.ts';
import { locateMedia } from './media.ts';
import { createPool, type Pool } from './pool/pool.ts';
import { makeProfileFolder } from './profile-folder.ts';
import { mendDerived } from './recovery/mend.ts';
import { type OwnedStore, openOwned } from './recovery/open-store.ts';
import { finishSwap } from './recovery/swap.ts';

/** An open profile: what every service works on. */
export type Profile = {
  dir: string;
  /** Folder of the decks that come with Baseline, and of the person's own. */
  builtInDecks: string;
  ownDecks: string;
  readOnly: boolean;
  clock: Clock;
  store: Store;
  journal: Journal;
  pool: Pool;
  /** Closes the database, lets `change` replace files, and opens what is there then. Nobody keeps the store, the journal or the pool. */
  reopen(change: () => void): void;
  close(): void;
};

export type OpenOptions = {
  dir: string;
  builtInDecks: string;
  clock: Clock;
  kind: LockHolder['kind'];
  /** What to do where another process holds the profile: refuse, or read what is there. */
  whenHeld: 'refuse' | 'read';
  /** Saves a profile of an older format before it is changed; where it throws, nothing is. */
  beforeMigration?: (profileDir: string, at: Instant) => void;
  /** Hears that a damaged database was made anew from its log, of which nothing was lost. */
  onMended?: (what: string) => void;
};

/**
 * Opens a profile: makes its folder, takes its lock, opens the database, backs it up before migrating it, and reads the deck files
 * that changed. Throws a ProblemError with nothing changed where that cannot be.
 */
export function openProfile(options: OpenOptions): Profile {
  const { dir, clock } = options;
  makeProfileFolder(dir);
  const lock = takeProfileLock(dir, { pid: process.pid, kind: options.kind });
  if ('heldBy' in lock && options.whenHeld === 'refuse') {
    const who = lock.heldBy?.kind === 'command' ? 'a headless command' : 'Baseline';
    const pid = lock.heldBy ? ` (process ${lock.heldBy.pid})` : '';
    throw new ProblemError(
      'busy',
      `This profile is open in ${who}${pid}; nothing was changed.`,
      'Close it and try again, or answer there.',
    );
  }
  const readOnly = 'heldBy' in lock;
  const release = 'release' in lock ? lock.release : () => undefined;
  const open = () => {
    const owned = openFile(dir, readOnly);
    try {
      const journal = createJournal(owned.store, { at: clock.now(), readOnly });
      return { ...owned, journal, pool: createPool(owned.store, journal) };
    } catch (error) {
      owned.close();
      throw error;
    }
  };
  const readDecks = (profile: Profile): void => {
    makeProfileFolder(profile.ownDecks);
    finishPlacing(profile);
    syncDecks(profile);
  };
  const now: { opened: ReturnType<typeof open> | null } = { opened: null };
  const openAnew = () => {
    const opened = open();
    now.opened = opened;
    return opened;
  };
  const openAll = (): Profile => {
    if (!readOnly) options.beforeMigration?.(dir, clock.now());
    const { store, journal, pool } = openAnew();
    const profile: Profile = {
      dir,
      builtInDecks: options.builtInDecks,
      ownDecks: path.join(dir, 'decks'),
      readOnly,
      clock,
      store,
      journal,
      pool,
      reopen: change => {
        now.opened?.close();
        try {
          change();
        } finally {
          const next = openAnew();
          Object.assign(profile, { store: next.store, journal: next.journal, pool: next.pool });
        }
        readDecks(profile);
      },
      close: () => {
        now.opened?.close();
        release();
      },
    };
    if (!readOnly) readDecks(profile);
    return profile;
  };
  try {
    if (!readOnly) {
      finishRestore(dir);
      finishSwap(dir);
      for (const folder of [dir, path.join(dir, 'decks'), locateMedia(dir)]) clearUnfinished(folder);
    }
    try {
      return openAll();
    } catch (error) {
      now.opened?.close();
      if (readOnly || !isDamage(error)) throw error;
      const mended = mendDerived(dir, clock.now());
      if (mended === null) throw explainOpenError(error, path.join(dir, 'baseline.db'));
      options.onMended?.(mended);
      return openAll();
    }
  } catch (error) {
    now.opened?.close();
    release();
    throw error;
  }
}

function openFile(dir: string, readOnly: boolean): OwnedStore {
  const file = path.join(dir, 'baseline.db');
  if (!readOnly) return openOwned(file, { hasBackups: listNames(locateBackups(dir)).length > 0 });
  const store = openStore(file, { readOnly });
  return { store, close: store.close };
}

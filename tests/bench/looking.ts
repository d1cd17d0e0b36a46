import path from 'node:path';
import { findCards } from '../../src-main/services/browse.ts';
import { checkProfile } from '../../src-main/services/check.ts';
import { countFile } from '../../src-main/services/count-statistics.ts';
import { fitNow } from '../../src-main/services/fit.ts';
import { foldStates } from '../../src-main/services/log-summary.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { frameCount, readTallied } from '../../src-main/services/statistics.ts';
import { readToday } from '../../src-main/services/today.ts';
import { findStudyDay } from '../../src-shared/domain/study-day.ts';
import { type Collection, openCollection } from './collection.ts';
import type { Side } from './measure.ts';

/** Opens a profile that was closed in order, and reads what today's screen shows. */
export function opening(collection: Collection): { product: Side; today: number } {
  // Once, so that its files are those that the product left.
  openCollection(collection).close();
  const { open, close } = openAnew(collection);
  const product: Side = { before: close, run: () => readToday(open(), collection.now).counts.due, close };
  return { product, today: findStudyDay(collection.now, 4) };
}

/** One profile that is opened anew each time, with nothing kept from before. */
function openAnew(collection: Collection): { open(): Profile; close(): void } {
  let profile: Profile | null = null;
  const close = (): void => {
    profile?.close();
    profile = null;
  };
  return {
    close,
    open() {
      close();
      profile = openCollection(collection);
      return profile;
    },
  };
}

/** Words as they are typed, letter by letter, in the language of the collection. */
export const searchTurns: readonly string[] = [
  'kalomi',
  'tenrasu',
  'verpol',
  'digonsha',
  'quibelnor',
].flatMap(word => Array.from({ length: word.length }, (_, index) => word.slice(0, index + 1)));

export function searching(collection: Collection): Side {
  const profile = openCollection(collection);
  let turn = 0;
  return {
    run() {
      const search = searchTurns[turn++ % searchTurns.length] ?? '';
      const asked = { search, order: 'deck', descending: false, offset: 0, limit: 60 } as const;
      return findCards(profile, asked, collection.now);
    },
    close: () => profile.close(),
  };
}

/** What Progress shows at once, in a profile that was opened just before. */
export function showingProgress(collection: Collection): Side {
  const { open, close } = openAnew(collection);
  let profile: Profile | null = null;
  return {
    before: () => {
      profile = open();
    },
    run: () => profile && readTallied(profile, collection.now),
    close,
  };
}

/** What a worker counts for Progress, in this process: the time that a worker takes to load is none of the count. */
export function counting(collection: Collection): Side {
  const profile = openCollection(collection);
  const task = { ...frameCount(profile, collection.now), file: path.join(collection.dir, 'baseline.db') };
  return { run: () => countFile(task, () => undefined), close: () => profile.close() };
}

export function checking(collection: Collection): Side {
  const profile = openCollection(collection);
  return {
    run() {
      const { faults } = checkProfile(profile);
      if (faults.length > 0) throw new Error(faults[0]);
    },
    close: () => profile.close(),
  };
}

/** Every card's state from the log, as when weights are applied. */
export function folding(collection: Collection): Side {
  const profile = openCollection(collection);
  return { run: () => foldStates(profile.store, profile.journal.model()), close: () => profile.close() };
}

export function fitting(collection: Collection): Side {
  const profile = openCollection(collection);
  return { run: () => fitNow(profile), close: () => profile.close() };
}

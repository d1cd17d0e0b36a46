import fs from 'node:fs';
import path from 'node:path';
import { gatherCards } from '../../../src-main/services/exchange/anki/gather.ts';
import { readPackage } from '../../../src-main/services/exchange/anki/read-package.ts';
import { type Written, writePackage } from '../../../src-main/services/exchange/anki/write-package.ts';
import { type BroughtIn, bringIn } from '../../../src-main/services/exchange/bring-in.ts';
import type { Incoming } from '../../../src-main/services/exchange/incoming.ts';
import { unwatched } from '../../../src-main/services/exchange/watch.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { makeFolder } from '../profile.ts';

/** Writes a package on this thread, which spares a test the start of a worker. */
export async function writeHere(profile: Profile, now: Instant): Promise<Written & { file: string }> {
  const folder = makeFolder();
  const file = path.join(folder, 'ours.apkg');
  const work = path.join(folder, 'work');
  fs.mkdirSync(work);
  return { file, ...(await writePackage(file, work, gatherCards(profile, now))) };
}

/** Reads a package on this thread. */
export function readHere(profile: Profile, file: string, now: Instant): Promise<Incoming> {
  return readPackage(file, makeFolder(), { at: now, weights: profile.journal.weights() }, unwatched);
}

/** Reads a package and brings it in. */
export async function importHere(profile: Profile, file: string, now: Instant): Promise<BroughtIn> {
  return bringIn(profile, await readHere(profile, file, now), now);
}

import fs from 'node:fs';
import path from 'node:path';
import { fixClock } from '../../src-main/clock.ts';
import { exportFile } from '../../src-main/services/exchange/export.ts';
import { planImport } from '../../src-main/services/exchange/import.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import { type Collection, openCollection } from './collection.ts';
import { type Side, timeStall } from './measure.ts';

const endings = { json: '.json', csv: '.zip', apkg: '.apkg' } as const;
type Format = keyof typeof endings;

/** Writes everything out, as the command does: in a worker that is waited for. */
export function exporting(collection: Collection, format: Format): Side {
  const profile = openCollection(collection);
  const file = path.join(collection.dir, `out${endings[format]}`);
  return {
    before: () => fs.rmSync(file, { force: true }),
    run: () => exportFile(profile, format, file, collection.now),
    close: () => profile.close(),
  };
}

/** Brings the log of a whole export into a new profile. Its decks stay out: what they cost is the writing of their files. */
export function importingJson(collection: Collection): Side {
  fs.rmSync(path.join(collection.dir, 'decks'), { recursive: true });
  return importing(collection, writeOnce(collection, 'json'));
}

/** Brings a package with its progress into a new profile. */
export function importingPackage(collection: Collection): Side {
  return importing(collection, writeOnce(collection, 'apkg'));
}

function writeOnce(collection: Collection, format: Format): string {
  const profile = openCollection(collection);
  const file = path.join(collection.dir, `all${endings[format]}`);
  exportFile(profile, format, file, collection.now);
  profile.close();
  return file;
}

/** Brings a file into a new profile, each time. */
export function importing(collection: Collection, file: string): Side {
  const dir = path.join(collection.dir, 'into');
  let profile: Profile | null = null;
  let stallMs = 0;
  const close = (): void => {
    profile?.close();
    profile = null;
  };
  return {
    before() {
      close();
      fs.rmSync(dir, { recursive: true, force: true });
      profile = openProfile({
        dir,
        builtInDecks: path.join(dir, 'none'),
        clock: fixClock(collection.now),
        kind: 'app',
        whenHeld: 'refuse',
      });
    },
    async run() {
      if (!profile) return;
      const { done } = planImport(profile, file, collection.now).beside(() => undefined);
      stallMs = Math.max(stallMs, await timeStall(() => done));
    },
    stallMs: () => stallMs,
    close,
  };
}

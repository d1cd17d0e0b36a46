import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { composeEvent, type EventRow, fromRow, toRow } from '../../../src-main/db/event-row.ts';
import { readHolder } from '../../../src-main/db/lock.ts';
import { explain } from '../../../src-main/ipc/answer.ts';
import { listBackups } from '../../../src-main/services/backups/backups.ts';
import { finishRestore, prepareRestore } from '../../../src-main/services/backups/replace.ts';
import { writeBackup } from '../../../src-main/services/backups/write.ts';
import { checkProfile } from '../../../src-main/services/check.ts';
import { hashFile } from '../../../src-main/services/exchange/hash-file.ts';
import { prepareSalvage, readSalvage } from '../../../src-main/services/recovery/salvage.ts';
import { finishSwap } from '../../../src-main/services/recovery/swap.ts';
import { placeSchema, placeWindow } from '../../../src-main/windows/place.ts';
import { readPlace } from '../../../src-main/windows/place-file.ts';
import { eventSchema } from '../../../src-shared/domain/events.ts';
import { isPlainAnswer } from '../../../src-shared/domain/prove-event.ts';
import { unzip, zip } from '../../helpers/anki/unzip.ts';
import { type FuzzedParser, judgeRefusal, must } from '../fuzzed.ts';
import { mutateDatabase, mutateZip } from '../mutators/files.ts';
import { mutateJson } from '../mutators/values.ts';
import { copyRig, now, openRig, openRigged, openRigs, ownDeck } from '../rig.ts';
import { inFolder } from '../temporary.ts';
import { lookAround } from '../use.ts';

/** The rows of a log, each as JSON. */
function readRows(): Buffer[] {
  return inFolder(folder => {
    const rig = openRig(folder);
    const events = [...rig.profile.store.log.scan()].flatMap(one => ('event' in one ? [one.event] : []));
    rig.close();
    const ids = {
      id: '00000000-0000-4000-8000-000000000001',
      device: '00000000-0000-4000-8000-000000000002',
      opId: '00000000-0000-4000-8000-000000000003',
    };
    return events.map(event => Buffer.from(JSON.stringify(toRow(eventSchema.parse({ ...event, ...ids })))));
  });
}

const eventRows: FuzzedParser = {
  name: 'rows of the log',
  covers: ['src-main/db/event-row.ts', 'src-shared/domain/prove-event.ts'],
  seeds: readRows,
  mutate: mutateJson,
  open: () => ({
    read(input) {
      let row: EventRow;
      try {
        row = z.looseObject({}).parse(JSON.parse(input.toString('utf8'))) as EventRow;
      } catch {
        return 'refused';
      }
      try {
        const composed = composeEvent(row);
        must(
          !isPlainAnswer(composed) || eventSchema.safeParse(composed).success,
          'told by hand, and its schema does not know it',
        );
        const event = fromRow(row);
        must(fromRow(toRow(event)).id === event.id, 'another event when it is written');
        return 'read';
      } catch (error) {
        // Its own error: who reads the log tells that it cannot read this event.
        if (error instanceof Error && error.name !== 'Broken') return 'refused';
        throw error;
      }
    },
    close: () => undefined,
  }),
};

/** What a start, or a call, says of an error: a problem that a person can act on, or else a fault of ours. */
function judgeError(error: unknown): 'refused' {
  const faults: unknown[] = [];
  const problem = explain(error, fault => faults.push(fault));
  if (faults.length > 0) throw error;
  must(
    problem.message !== '' && (problem.hint ?? '') !== '',
    `a problem that does not say what to do: ${problem.message}`,
  );
  return 'refused';
}

const database: FuzzedParser = {
  name: 'database of a profile',
  covers: [
    'src-main/db/open.ts',
    'src-main/db/create-store.ts',
    'src-main/services/check.ts',
    'src-main/services/log-summary.ts',
    'src-main/db/queries/card-states.ts',
    'src-main/db/queries/settings.ts',
    'src-main/services/journal.ts',
  ],
  seeds: () =>
    inFolder(folder => {
      const rig = openRig(folder);
      const { dir } = rig.profile;
      rig.close();
      return [fs.readFileSync(path.join(dir, 'baseline.db'))];
    }),
  mutate: mutateDatabase,
  open: folder => {
    const dir = path.join(folder, 'profile');
    return {
      async read(input) {
        fs.rmSync(dir, { recursive: true, force: true });
        fs.mkdirSync(path.join(dir, 'decks'), { recursive: true });
        fs.writeFileSync(path.join(dir, 'baseline.db'), input);
        let profile: ReturnType<typeof openRigged>;
        try {
          profile = openRigged(dir);
        } catch (error) {
          return judgeError(error);
        }
        try {
          const { faults } = checkProfile(profile);
          must(
            faults.every(text => text !== ''),
            'a fault without words',
          );
          // What the check does not pass is no ground to look around on.
          if (faults.length > 0) return 'refused';
          await lookAround(profile);
          return 'read';
        } catch (error) {
          return judgeError(error);
        } finally {
          profile.close();
        }
      },
      close: () => undefined,
    };
  },
};

const backupName = '20261124T070000Z-hand';

/** Two moments' worth of a backup, each file of it as an entry of a zip. */
async function packBackup(): Promise<Buffer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-fuzz-'));
  try {
    const rig = openRig(folder);
    const { dir } = rig.profile;
    await writeBackup({ profileDir: dir, name: backupName, about: { at: now, reason: 'hand', state: 'x' } });
    rig.close();
    const root = path.join(dir, 'backups', backupName);
    return zip(
      ['about.json', 'baseline.db', 'decks/own.yaml'].map(name => ({
        name,
        content: fs.readFileSync(path.join(root, name)),
      })),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const backup: FuzzedParser = {
  name: 'backup',
  covers: [
    'src-main/services/backups/folder.ts',
    'src-main/services/backups/replace.ts',
    'src-main/services/backups/backups.ts',
    'src-shared/domain/backup/backup.ts',
    'src-main/db/copy.ts',
  ],
  seeds: async () => [await packBackup()],
  mutate: mutateZip,
  open: folder => {
    const rigs = openRigs(folder);
    return {
      async read(input) {
        const rig = rigs.current();
        const { profile } = rig;
        const root = path.join(profile.dir, 'backups', backupName);
        const resealed = unpackBackup(input, root);
        listBackups(profile);
        const before = rig.snapshot();
        try {
          prepareRestore(profile.dir, backupName);
        } catch (error) {
          must(rig.snapshot() === before, 'refused, and yet something was changed');
          return judgeRefusal(error);
        }
        try {
          profile.reopen(() => finishRestore(profile.dir));
          if (!resealed) rig.prove();
          await lookAround(profile);
          return 'read';
        } catch (error) {
          // Another database under a right checksum was made by someone; it is refused like any damaged one.
          return judgeError(error);
        } finally {
          rigs.renew();
        }
      },
      close: rigs.close,
    };
  },
};

const fileNames = new Set(['about.json', 'baseline.db', 'decks/own.yaml']);

/** Lays a backup out; every other one with checksums that are right again. True where it is another, and yet sealed. */
function unpackBackup(input: Buffer, root: string): boolean {
  fs.rmSync(root, { recursive: true, force: true });
  fs.mkdirSync(path.join(root, 'decks'), { recursive: true });
  let files: Map<string, Buffer>;
  try {
    files = unzip(input);
  } catch {
    return false;
  }
  for (const [name, content] of files)
    if (fileNames.has(name)) fs.writeFileSync(path.join(root, name), content);
  const about = path.join(root, 'about.json');
  if (input.length % 2 === 0 || !fs.existsSync(about)) return false;
  const sealed = [...fileNames].filter(name => name !== 'about.json' && fs.existsSync(path.join(root, name)));
  try {
    const value = z.looseObject({}).parse(JSON.parse(fs.readFileSync(about, 'utf8')));
    const list = sealed.map(name => ({
      path: name,
      bytes: fs.statSync(path.join(root, name)).size,
      sha256: hashFile(path.join(root, name)),
    }));
    fs.writeFileSync(about, JSON.stringify({ ...value, files: list }));
    return true;
  } catch {
    return false;
  }
}

const windowPlace: FuzzedParser = {
  name: 'where the window was',
  covers: ['src-main/windows/place-file.ts', 'src-main/windows/place.ts'],
  seeds: () => [Buffer.from('{"x":10,"y":20,"width":1280,"height":800,"state":"normal"}')],
  mutate: mutateJson,
  open: folder => ({
    read(input) {
      fs.writeFileSync(path.join(folder, 'window.json'), input);
      const place = readPlace(folder);
      must(place === null || placeSchema.safeParse(place).success, 'a place that its schema does not know');
      const { width, height } = placeWindow(place, [{ x: 0, y: 0, width: 1920, height: 1080 }]);
      must(width >= 900 && height >= 600, `a window of ${width} × ${height}`);
      return place === null ? 'refused' : 'read';
    },
    close: () => undefined,
  }),
};

const lockNote: FuzzedParser = {
  name: 'who holds the lock',
  covers: ['src-main/db/lock.ts'],
  seeds: () => [Buffer.from('{"pid":4711,"kind":"app"}'), Buffer.from('{"pid":1,"kind":"command"}')],
  mutate: mutateJson,
  open: folder => ({
    read(input) {
      const note = path.join(folder, 'lock.json');
      fs.writeFileSync(note, input);
      return readHolder(note) === null ? 'refused' : 'read';
    },
    close: () => undefined,
  }),
};

/** A small file of a profile that a start reads: whatever it says, the profile opens, or the person is told. */
function startFile(
  name: string,
  covers: string[],
  file: string,
  seeds: (folder: string) => string[],
): FuzzedParser {
  return {
    name,
    covers,
    seeds: () => inFolder(folder => seeds(folder).map(text => Buffer.from(text))),
    mutate: mutateJson,
    open: folder => {
      const home = path.join(folder, 'home');
      const dir = path.join(home, 'profile');
      return {
        read(input) {
          copyRig(home);
          fs.writeFileSync(path.join(dir, file), input);
          let profile: ReturnType<typeof openRigged> | null = null;
          try {
            profile = openRigged(dir);
            must(checkProfile(profile).faults.length === 0, 'the check finds faults');
            must(fs.readdirSync(home).length === 1, 'something lies outside of the profile');
            return 'read';
          } catch (error) {
            return judgeError(error);
          } finally {
            profile?.close();
            fs.rmSync(home, { recursive: true, force: true });
          }
        },
        close: () => undefined,
      };
    },
  };
}

const left = startFile(
  'how the database was left',
  ['src-main/db/left.ts', 'src-main/db/wal.ts', 'src-main/services/recovery/open-store.ts'],
  'baseline.db-state',
  folder => {
    const rig = openRig(folder);
    const file = path.join(rig.profile.dir, 'baseline.db-state');
    const open = fs.readFileSync(file, 'utf8');
    rig.close();
    return [fs.readFileSync(file, 'utf8'), '{"state":"moving"}', open.replace('open', 'moving')];
  },
);

const placing = startFile(
  'deck files half placed',
  ['src-main/services/exchange/placing.ts'],
  'placing.json',
  () => [
    JSON.stringify([{ name: 'other.yaml', beforeBase64: null, after: 'x' }]),
    JSON.stringify([{ name: 'own.yaml', beforeBase64: Buffer.from(ownDeck).toString('base64'), after: 'x' }]),
  ],
);

const salvage: FuzzedParser = {
  name: 'what is saved of a damaged one',
  covers: ['src-main/services/recovery/salvage.ts', 'src-main/db/carve.ts', 'src-main/db/read-truth.ts'],
  seeds: database.seeds,
  mutate: mutateDatabase,
  open: folder => {
    const dir = path.join(folder, 'profile');
    return {
      read(input) {
        fs.rmSync(dir, { recursive: true, force: true });
        fs.mkdirSync(path.join(dir, 'decks'), { recursive: true });
        fs.writeFileSync(path.join(dir, 'baseline.db'), input);
        const saved = readSalvage(dir);
        must(fs.readFileSync(path.join(dir, 'baseline.db')).equals(input), 'the damaged file was changed');
        try {
          prepareSalvage(dir, saved, now);
          finishSwap(dir);
          const profile = openRigged(dir);
          const { faults } = checkProfile(profile);
          profile.close();
          must(faults.length === 0, `what was saved is faulty: ${faults[0]}`);
          return 'read';
        } catch (error) {
          return judgeError(error);
        }
      },
      close: () => undefined,
    };
  },
};

export const profileParsers: readonly FuzzedParser[] = [
  eventRows,
  database,
  salvage,
  backup,
  windowPlace,
  lockNote,
  left,
  placing,
];

import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  checkRestore,
  isSaved,
  listBackups,
  makeBackup,
  makeBackupNow,
  putBack,
} from '../../../../src-main/services/backups/backups.ts';
import { locateBackups } from '../../../../src-main/services/backups/folder.ts';
import { createBackupKeeper } from '../../../../src-main/services/backups/keeper.ts';
import { finishRestore, prepareRestore } from '../../../../src-main/services/backups/replace.ts';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { hashFile } from '../../../../src-main/services/exchange/hash-file.ts';
import { nameMedia } from '../../../../src-main/services/media.ts';
import { createInterviews } from '../../../../src-main/services/mocks/interview.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { createRounds } from '../../../../src-main/services/rounds/rounds.ts';
import { backupAboutSchema } from '../../../../src-shared/domain/backup/backup.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { formatDeck, makeCards, writeDeck } from '../../../helpers/decks.ts';
import {
  answer,
  at,
  later,
  makeFolder,
  openTestProfile,
  openWithCards,
  readState,
  reopen,
} from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const picture = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1');

/** A profile with three cards of its own, one answered, and a picture. */
function openStudied(): Profile {
  const profile = openWithCards(now, 3);
  answer(profile, 'one.1', 3, now);
  fs.mkdirSync(path.join(profile.dir, 'media'));
  fs.writeFileSync(path.join(profile.dir, 'media', 'a.png'), picture);
  return profile;
}

/** All that a person would miss. */
function readAll(profile: Profile): unknown {
  const files = (folder: string) =>
    fs.existsSync(path.join(profile.dir, folder))
      ? fs
          .readdirSync(path.join(profile.dir, folder))
          .sort()
          .map(name => [name, fs.readFileSync(path.join(profile.dir, folder, name)).toString('base64')])
      : [];
  return {
    log: [...profile.store.log.scan()],
    states: [...profile.store.states.all()],
    decks: files('decks'),
    media: files('media'),
  };
}

/** A day later: another answer, a deck that changed, one more deck, and the picture gone. */
function goOn(profile: Profile): void {
  answer(profile, 'one.2', 1, later(now, { days: 1 }));
  writeDeck(profile.dir, 'one.yaml', formatDeck(makeCards(5)));
  writeDeck(profile.dir, 'two.yaml', formatDeck(makeCards(1), { deck: 'two' }));
  fs.rmSync(path.join(profile.dir, 'media', 'a.png'));
}

/** Holds this thread until the worker's backup of this reason is there, so that its answer is heard only later. */
async function holdUntilCopied({ dir }: Profile, reason: string): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
  const folder = locateBackups(dir);
  const isThere = () => fs.readdirSync(folder).some(name => name.endsWith(`-${reason}`));
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  for (let n = 0; n < 3000 && !isThere(); n++) Atomics.wait(nobody, 0, 0, 5);
}

afterEach(() => vi.restoreAllMocks());

describe('a backup', () => {
  test('says what it holds, and only its owner can read it', () => {
    const profile = openStudied();
    const name = makeBackupNow(profile, 'hand', now);
    expect(listBackups(profile)).toMatchObject({
      unreadable: [],
      backups: [
        {
          name: '20261124T070000Z-hand',
          date: '2026-11-24',
          time: '08:00',
          reason: 'hand',
          holds: { answers: 1, cards: 1, mocks: 0, lastDate: '2026-11-24', deckFiles: 1, pictures: 1 },
        },
      ],
    });
    const folder = path.join(locateBackups(profile.dir), name);
    expect(fs.readdirSync(folder).sort()).toEqual(['about.json', 'baseline.db', 'decks', 'media']);
    const mode = (file: string) => fs.statSync(path.join(folder, file)).mode & 0o077;
    expect(['.', '..', 'about.json', 'baseline.db', 'decks/one.yaml'].map(mode)).toEqual([0, 0, 0, 0, 0]);
  });

  test('is made while the profile goes on, and holds one state of it', async () => {
    const profile = openStudied();
    const before = [...profile.store.log.scan()].length;
    const made = makeBackup(profile, 'changes', now);
    for (let n = 0; n < 50; n++) answer(profile, 'one.2', 3, later(now, { minutes: 20 * n + 1 }));
    const name = await made;
    putBack(profile, name);
    const events = [...profile.store.log.scan()].length;
    expect(events).toBeGreaterThanOrEqual(before);
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('a full or forbidden disk is told, and leaves nothing behind', async () => {
    const profile = openStudied();
    const folder = locateBackups(profile.dir);
    fs.writeFileSync(folder, 'in the way');
    await expect(makeBackup(profile, 'hand', now)).rejects.toThrow(ProblemError);
    expect(fs.readFileSync(folder, 'utf8')).toBe('in the way');
  });

  test('one that was ended in the middle is swept, and never offered', () => {
    const profile = openStudied();
    const folder = locateBackups(profile.dir);
    fs.mkdirSync(path.join(folder, '.20261123T070000Z-start.new'), { recursive: true });
    fs.mkdirSync(path.join(folder, '20261123T070000Z-start'));
    fs.writeFileSync(path.join(folder, 'notes.txt'), 'mine');
    makeBackupNow(profile, 'hand', now);
    expect(fs.readdirSync(folder).sort()).toEqual([
      '20261123T070000Z-start',
      '20261124T070000Z-hand',
      'notes.txt',
    ]);
    expect(listBackups(profile).unreadable).toEqual(['20261123T070000Z-start']);
  });

  test('two of one second have names of their own', () => {
    const profile = openStudied();
    expect([makeBackupNow(profile, 'hand', now), makeBackupNow(profile, 'hand', now)]).toEqual([
      '20261124T070000Z-hand',
      '20261124T070000Z-hand-2',
    ]);
  });
});

describe('restoring', () => {
  test('brings everything back, also after another start; the log stays sound and goes on as a new device', () => {
    const profile = openStudied();
    const before = readAll(profile);
    const device = profile.store.log.ownDevice()?.device;
    const name = makeBackupNow(profile, 'hand', now);
    goOn(profile);
    putBack(profile, name);
    expect(readAll(profile)).toEqual(before);
    expect(profile.store.log.ownDevice()).toMatchObject({ lastSeq: 0 });
    expect(profile.store.log.ownDevice()?.device).not.toBe(device);
    answer(profile, 'one.3', 3, later(now, { days: 2 }));
    const again = reopen(profile, later(now, { days: 2 }));
    expect(readState(again, 'one.3').reps).toBe(1);
    expect(readState(again, 'one.2').reps).toBe(0);
    expect(checkProfile(again).faults).toEqual([]);
    expect(fs.readdirSync(again.dir).filter(file => file.startsWith('restore'))).toEqual([]);
  });

  test('the way back is open: what was there before is saved', async () => {
    const profile = openStudied();
    const keeper = createBackupKeeper(profile);
    const name = await keeper.create(now);
    goOn(profile);
    const later1 = readAll(profile);
    const saved = await keeper.restore(name, later(now, { days: 1 }));
    expect(readAll(profile)).not.toEqual(later1);
    await keeper.restore(saved, later(now, { days: 1, hours: 1 }));
    // The picture came back with the first restore, and pictures are never taken away.
    expect(readAll(profile)).toMatchObject({ log: (later1 as { log: unknown }).log });
    expect(listBackups(profile).backups.map(({ reason }) => reason)).toEqual(['restore', 'restore', 'hand']);
  });

  test('what is answered while the present is saved is saved too', async () => {
    const profile = openStudied();
    const keeper = createBackupKeeper(profile);
    const name = await keeper.create(now);
    const going = keeper.restore(name, later(now, { minutes: 5 }));
    await holdUntilCopied(profile, 'restore');
    answer(profile, 'one.2', 3, later(now, { minutes: 6 }));
    const saved = await going;
    expect(readState(profile, 'one.2').reps).toBe(0);
    expect(listBackups(profile).backups.find(one => one.name === saved)?.holds.answers).toBe(2);
  });

  test('a mock interview that is begun meanwhile stays, and nothing is put back', async () => {
    const profile = openTestProfile(makeFolder(), now);
    const keeper = createBackupKeeper(profile);
    const name = await keeper.create(now);
    const going = keeper.restore(name, later(now, { minutes: 5 }));
    const source = { kind: 'curated', promptId: 'chat' } as const;
    createInterviews(profile).start({ source, level: 'guided', mode: 'strict' }, now);
    await expect(going).rejects.toThrow(/A mock interview is open/);
    expect([...profile.store.log.scan()]).toHaveLength(1);
  });

  test('the one that was chosen is not thinned away by saving the present', async () => {
    const profile = openStudied();
    const first = makeBackupNow(profile, 'start', now);
    makeBackupNow(profile, 'changes', later(now, { hours: 1 }));
    goOn(profile);
    // By now the second alone would be kept of that day.
    await createBackupKeeper(profile).restore(first, later(now, { days: 5 }));
    expect(readState(profile, 'one.2').reps).toBe(0);
  });

  test('a picture that is painted over where it lies leaves every backup as it was', () => {
    const profile = openStudied();
    const byContent = path.join(profile.dir, 'media', nameMedia(picture, 'png'));
    fs.writeFileSync(byContent, picture);
    const name = makeBackupNow(profile, 'hand', now);
    // Many backups of many pictures take little room: such a name never gets another content.
    expect(fs.statSync(byContent).nlink).toBe(2);
    const named = path.join(profile.dir, 'media', 'a.png');
    for (const paint of ['painted over', 'and over again']) {
      fs.writeFileSync(named, paint);
      expect(listBackups(profile).unreadable).toEqual([]);
      putBack(profile, name);
      expect(fs.readFileSync(named)).toEqual(picture);
    }
  });

  test('interviews and rounds that were made before go on in what was put back', () => {
    const profile = openTestProfile(makeFolder(), now);
    const [interviews, rounds] = [createInterviews(profile), createRounds(profile)];
    const name = makeBackupNow(profile, 'hand', now);
    putBack(profile, name);
    const source = { kind: 'curated', promptId: 'chat' } as const;
    interviews.start({ source, level: 'guided', mode: 'strict' }, now);
    rounds.start('quick', now);
    expect(() => checkRestore(profile, name)).toThrow(/A mock interview is open/);
    expect(checkProfile(profile).faults).toEqual([]);
    expect([...profile.store.log.scan()]).toHaveLength(2);
  });

  test('wherever it is cut off, the next start has the old state or the new one, whole', () => {
    const studied = openStudied();
    const restored = readAll(studied);
    const name = makeBackupNow(studied, 'hand', now);
    goOn(studied);
    const present = readAll(studied);
    studied.close();
    const outcomes = new Set<string>();
    for (let cut = 0; cut < 40; cut++) {
      const dir = makeFolder();
      fs.cpSync(studied.dir, dir, { recursive: true });
      let calls = 0;
      const spies = (['renameSync', 'rmSync', 'mkdirSync', 'copyFileSync', 'linkSync'] as const).map(call => {
        const original = fs[call] as (...args: never[]) => unknown;
        const cutOff = (...args: never[]) => {
          if (calls++ >= cut) throw new Error('the power went');
          return original(...args);
        };
        return vi.spyOn(fs, call).mockImplementation(cutOff as never);
      });
      let isDone = true;
      try {
        prepareRestore(dir, name);
        finishRestore(dir);
      } catch {
        isDone = false;
      }
      for (const spy of spies) spy.mockRestore();
      const next = openTestProfile(dir, now, studied.builtInDecks);
      const found = readAll(next);
      const isOld = JSON.stringify(found) === JSON.stringify(present);
      if (!isOld) expect(found).toEqual(restored);
      outcomes.add(isOld ? 'old' : isDone ? 'done' : 'finished by the next start');
      expect(checkProfile(next).faults).toEqual([]);
      next.close();
    }
    expect(outcomes).toEqual(new Set(['old', 'done', 'finished by the next start']));
  });

  test.each(['baseline.db', 'decks/one.yaml', 'media/a.png'])(
    'a backup whose %s was changed is refused, and nothing is touched',
    file => {
      const profile = openStudied();
      const name = makeBackupNow(profile, 'hand', now);
      const location = path.join(locateBackups(profile.dir), name, file);
      const content = fs.readFileSync(location);
      content.writeUInt8(content.readUInt8(content.length - 2) ^ 1, content.length - 2);
      fs.rmSync(location);
      fs.writeFileSync(location, content);
      goOn(profile);
      const before = readAll(profile);
      expect(() => putBack(profile, name)).toThrow(/is damaged/);
      expect(readAll(profile)).toEqual(before);
      fs.truncateSync(location, content.length - 1);
      expect(listBackups(profile)).toMatchObject({ backups: [], unreadable: [name] });
      expect(() => checkRestore(profile, name)).toThrow(/no whole backup/);
    },
  );

  test.each([
    ['without its database', (file: string) => fs.rmSync(file)],
    [
      'with a database of another program',
      (file: string) => {
        const db = new Database(file);
        db.pragma('application_id = 7');
        db.close();
      },
    ],
  ])('a backup that was sealed %s is refused, and nothing is touched', (_what, change) => {
    const profile = openStudied();
    const name = makeBackupNow(profile, 'hand', now);
    const folder = path.join(locateBackups(profile.dir), name);
    const database = path.join(folder, 'baseline.db');
    change(database);
    const about = path.join(folder, 'about.json');
    const { files, ...rest } = backupAboutSchema.parse(JSON.parse(fs.readFileSync(about, 'utf8')));
    const sealed = files.flatMap(file => {
      if (file.path !== 'baseline.db') return [file];
      if (!fs.existsSync(database)) return [];
      return [{ ...file, bytes: fs.statSync(database).size, sha256: hashFile(database) }];
    });
    fs.writeFileSync(about, JSON.stringify({ ...rest, files: sealed }));
    const before = readAll(profile);
    expect(() => putBack(profile, name)).toThrow(/is damaged/);
    expect(readAll(profile)).toEqual(before);
  });

  test('a backup of a newer Baseline is refused, and nothing is touched', () => {
    const profile = openStudied();
    const name = makeBackupNow(profile, 'hand', now);
    const folder = path.join(locateBackups(profile.dir), name);
    const db = new Database(path.join(folder, 'baseline.db'));
    db.pragma('user_version = 999');
    db.close();
    const about = backupAboutSchema.parse(
      JSON.parse(fs.readFileSync(path.join(folder, 'about.json'), 'utf8')),
    );
    const sha256 = hashFile(path.join(folder, 'baseline.db'));
    about.files = about.files.map(file => (file.path === 'baseline.db' ? { ...file, sha256 } : file));
    fs.writeFileSync(path.join(folder, 'about.json'), JSON.stringify(about));
    goOn(profile);
    const before = readAll(profile);
    expect(() => putBack(profile, name)).toThrow(/newer Baseline/);
    expect(readAll(profile)).toEqual(before);
  });

  test('a path that leads out of the backup makes it no backup', () => {
    const profile = openStudied();
    const name = makeBackupNow(profile, 'hand', now);
    const about = path.join(locateBackups(profile.dir), name, 'about.json');
    fs.writeFileSync(about, fs.readFileSync(about, 'utf8').replace('media/a.png', 'media/../a'));
    expect(listBackups(profile).unreadable).toEqual([name]);
  });
});

describe('the keeper', () => {
  /** A profile whose monotonic clock a test drives. */
  function rig() {
    const profile = openStudied();
    let ms = 0;
    profile.clock = { now: () => now, monotonicMs: () => ms };
    const pass = (minutes: number) => {
      ms += minutes * 60_000;
    };
    return { profile, pass, keeper: createBackupKeeper(profile) };
  }

  test('backs up at the start only what is not backed up yet', async () => {
    const { profile, keeper } = rig();
    await keeper.begin(now);
    await createBackupKeeper(profile).begin(later(now, { hours: 1 }));
    expect(isSaved(profile)).toBe(true);
    expect(listBackups(profile).backups.map(({ reason }) => reason)).toEqual(['start']);
    writeDeck(profile.dir, 'two.yaml', formatDeck(makeCards(1), { deck: 'two' }));
    expect(isSaved(reopen(profile, now))).toBe(false);
  });

  test('a new profile has nothing to back up', async () => {
    const profile = openTestProfile(openWithCards(now, 0).dir.concat('-new'), now);
    await createBackupKeeper(profile).begin(now);
    expect(listBackups(profile).backups).toEqual([]);
    fs.rmSync(profile.dir, { recursive: true });
  });

  test('half an hour after the first change there is one, and no more until the next change', async () => {
    const { profile, keeper, pass } = rig();
    const tick = async () => {
      await keeper.tick(now);
      return listBackups(profile).backups.length;
    };
    pass(60);
    expect(await tick()).toBe(0);
    answer(profile, 'one.2', 3, now);
    expect(await tick()).toBe(0);
    pass(29);
    answer(profile, 'one.3', 3, now);
    expect(await tick()).toBe(0);
    pass(1);
    expect(await tick()).toBe(1);
    pass(120);
    expect(await tick()).toBe(1);
  });

  test('what failed is told until it works, and tried again half an hour later', async () => {
    const { profile, keeper, pass } = rig();
    fs.writeFileSync(locateBackups(profile.dir), 'in the way');
    await expect(keeper.begin(now)).rejects.toThrow(ProblemError);
    expect(keeper.fault()).toMatch(/cannot be written/);
    fs.rmSync(locateBackups(profile.dir));
    await keeper.tick(now);
    pass(30);
    await keeper.tick(now);
    expect(keeper.fault()).toBeNull();
    expect(listBackups(profile).backups).toHaveLength(1);
  });
});

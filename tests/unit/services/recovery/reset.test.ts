import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openReader } from '../../../../src-main/db/create-store.ts';
import { createHandlers, runHandler } from '../../../../src-main/ipc/handlers.ts';
import { createBackupKeeper } from '../../../../src-main/services/backups/keeper.ts';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { createInterviews } from '../../../../src-main/services/mocks/interview.ts';
import { checkAnother, copyProfileTo } from '../../../../src-main/services/recovery/reset.ts';
import {
  answer,
  at,
  makeFolder,
  openTestProfile,
  openWithCards,
  readState,
} from '../../../helpers/profile.ts';
import { makeShell } from '../../../helpers/shell.ts';

const now = at('2026-11-24T08:00:00+01:00');

test('a copy holds the latest answers, though a check of the database still reads it', () => {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.1', 3, now);
  const reader = openReader(path.join(profile.dir, 'baseline.db'));
  // Begins to read: from here on SQLite's log stays when the profile closes its own connection.
  reader.log.lastClock();
  answer(profile, 'one.2', 4, now);
  const folder = makeFolder();
  copyProfileTo(profile, folder);
  reader.close();
  const copy = openTestProfile(folder, now);
  expect(readState(copy, 'one.2')).toEqual(readState(profile, 'one.2'));
  expect(readState(copy, 'one.2').reps).toBe(1);
  expect(checkProfile(copy).faults).toEqual([]);
  expect(checkProfile(profile).faults).toEqual([]);
});

test('the window starts over: all is saved, nothing is left, and the backup leads back', async () => {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.1', 3, now);
  profile.journal.commit(now, [{ type: 'setting', key: 'newPerDay', value: 7 }]);
  const before = readState(profile, 'one.1');
  const backups = createBackupKeeper(profile);
  const saved = await backups.startOver(now);
  expect([...profile.store.log.scan()]).toEqual([]);
  expect(profile.journal.settings().newPerDay).not.toBe(7);
  expect(profile.store.content.activeCards()).toHaveLength(2);
  await backups.restore(saved, now);
  expect(readState(profile, 'one.1')).toEqual(before);
  expect(profile.journal.settings().newPerDay).toBe(7);
});

test('nobody starts over in the middle of a mock interview', () => {
  const profile = openTestProfile(makeFolder(), now);
  createInterviews(profile).start(
    { source: { kind: 'generated', seed: 1, minutes: 35 }, level: 'open', mode: 'practice' },
    now,
  );
  expect(() => createBackupKeeper(profile).startOver(now)).toThrow('A mock interview is open.');
  expect(fs.existsSync(path.join(profile.dir, 'backups'))).toBe(false);
});

test('another profile is opened, or begun in an empty folder; nothing else is taken for one', async () => {
  const profile = openWithCards(now, 1);
  const saved = await createBackupKeeper(profile).create(now);
  const other = openWithCards(now, 1);
  other.close();
  const empty = makeFolder();
  const fresh = path.join(empty, 'Ünïcødé 試し');
  const full = makeFolder();
  fs.writeFileSync(path.join(full, 'mine.txt'), 'mine');
  const elsewhere = path.join(makeFolder(), saved);
  fs.cpSync(path.join(profile.dir, 'backups', saved), elsewhere, { recursive: true });
  for (const folder of [other.dir, empty, fresh]) expect(() => checkAnother(profile, folder)).not.toThrow();
  for (const [folder, message] of [
    [profile.dir, 'open already'],
    [`${profile.dir}/decks/..`, 'open already'],
    [path.join(profile.dir, 'backups', saved), 'part of a profile'],
    [elsewhere, 'part of a profile'],
    [full, 'holds other things'],
  ] as const)
    expect(() => checkAnother(profile, folder)).toThrow(message);
  expect(fs.readdirSync(full)).toEqual(['mine.txt']);
});

test('after a start anew the window’s services work on: nobody keeps what the profile was opened with', async () => {
  const profile = openTestProfile(makeFolder(), now);
  const handlers = createHandlers(profile, makeShell());
  const start = { source: { kind: 'generated', seed: 1, minutes: 12 }, level: 'guided', mode: 'practice' };
  const { saved } = await runHandler(handlers, 'profile:reset', { word: 'reset' }, now);
  for (const [channel, input] of [
    ['mocks:start', start],
    ['mocks:list', {}],
    ['rounds:start', { kind: 'quick' }],
    ['today:get', {}],
    ['stats:get', {}],
    ['backups:list', {}],
  ] as const)
    await runHandler(handlers, channel, input, now);
  expect(saved).toMatch(/-hand$/);
});

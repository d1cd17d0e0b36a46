import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerCall } from '../../../src-main/ipc/answer.ts';
import { createHandlers, runHandler } from '../../../src-main/ipc/handlers.ts';
import type { Channel } from '../../../src-shared/ipc/contract.ts';
import { answer, at, makeFolder, openWithCards } from '../../helpers/profile.ts';
import { makeShell } from '../../helpers/shell.ts';

const now = at('2026-11-24T08:00:00+01:00');

/** The handlers on a profile with an answer, and a system whose dialogs answer with `chosen`. */
function makeRig() {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.1', 3, now);
  const rig = { chosen: null as string | null, restarted: [] as string[] };
  const shell = makeShell({
    chooseFolder: async () => rig.chosen,
    restartOn: dir => rig.restarted.push(dir),
  });
  const handlers = createHandlers(profile, shell);
  const call = (channel: Channel, input: unknown = {}) =>
    answerCall<unknown>(
      () => runHandler(handlers, channel, input, now),
      error => {
        throw error;
      },
    );
  return { profile, rig, call };
}

test('without a folder chosen nothing happens', async () => {
  const { rig, call } = makeRig();
  expect(await call('profile:open-another')).toEqual({ ok: true, value: { opened: null } });
  expect(await call('profile:copy')).toEqual({ ok: true, value: { copy: null } });
  expect(rig.restarted).toEqual([]);
});

test('another folder is what Baseline starts again on, unless it is none', async () => {
  const { profile, rig, call } = makeRig();
  rig.chosen = profile.dir;
  expect(await call('profile:open-another')).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  expect(rig.restarted).toEqual([]);
  rig.chosen = makeFolder();
  expect(await call('profile:open-another')).toEqual({ ok: true, value: { opened: rig.chosen } });
  expect(rig.restarted).toEqual([rig.chosen]);
});

test('a copy is made and then opened; the profile that is open goes on', async () => {
  const { profile, rig, call } = makeRig();
  expect(await call('profile:open-copy')).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  const folder = makeFolder();
  rig.chosen = folder;
  expect(await call('profile:copy')).toMatchObject({ ok: true, value: { copy: { folder } } });
  expect(fs.existsSync(path.join(folder, 'decks', 'one.yaml'))).toBe(true);
  expect(rig.restarted).toEqual([]);
  expect(await call('profile:open-copy')).toEqual({ ok: true, value: {} });
  expect(rig.restarted).toEqual([folder]);
  answer(profile, 'one.2', 3, now);
  // What is in the folder now is not written over.
  expect(await call('profile:copy')).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('is not empty') },
  });
});

test('a reset by its word answers with the backup that leads back', async () => {
  const { profile, call } = makeRig();
  const result = await call('profile:reset', { word: 'reset' });
  const [saved] = fs.readdirSync(path.join(profile.dir, 'backups'));
  expect(result).toEqual({ ok: true, value: { saved } });
  expect([...profile.store.log.scan()]).toEqual([]);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixClock } from '../../../src-main/clock.ts';
import { takeProfileLock } from '../../../src-main/db/lock.ts';
import { openProfile, type Profile } from '../../../src-main/services/profile.ts';
import { readToday } from '../../../src-main/services/today.ts';
import { answer, at, makeFolder, openWithCards } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');
const holder = path.resolve(import.meta.dirname, '../../helpers/lock-holder.ts');

/** A process that holds a folder's lock until it is killed; resolves with what it says. */
async function hold(dir: string, kind: 'app' | 'command'): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(
    process.execPath,
    ['--experimental-transform-types', '--no-warnings', holder, dir, kind],
    {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the holder ended by itself')));
  const [chunk] = await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return { child, says: String(chunk).trim() };
}

function tryOpen(profile: Profile, whenHeld: 'refuse' | 'read'): Profile {
  const { dir, builtInDecks } = profile;
  const second = openProfile({ dir, builtInDecks, clock: fixClock(now), kind: 'command', whenHeld });
  onTestFinished(() => second.close());
  return second;
}

describe('the lock of a profile', () => {
  test('a second writer is refused and told who holds it', async () => {
    const dir = makeFolder();
    const { child, says } = await hold(dir, 'app');
    expect(says).toBe('held');
    expect(takeProfileLock(dir, { pid: 1, kind: 'command' })).toEqual({
      heldBy: { pid: child.pid, kind: 'app' },
    });
    const open = () =>
      openProfile({ dir, builtInDecks: dir, clock: fixClock(now), kind: 'command', whenHeld: 'refuse' });
    expect(open).toThrow(`open in Baseline (process ${child.pid}); nothing was changed`);
  });

  test('a process of its own is refused too, whichever kind it is', async () => {
    const dir = makeFolder();
    const lock = takeProfileLock(dir, { pid: process.pid, kind: 'app' });
    const { says } = await hold(dir, 'app');
    expect(says).toBe(`refused {"pid":${process.pid},"kind":"app"}`);
    if ('release' in lock) lock.release();
    expect((await hold(dir, 'command')).says).toBe('held');
  });

  test('it ends with its holder, even when that is killed', async () => {
    const dir = makeFolder();
    const { child } = await hold(dir, 'app');
    expect('heldBy' in takeProfileLock(dir, { pid: 1, kind: 'app' })).toBe(true);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const lock = takeProfileLock(dir, { pid: 1, kind: 'app' });
    if (!('release' in lock)) throw new Error('the lock outlived its holder');
    lock.release();
    lock.release();
  });

  test('another headless command is waited for, and then named', async () => {
    const dir = makeFolder();
    const { child } = await hold(dir, 'command');
    const lock = takeProfileLock(dir, { pid: 1, kind: 'command' });
    expect(lock).toEqual({ heldBy: { pid: child.pid, kind: 'command' } });
  });
});

describe('a holder that has not said yet what it is', () => {
  test('is waited for', async () => {
    const dir = makeFolder();
    const { child } = await hold(dir, 'command');
    fs.writeFileSync(path.join(dir, 'lock.json'), '');
    // Nothing of this process runs while it waits.
    spawn('sh', ['-c', `sleep 0.3; kill -9 ${child.pid}`]);
    const lock = takeProfileLock(dir, { pid: 1, kind: 'command' });
    if (!('release' in lock)) throw new Error('it was not waited for');
    lock.release();
  });
});

describe('a profile that is held', () => {
  test('can be read, with what its holder has written until now', () => {
    const held = openWithCards(now, 3);
    answer(held, 'one.1', 1, now);
    const reader = tryOpen(held, 'read');
    expect(reader.readOnly).toBe(true);
    expect(readToday(reader, now)).toMatchObject({ answeredToday: 1, counts: { new: 2, learning: 1 } });
    answer(held, 'one.2', 3, now);
    expect(readToday(reader, now).answeredToday).toBe(2);
  });

  test('is read in one state, whatever its holder writes meanwhile', () => {
    const held = openWithCards(now, 3);
    const reader = tryOpen(held, 'read');
    reader.store.readAtOnce(() => {
      expect([...reader.store.log.scan()]).toHaveLength(0);
      answer(held, 'one.1', 3, now);
      expect([...reader.store.states.all()]).toHaveLength(0);
    });
    expect([...reader.store.states.all()]).toHaveLength(1);
  });

  test('cannot be changed through a reader', () => {
    const held = openWithCards(now, 3);
    const reader = tryOpen(held, 'read');
    expect(() => answer(reader, 'one.1', 3, now)).toThrow();
    expect([...held.store.log.scan()]).toEqual([]);
  });

  test('is free again when it is closed', () => {
    const held = openWithCards(now, 1);
    expect(() => tryOpen(held, 'refuse')).toThrow('This profile is open');
    held.close();
    expect(tryOpen(held, 'refuse').readOnly).toBe(false);
  });
});

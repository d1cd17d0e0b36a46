import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { builtInDecks, makeFolder } from '../helpers/profile.ts';

// A bundle of the tests' own, as deep below the decks as the real one, so that no other build is in its way.
const root = path.dirname(builtInDecks);
const bundle = path.join(root, 'out', 'test-cli');
const now = '2026-11-24T08:00:00+01:00';

beforeAll(async () => {
  await build({
    root,
    configFile: path.join(root, 'vite.main.config.ts'),
    logLevel: 'error',
    build: { outDir: bundle, sourcemap: false, rolldownOptions: { input: { cli: 'src-main/cli.ts' } } },
  });
}, 60_000);

type Ended = { exit: number | null; out: string; err: string };

function start(...args: string[]): { ended: Promise<Ended> } {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const child = spawn(process.execPath, [path.join(bundle, 'cli.js'), ...args], { env });
  const all = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { ended: all.then(([[exit], out, err]) => ({ exit, out, err })) };
}

describe('the command line as a process', () => {
  test('prints JSON and nothing else, keeps what it did, and tells by its exit code', async () => {
    const profile = ['--profile', path.join(makeFolder(), 'new', 'profile'), '--now', now];
    const next = await start('next', ...profile, '--json').ended;
    expect(next).toMatchObject({ exit: 0, err: '' });
    const { id } = JSON.parse(next.out);
    const answered = await start('answer', '--card', id, '--rating', 'good', ...profile, '--json').ended;
    expect(answered).toMatchObject({ exit: 0, err: '' });
    expect(JSON.parse(answered.out)).toMatchObject({ id, state: { phase: 'learning' } });
    expect(await start('check', ...profile).ended).toEqual({
      exit: 0,
      out: '1 event, 1 card: 0 faults\n',
      err: '',
    });
    const misuse = await start('answer', '--card', 'no.such', '--rating', 'good', ...profile).ended;
    expect(misuse).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringMatching(/^There is no card “no\.such”/),
    });
  });

  test('two that write at once both have their turn', async () => {
    const profile = ['--profile', makeFolder(), '--now', now];
    await start('today', ...profile).ended;
    const cards = JSON.parse((await start('next', ...profile, '--json').ended).out);
    const both = await Promise.all([
      start('answer', '--card', cards.id, '--rating', 'good', ...profile).ended,
      start('answer', '--card', cards.id, '--rating', 'good', ...profile).ended,
    ]);
    expect(both.map(({ exit, err }) => ({ exit, err }))).toEqual([
      { exit: 0, err: '' },
      { exit: 0, err: '' },
    ]);
    expect((await start('check', ...profile).ended).out).toBe('2 events, 1 card: 0 faults\n');
  });
});

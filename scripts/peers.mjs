import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

// Programs of the same kind, put into a folder that is thrown away: to compare with, no part of the product.

const isWindows = process.platform === 'win32';

/**
 * The Python of a new environment with Anki's package in it, or null.
 *
 * @param {string} folder
 */
export function installAnki(folder) {
  const env = path.join(folder, 'env');
  const bin = path.join(env, isWindows ? 'Scripts' : 'bin');
  const python = path.join(bin, isWindows ? 'python.exe' : 'python');
  const quick = ['--quiet', '--disable-pip-version-check', '--timeout', '10', '--retries', '0'];
  const fine =
    runs(isWindows ? 'python' : 'python3', ['-m', 'venv', env]) &&
    runs(python, ['-m', 'pip', 'install', ...quick, 'anki']) &&
    runs(python, ['-c', 'import anki.collection']);
  return fine ? python : null;
}

/**
 * The folder of Python modules of Debian's package of Mnemosyne, unpacked and not installed, or null. Its library needs
 * none of the packages that its windows need.
 *
 * @param {string} folder
 */
export function unpackMnemosyne(folder) {
  const place = path.join(folder, 'mnemosyne');
  const modules = path.join(place, 'usr', 'lib', 'python3', 'dist-packages');
  fs.mkdirSync(place);
  if (!runs('apt-get', ['download', 'mnemosyne'], place)) return null;
  const file = fs.readdirSync(place).find(name => name.endsWith('.deb'));
  const fine =
    file !== undefined &&
    runs('dpkg-deb', ['-x', file, place], place) &&
    runs('python3', ['-c', 'import mnemosyne.script'], place, modules);
  return fine ? modules : null;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} [cwd]
 * @param {string} [modules] a folder of Python modules
 */
function runs(program, args, cwd, modules = '') {
  const env = { ...process.env, PYTHONPATH: modules };
  return spawnSync(program, args, { cwd, env, timeout: 600_000 }).status === 0;
}

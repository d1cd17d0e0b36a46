import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, Stop } from './run.mjs';

/**
 * A package whose work Baseline contains, with the text of its licence.
 *
 * @typedef {{ name: string, version: string, identifier?: string, text?: string }} Licence
 */

/** Where the licences of everything in a package stand, in one file. */
export const licencesFile = path.join(root, 'out', 'licences.txt');

/**
 * Gathers the licences of what was bundled, which Vite lists beside each part, and of what ships as it is. Stops where
 * a package brings no text: it has to be found before anyone is given the app.
 *
 * @param {readonly string[]} parts names of the bundles below `out/`
 */
export function gatherLicences(parts) {
  const own = { ...readPackage(root), name: 'Baseline' };
  const others = new Map(
    [...parts.flatMap(readBundled), ...findShipped()].map(each => [`${each.name} ${each.version}`, each]),
  );
  const sorted = [...others.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const untold = sorted.filter(({ text }) => !text).map(({ name }) => name);
  if (untold.length > 0) throw new Stop(`No text of a licence was found for ${untold.join(', ')}.`);
  const foreword =
    'Baseline contains the work of others. Below are its own licence and theirs. The licences of Electron and of\n' +
    'Chromium come with them, in the files LICENSE.electron.txt and LICENSES.chromium.html.\n';
  fs.writeFileSync(licencesFile, [foreword, ...[own, ...sorted].map(formatLicence)].join('\n'));
}

/** @param {Licence} licence */
function formatLicence({ name, version, identifier, text }) {
  return `${'-'.repeat(80)}\n${name} ${version} (${identifier ?? 'see below'})\n\n${text?.replaceAll('\r\n', '\n')}\n`;
}

/**
 * @param {string} part
 * @returns {Licence[]}
 */
function readBundled(part) {
  return JSON.parse(fs.readFileSync(path.join(root, 'out', part, 'licences.json'), 'utf8'));
}

/** The packages that are not bundled, and what they bring for this system. */
function findShipped() {
  const { dependencies } = readManifest(root);
  const found = Object.keys(dependencies ?? {}).map(name => path.join(root, 'node_modules', name));
  const native = found.flatMap(folder =>
    Object.keys(readManifest(folder).optionalDependencies ?? {})
      .map(name => path.join(root, 'node_modules', name))
      .filter(part => fs.existsSync(part)),
  );
  return [...found, ...native].map(readPackage);
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license?: string, dependencies?: object, optionalDependencies?: object }}
 */
function readManifest(folder) {
  return createRequire(import.meta.url)(path.join(folder, 'package.json'));
}

/**
 * @param {string} folder
 * @returns {Licence}
 */
function readPackage(folder) {
  const { name, version, license } = readManifest(folder);
  const file = fs.readdirSync(folder).find(entry => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  return {
    name,
    version,
    ...(license === undefined ? {} : { identifier: license }),
    ...(file === undefined ? {} : { text: fs.readFileSync(path.join(folder, file), 'utf8').trim() }),
  };
}

import path from 'node:path';

/**
 * What one source file takes from elsewhere. `target` is a path from the root for a relative import, else the
 * package's name (`node:` and a name for Node's own).
 *
 * @typedef {{ target: string, typeOnly: boolean }} Import
 * @typedef {{ name: string, says: string, allows: (file: string, imported: Import) => boolean }} ImportRule
 * @typedef {{ name: string, says: string, allows: (file: string) => boolean, use: RegExp }} GlobalRule
 */

/** @param {string[]} folders */
const under =
  (...folders) =>
  (/** @type {string} */ file) =>
    folders.some(folder => file === folder || file.startsWith(`${folder}/`));

const isNode = (/** @type {string} */ target) => target.startsWith('node:');
/** A package, as against a file of ours. */
const isPackage = (/** @type {string} */ target) =>
  !under('src-shared', 'src-main', 'src-renderer', 'decks')(target);

const inShared = under('src-shared');
const inRenderer = under('src-renderer');
const inPreload = under('src-main/preload');
const inDb = under('src-main/db');
const inServices = under('src-main/services');
/** The border to the window and to the terminal. */
const inBorder = under('src-main/ipc', 'src-main/commands');
const inMain = under('src-main');
const isShellOnly = under('src-main/main.ts', 'src-main/lifecycle', 'src-main/windows', 'src-main/security');
const isClock = under('src-main/clock.ts');

/**
 * Who may import whom. Each rule is silent on files that it does not speak of.
 *
 * @type {ImportRule[]}
 */
export const importRules = [
  {
    name: 'shared-imports-itself',
    says: 'src-shared imports only itself, zod and ts-fsrs',
    allows: (file, { target }) => !inShared(file) || inShared(target) || ['zod', 'ts-fsrs'].includes(target),
  },
  {
    name: 'renderer-imports-shared',
    says: 'src-renderer imports only itself, src-shared and its libraries: no main process, Node or Electron',
    allows: (file, { target }) =>
      !inRenderer(file) ||
      inRenderer(target) ||
      inShared(target) ||
      (isPackage(target) && !isNode(target) && !['electron', 'better-sqlite3'].includes(target)),
  },
  {
    name: 'preload-imports-names',
    says: 'the preload imports only electron, the names of channels, and types of the contract',
    allows: (file, { target, typeOnly }) =>
      !inPreload(file) ||
      target === 'electron' ||
      target === 'src-shared/ipc/names.ts' ||
      (typeOnly && under('src-shared/ipc')(target)),
  },
  {
    name: 'no-electron-below-handlers',
    says: 'services and the database never import electron',
    allows: (file, { target }) => !(inServices(file) || inDb(file)) || target !== 'electron',
  },
  {
    name: 'only-db-imports-sqlite',
    says: 'only src-main/db imports better-sqlite3 or node:sqlite',
    allows: (file, { target }) => inDb(file) || !['better-sqlite3', 'node:sqlite'].includes(target),
  },
  {
    name: 'db-imports-downwards',
    says: 'the database knows the domain, and nothing of services, borders or windows',
    allows: (file, { target }) => !inDb(file) || !inMain(target) || inDb(target) || isClock(target),
  },
  {
    name: 'services-import-downwards',
    says: 'services know the database and the domain, and nothing of borders or windows',
    allows: (file, { target }) =>
      !inServices(file) || !inMain(target) || inServices(target) || inDb(target) || isClock(target),
  },
  {
    name: 'borders-call-services',
    says: 'handlers and commands call services, never the database, and know no window',
    allows: (file, { target }) => !inBorder(file) || !(inDb(target) || isShellOnly(target)),
  },
  {
    name: 'main-imports-no-renderer',
    says: 'src-main never imports src-renderer',
    allows: (file, { target }) => !inMain(file) || !inRenderer(target),
  },
];

/**
 * Which of the platform's globals may be read where.
 *
 * @type {GlobalRule[]}
 */
export const globalRules = [
  {
    name: 'one-clock',
    says: 'only src-main/clock.ts reads the time; everything else is given it',
    allows: file => isClock(file) || !(inShared(file) || inMain(file)),
    use: /^(Date\.now|new Date(\(\))?|Date\(\)|performance\.now)$/,
  },
  {
    name: 'seeded-randomness',
    says: 'Math.random is used nowhere in src-shared and src-main; randomness has a seed',
    allows: file => !(inShared(file) || inMain(file)),
    use: /^Math\.random$/,
  },
  {
    name: 'shared-is-pure',
    says: 'src-shared uses nothing of the DOM or of Node',
    allows: file => !inShared(file),
    use: /^(window|document|navigator|localStorage|globalThis|process|Buffer|console|fetch|set(Timeout|Interval))[.(]/,
  },
];

/**
 * The name under which rules know what an import names, seen from a file.
 *
 * @param {string} file
 * @param {string} specifier
 */
export function nameTarget(file, specifier) {
  if (specifier.startsWith('.')) {
    return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  }
  if (isNode(specifier)) return specifier;
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

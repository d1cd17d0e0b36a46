import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import { globalRules, importRules, nameTarget } from './import-rules.mjs';
import { main, root } from './run.mjs';

/** @typedef {import('./import-rules.mjs').Import} Import */
/** @typedef {{ file: string, imports: Import[], uses: string[] }} Source */
/** @typedef {{ rule: string, file: string, message: string }} Breach */

/**
 * Every breach of the import rules below a folder that holds src-main, src-renderer and src-shared (or some).
 *
 * @param {string} folder
 * @returns {Breach[]}
 */
export function findBreaches(folder) {
  const sources = ['src-main', 'src-renderer', 'src-shared']
    .filter(name => fs.existsSync(path.join(folder, name)))
    .flatMap(name => listSources(folder, name))
    .map(file => readSource(folder, file));
  return [...sources.flatMap(checkSource), ...findCycles(sources)];
}

/**
 * @param {string} folder
 * @param {string} name
 */
function listSources(folder, name) {
  return fs
    .readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map(file => path.posix.join(name, file.split(path.sep).join('/')))
    .sort();
}

/**
 * @param {string} folder
 * @param {string} file
 * @returns {Source}
 */
function readSource(folder, file) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  /** @type {Source} */
  const source = { file, imports: [], uses: [] };
  visit(program, node => {
    const specifier = node.source?.value ?? node.argument?.value;
    if (
      /^(Import|Export(Named|All))Declaration$|^(TSImportType|ImportExpression)$/.test(node.type) &&
      specifier
    ) {
      const typeOnly = node.type === 'TSImportType' || (node.importKind ?? node.exportKind) === 'type';
      source.imports.push({ target: nameTarget(file, nameBuiltin(specifier)), typeOnly });
    }
    if (/^(Call|New|Member)Expression$/.test(node.type)) {
      source.uses.push(
        text.slice(node.start, node.end).replace(/\s/g, node.type === 'NewExpression' ? ' ' : ''),
      );
    }
  });
  return source;
}

/** @param {string} specifier */
function nameBuiltin(specifier) {
  return builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
}

/**
 * Calls `seen` for each node of a syntax tree, whose shape is the parser's own affair.
 *
 * @param {any} node
 * @param {(node: any) => void} seen
 */
function visit(node, seen) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') seen(node);
  for (const child of Object.values(node)) visit(child, seen);
}

/**
 * @param {Source} source
 * @returns {Breach[]}
 */
function checkSource({ file, imports, uses }) {
  const imported = importRules.flatMap(({ name, says, allows }) =>
    imports
      .filter(each => !allows(file, each))
      .map(({ target }) => ({ rule: name, file, message: `imports ${target}: ${says}` })),
  );
  const used = globalRules
    .filter(({ allows }) => !allows(file))
    .flatMap(({ name, says, use }) =>
      uses
        .filter(text => use.test(text))
        .map(text => ({ rule: name, file, message: `uses ${text}: ${says}` })),
    );
  return [...imported, ...used];
}

/**
 * Each circle of imports once, named by its first file.
 *
 * @param {Source[]} sources
 * @returns {Breach[]}
 */
function findCycles(sources) {
  const graph = new Map(sources.map(({ file, imports }) => [file, imports.map(({ target }) => target)]));
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {Breach[]} */
  const breaches = [];
  const walk = (/** @type {string} */ file, /** @type {string[]} */ way) => {
    const start = way.indexOf(file);
    if (start >= 0) {
      const circle = [...way.slice(start), file].join(' → ');
      breaches.push({ rule: 'no-cycles', file, message: `imports itself in a circle: ${circle}` });
    } else if (!done.has(file)) {
      for (const target of graph.get(file) ?? []) walk(target, [...way, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) walk(file, []);
  return breaches;
}

if (import.meta.filename === process.argv[1]) {
  await main(async () => {
    const breaches = findBreaches(root);
    for (const { rule, file, message } of breaches) console.error(`${file} ${message} (${rule})`);
    return breaches.length === 0 ? 0 : 1;
  });
}

import { isMap, isScalar, isSeq, LineCounter, type Node } from 'yaml';
import type { z } from 'zod';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import { readYaml } from './yaml-text.ts';

/** A file's content, and the line on which each part of it stands. */
export type Placed = { at: (path: readonly PropertyKey[]) => number | null; content: unknown };

/** Reads YAML with the place of each value; what is not YAML is one fault. */
export function parseYaml(file: string, text: string): Placed | { faults: DeckFault[] } {
  const lines = new LineCounter();
  const document = readYaml(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    return {
      faults: [
        {
          file,
          line,
          field: null,
          message: `not valid ${nameFormat(file)}: ${error.message}`,
          repairable: false,
        },
      ],
    };
  }
  const lineOf = (node: Node | null | undefined): number | null =>
    node?.range ? lines.linePos(node.range[0]).line : null;
  try {
    return {
      content: document.toJS({ maxAliasCount: 100 }),
      at: path => findLine(document.contents, path, lineOf),
    };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { faults: [{ file, line: null, field: null, message, repairable: false }] };
  }
}

/** JSON is read as the YAML that it is; who wrote it wants to hear of JSON. */
const nameFormat = (file: string): string => (file.toLowerCase().endsWith('.json') ? 'JSON' : 'YAML');

/** The line of the deepest node on a path that exists in the file. */
function findLine(
  root: Node | null,
  path: readonly PropertyKey[],
  lineOf: (node: Node | null) => number | null,
): number | null {
  let node: unknown = root;
  let line = lineOf(root);
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(item => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      if (isScalar(pair.key)) line = lineOf(pair.key) ?? line;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      if (isMap(node) || isSeq(node) || isScalar(node)) line = lineOf(node) ?? line;
    } else break;
  }
  return line;
}

/** The faults that a schema found, each with the line and the field it stands in; `base` is where it was applied. */
export function listFaults(
  file: string,
  error: z.ZodError,
  parsed: Placed,
  base: readonly PropertyKey[],
): DeckFault[] {
  return error.issues.flatMap(issue => {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => placeFault(file, parsed, [...path, key], 'is not a field here', false));
    }
    const value = readAt(parsed.content, path);
    const missing = value === undefined;
    const repairable = missing && base.length > 0 && issue.path.length === 1 && issue.path[0] === 'id';
    return [placeFault(file, parsed, path, missing ? 'is missing' : describeIssue(issue, value), repairable)];
  });
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'fields with values',
  array: 'a list',
  string: 'a text; put quotes around it',
  number: 'a number',
  boolean: 'true or false',
};

/** How zod begins the messages that are its own. */
const ownWords = /^(Invalid|Too (small|big))/;

/** An issue in words; those that a schema words itself stay as they are. */
function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  if (!ownWords.test(issue.message)) return issue.message;
  if (value === null) return 'is empty';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      if ('options' in issue && issue.options)
        return `must be one of ${issue.options.map(String).join(', ')}`;
      return 'has a form that is not known here; decks/README.md shows those that are';
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'too_small':
      if (issue.origin === 'number') return `must be at least ${issue.minimum}`;
      return issue.minimum === 1 ? 'is empty' : `needs at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'number'
        ? `must be at most ${issue.maximum}`
        : `has more than ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** A fault with the line that it stands on. */
export function placeFault(
  file: string,
  parsed: Placed,
  path: readonly PropertyKey[],
  message: string,
  repairable: boolean,
): DeckFault {
  const field = path.length > 0 ? formatPath(path) : null;
  return { file, line: parsed.at(path), field, message, repairable };
}

function readAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === String(key))?.[1];
  }
  return value;
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

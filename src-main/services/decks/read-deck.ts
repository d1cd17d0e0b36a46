import { createHash } from 'node:crypto';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  builtInRequired,
  type Card,
  cardSchema,
  type Default,
  deckHeadSchema,
  defaultsFileSchema,
} from '../../../src-shared/domain/deck/card-schema.ts';
import { checkScenario } from '../../../src-shared/domain/scenario/check.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';

/** A deck as its file holds it: the cards that are sound, and the faults of the others. */
export type ReadDeck = {
  deck: { id: string; title: string; topic: string } | null;
  cards: { card: Card; line: number }[];
  faults: DeckFault[];
};

type Position = { at: (path: readonly PropertyKey[]) => number | null; content: unknown };

/**
 * Reads a deck's text. A faulty card is left out and listed with file, line and field; the others are kept.
 * `builtIn` asks for the fields that built-in cards must have.
 */
export function readDeck(file: string, text: string, options: { builtIn: boolean }): ReadDeck {
  const parsed = parseYaml(file, text);
  if ('faults' in parsed) return { deck: null, cards: [], faults: parsed.faults };
  const head = deckHeadSchema.safeParse(parsed.content);
  if (!head.success) return { deck: null, cards: [], faults: listFaults(file, head.error, parsed, []) };
  const cards: ReadDeck['cards'] = [];
  const faults: DeckFault[] = [];
  for (const [index, raw] of head.data.cards.entries()) {
    const base = ['cards', index];
    const result = cardSchema.safeParse(raw);
    if (!result.success) {
      faults.push(...listFaults(file, result.error, parsed, base));
      continue;
    }
    if (result.data.kind === 'scenario') {
      const found = checkScenario(result.data);
      faults.push(
        ...found.map(({ path, message }) => placeFault(file, parsed, [...base, ...path], message, false)),
      );
      if (found.length > 0) continue;
    }
    const missing = options.builtIn ? findMissing(result.data) : [];
    for (const field of missing) {
      faults.push(placeFault(file, parsed, [...base, field], 'is missing', false));
    }
    if (missing.length === 0) cards.push({ card: result.data, line: parsed.at(base) ?? 1 });
  }
  return { deck: { id: head.data.deck, title: head.data.title, topic: head.data.topic }, cards, faults };
}

/** Reads the file of the defaults; any fault in it is a fault of the whole. */
export function readDefaults(file: string, text: string): { defaults: Default[]; faults: DeckFault[] } {
  const parsed = parseYaml(file, text);
  if ('faults' in parsed) return { defaults: [], faults: parsed.faults };
  const result = defaultsFileSchema.safeParse(parsed.content);
  if (!result.success) return { defaults: [], faults: listFaults(file, result.error, parsed, []) };
  return { defaults: result.data.defaults, faults: [] };
}

/** Fingerprint of a text or of a card's content. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function findMissing(card: Card): string[] {
  const needed =
    card.kind === 'scenario' ? builtInRequired.all : [...builtInRequired.all, ...builtInRequired.written];
  return needed.filter(field => !(field in card));
}

function parseYaml(file: string, text: string): Position | { faults: DeckFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = lines.linePos(error.pos[0]).line;
    return {
      faults: [{ file, line, field: null, message: `not valid YAML: ${error.message}`, repairable: false }],
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

function listFaults(
  file: string,
  error: z.ZodError,
  parsed: Position,
  base: readonly PropertyKey[],
): DeckFault[] {
  return error.issues.map(issue => {
    const path = [...base, ...issue.path];
    const missing = readAt(parsed.content, path) === undefined;
    const repairable = missing && base.length > 0 && issue.path.length === 1 && issue.path[0] === 'id';
    return placeFault(file, parsed, path, missing ? 'is missing' : issue.message, repairable);
  });
}

/** A fault with the line that it stands on. */
function placeFault(
  file: string,
  parsed: Position,
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

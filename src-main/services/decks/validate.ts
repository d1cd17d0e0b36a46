import fs from 'node:fs';
import path from 'node:path';
import type { Card, CardKind } from '../../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import { type ReadDeck, readDeck, readDefaults } from './read-deck.ts';
import { isDeckFile, readDeckFile } from './read-file.ts';

/** What a validation went through and found. */
export type DeckReport = {
  files: number;
  cards: number;
  kinds: Record<CardKind, number>;
  defaults: Record<string, number>;
  faults: Omit<DeckFault, 'repairable'>[];
};

type Placed = { card: Card; line: number; file: string };

/**
 * Validates a deck's file, or all of a folder. A folder that holds the defaults is taken as the built-in one: its
 * cards need all fields, twins and defaults that exist, and no two may ask the same in the same direction. Throws
 * a ProblemError where there is no deck file to validate.
 */
export function validateDecks(target: string): DeckReport {
  const folder = fs.statSync(target).isDirectory() ? target : path.dirname(target);
  const defaultsPath = path.join(folder, 'defaults.yaml');
  const builtIn = fs.existsSync(defaultsPath);
  const all = fs
    .readdirSync(folder)
    .filter(isDeckFile)
    .map(name => path.join(folder, name))
    .sort();
  const asked = all.filter(file => folder === target || file === target);
  if (asked.length === 0) {
    throw new ProblemError(
      'invalid',
      `There is no deck in ${target}.`,
      'Name a .yaml file, or a folder with some.',
    );
  }

  const faults: DeckFault[] = [];
  const reads = new Map<string, ReadDeck>();
  for (const file of all) {
    if (file === defaultsPath) continue;
    const { text, problem } = readDeckFile(file);
    if (text === null) {
      faults.push({ file, line: null, field: null, message: problem, repairable: false });
      continue;
    }
    const read = readDeck(file, text, { builtIn });
    reads.set(file, read);
    faults.push(...read.faults);
  }
  const cards = [...reads].flatMap(([file, read]) => read.cards.map(placed => ({ ...placed, file })));
  if (builtIn) {
    const { defaults, faults: found } = readDefaults(defaultsPath, fs.readFileSync(defaultsPath, 'utf8'));
    faults.push(...found, ...findDangling(cards, new Set(defaults.map(({ id }) => id))));
  }
  faults.push(...findRepeated(cards, 'id'), ...findRepeated(cards, 'tests'));

  const counted = cards.filter(({ file }) => asked.includes(file));
  const kinds = { basic: 0, cloze: 0, choice: 0, number: 0, contrast: 0, scenario: 0 };
  for (const { card } of counted) kinds[card.kind]++;
  const defaults: Record<string, number> = {};
  for (const { card } of counted)
    if (card.default) defaults[card.default] = (defaults[card.default] ?? 0) + 1;
  return {
    files: asked.length,
    cards: counted.length,
    kinds,
    defaults,
    faults: faults
      .filter(({ file }) => asked.includes(file))
      .map(({ repairable: _repairable, ...fault }) => fault),
  };
}

function findRepeated(cards: readonly Placed[], field: 'id' | 'tests'): DeckFault[] {
  const seen = new Map<string, Placed>();
  return cards.flatMap(placed => {
    const value = placed.card[field];
    if (value === undefined) return [];
    const first = seen.get(value);
    if (first)
      return [
        fault(placed, field, `“${value}” stands already in ${path.basename(first.file)}, line ${first.line}`),
      ];
    seen.set(value, placed);
    return [];
  });
}

function findDangling(cards: readonly Placed[], defaults: ReadonlySet<string>): DeckFault[] {
  const ids = new Set<string>(cards.map(({ card }) => card.id));
  return cards.flatMap(placed => {
    const { card } = placed;
    const found: DeckFault[] = [];
    if (card.default && !defaults.has(card.default))
      found.push(fault(placed, 'default', `there is no default “${card.default}”`));
    if (card.twin && !ids.has(card.twin))
      found.push(fault(placed, 'twin', `there is no card “${card.twin}”`));
    if (card.twin === card.id) found.push(fault(placed, 'twin', 'a card is not its own twin'));
    return found;
  });
}

function fault({ file, line }: Placed, field: string, message: string): DeckFault {
  return { file, line, field, message, repairable: false };
}

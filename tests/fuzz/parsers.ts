import type { FuzzedParser } from './fuzzed.ts';
import { deckParsers } from './parsers/decks.ts';
import { exportParsers } from './parsers/exports.ts';
import { packageParsers } from './parsers/packages.ts';
import { textParsers } from './parsers/texts.ts';

/** Every parser of the product: whatever reads what was not made by the running program itself. */
export const parsers: readonly FuzzedParser[] = [
  ...deckParsers,
  ...exportParsers,
  ...packageParsers,
  ...textParsers,
];

import type { FuzzedParser } from './fuzzed.ts';
import { borderParsers } from './parsers/borders.ts';
import { deckParsers } from './parsers/decks.ts';
import { exportParsers } from './parsers/exports.ts';
import { packageParsers } from './parsers/packages.ts';
import { pageParsers } from './parsers/pages.tsx';
import { profileParsers } from './parsers/profiles.ts';
import { textParsers } from './parsers/texts.ts';
import { wordParsers } from './parsers/words.ts';

/** Every parser of the product: whatever reads what was not made by the running program itself. */
export const parsers: readonly FuzzedParser[] = [
  ...deckParsers,
  ...textParsers,
  ...packageParsers,
  ...exportParsers,
  ...profileParsers,
  ...borderParsers,
  ...wordParsers,
  ...pageParsers,
];

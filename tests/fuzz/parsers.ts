import type { FuzzedParser } from './fuzzed.ts';
import { deckParsers } from './parsers/decks.ts';

/** Every parser of the product: whatever reads what was not made by the running program itself. */
export const parsers: readonly FuzzedParser[] = [...deckParsers];

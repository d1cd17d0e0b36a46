import * as caching from './caching.ts';
import * as communication from './communication.ts';
import * as consistency from './consistency.ts';
import type { Examples } from './example.ts';
import * as scaling from './scaling.ts';
import * as storage from './storage.ts';

/** The worked examples of every decision. */
export const allExamples: readonly Examples[] = [
  communication,
  storage,
  caching,
  scaling,
  consistency,
].flatMap(group => Object.values(group));

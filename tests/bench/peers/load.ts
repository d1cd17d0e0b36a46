import fs from 'node:fs';
import path from 'node:path';
import { buildCollection, usualBegin } from '../collection.ts';
import type { Side } from './sides.ts';

const DAY_MS = 86_400_000;
/** The person comes back after so many days, so that at every size enough is due to answer. */
const awayDays = 14;

/**
 * Builds a collection up to two weeks ago, since the others read the clock themselves, and gives it to all as a package
 * for Anki; ours and the floor have it as it is. Answers with words to search for.
 */
export async function loadPeers(sides: readonly Side[], folder: string, cards: number): Promise<string[]> {
  const size = { cards, reviews: cards * 10 };
  // How many days it takes is only known afterwards, and is the same whenever it begins.
  const trial = path.join(folder, 'trial');
  const { now } = buildCollection(trial, size);
  fs.rmSync(trial, { recursive: true });
  const days = Math.floor((Date.now() - now.atMs) / DAY_MS) - awayDays;
  const own = path.join(folder, 'own');
  buildCollection(own, size, { ...usualBegin, atMs: usualBegin.atMs + days * DAY_MS });
  const file = path.join(folder, 'all.apkg');
  for (const side of sides) {
    const { about } = await side.load(side.isPeer ? path.join(folder, side.name) : own, file);
    console.error(`${side.name}, ${cards} cards: ${about}`);
  }
  return chooseWords(path.join(own, 'decks'));
}

/**
 * Five words, from frequent to rare. None is part of another word, so that whoever looks for the beginnings of words
 * finds the same cards as whoever looks for letters anywhere.
 */
function chooseWords(decks: string): string[] {
  const counts = new Map<string, number>();
  for (const name of fs.readdirSync(decks)) {
    const text = fs.readFileSync(path.join(decks, name), 'utf8');
    for (const [word] of text.matchAll(/[a-z]{8,}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const all = frequent.join(' ');
  const alone = frequent.filter(word => all.split(word).length === 2);
  return [0, 4, 16, 64, 256].flatMap(place => alone[place] ?? []);
}

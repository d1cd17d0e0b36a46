import fs from 'node:fs';
import { hashText } from './read-deck.ts';

/** A deck file's text with its fingerprint, or why it cannot be read (which then stands for the fingerprint). */
export type DeckText =
  | { text: string; hash: string; problem: null }
  | { text: null; hash: string; problem: string };

/**
 * Part of every fingerprint. To be raised whenever the card's schema, or what is stored beside a card, changes:
 * what an earlier version made of a file is then read anew.
 */
const readerVersion = 2;

/** Largest deck file that is read, in bytes. */
const largestDeckFile = 20_000_000;

/** True for the name of a file that is taken as a deck. */
export function isDeckFile(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Reads a deck file as it is. Never throws: whatever is wrong with the file is a fault to be listed. */
export function readDeckFile(file: string): DeckText {
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile()) return refuse('is not a file');
    if (stat.size > largestDeckFile) return refuse(`is larger than ${largestDeckFile / 1e6} MB`);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(file));
    return { text, hash: hashDeckText(text), problem: null };
  } catch (error) {
    return refuse(error instanceof TypeError ? 'is not UTF-8 text' : 'cannot be read');
  }
}

/** Whether a deck file still has the fingerprint that it was read with. Never throws: one that cannot be read has not. */
export function hasHash(file: string, hash: string): boolean {
  try {
    const stat = fs.statSync(file);
    // As it lies on the disk: to make a text of it takes longer than all else of a start.
    return (
      stat.isFile() &&
      stat.size <= largestDeckFile &&
      hashText(Buffer.concat([Buffer.from(`${readerVersion} `), fs.readFileSync(file)])) === hash
    );
  } catch {
    return false;
  }
}

/** The fingerprint of a deck file that holds this text. */
export function hashDeckText(text: string): string {
  return hashText(`${readerVersion} ${text}`);
}

function refuse(problem: string): DeckText {
  return { text: null, hash: problem, problem };
}

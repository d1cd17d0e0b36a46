import fs from 'node:fs';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { hashText } from './read-deck.ts';

/** A deck file's text with its fingerprint, or why it cannot be read (which then stands for the fingerprint). */
export type DeckText =
  | { text: string; hash: string; problem: null }
  | { text: null; hash: string; problem: string };

/**
 * Part of every fingerprint and stamp. To be raised whenever the card's schema, or what is stored beside a card, changes:
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

/** Times of a file system may be as coarse as this; within it, two changes of a file can look like one. */
const coarsestMs = 2_000;

/**
 * What the file system says of a file that changes whenever the file does: length, times, number. Null for what is no
 * file, and for one that changed so lately that a further change might not show.
 */
export function stampFile(file: string, { atMs }: Instant): string | null {
  const stat = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile()) return null;
  const isSettled = [stat.mtimeMs, stat.ctimeMs].every(changedMs => Number(changedMs) < atMs - coarsestMs);
  return isSettled ? [readerVersion, stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino].join(' ') : null;
}

/** The fingerprint of a deck file that holds this text. */
export function hashDeckText(text: string): string {
  return hashText(`${readerVersion} ${text}`);
}

function refuse(problem: string): DeckText {
  return { text: null, hash: problem, problem };
}

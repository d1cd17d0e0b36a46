import fs from 'node:fs';
import path from 'node:path';
import { type Card, cardSchema } from '../../../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { hashText } from '../../decks/read-deck.ts';
import { slugDeck } from '../deck-slug.ts';
import type { Incoming } from '../incoming.ts';
import { createReport } from '../left-out.ts';

/** Two sides in Markdown as a text file holds them, with the line on which they begin. */
export type TextCard = { line: number; front: string; back: string; tags: string[] };
export type TextDeck = { title: string | null; cards: TextCard[] };

/** Largest text file that is read, in bytes, and the most cards of one. */
const largest = { bytes: 20_000_000, cards: 50_000 };

const hint = 'Nothing was changed.';

/** Reads a text file. Throws a ProblemError where it is too large or not text in UTF-8. */
export function readTextFile(file: string): string {
  const name = path.basename(file);
  if (fs.statSync(file).size > largest.bytes)
    throw new ProblemError('invalid', `${name} is larger than ${largest.bytes / 1e6} MB.`, hint);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file));
    if (text.includes('\0')) throw new TypeError('holds zero bytes');
    return text.replaceAll('\r\n', '\n');
  } catch {
    throw new ProblemError('invalid', `${name} is not text in UTF-8.`, 'Save it as UTF-8 and try again.');
  }
}

/**
 * Makes a deck of a text file's cards. A card's id comes from its front, so that the same file read again has the
 * same cards. A front with `{{gaps}}` and no back is a gap card.
 */
export function makeDeck(file: string, source: string, { title, cards }: TextDeck): Incoming {
  if (cards.length === 0)
    throw new ProblemError(
      'invalid',
      `${path.basename(file)} holds no cards.`,
      'decks/README.md tells the formats.',
    );
  if (cards.length > largest.cards)
    throw new ProblemError('invalid', `${path.basename(file)} has more than ${largest.cards} cards.`, hint);
  const name = path.basename(file, path.extname(file));
  const id = slugDeck(source, name);
  const report = createReport();
  const made = new Map<string, Card>();
  for (const { line, front, back, tags } of cards) {
    const cardId = `${id}.${hashText(front.trim()).slice(0, 12)}`;
    if (made.has(cardId)) {
      report.add('Cards with the front of an earlier one were left out.', `line ${line}`);
      continue;
    }
    const common = { id: cardId, ...(tags.length > 0 ? { tags } : {}) };
    const card = cardSchema.safeParse(
      back.trim() === '' && front.includes('{{')
        ? { ...common, kind: 'cloze', text: front }
        : { ...common, kind: 'basic', ask: front, answer: back },
    );
    if (card.success) made.set(cardId, card.data);
    else report.add(`Cards were left out: ${describeFault(card.error.issues[0])}.`, `line ${line}`);
    if (/!\[[^\]]*\]\(/.test(front + back))
      report.add(
        'Pictures beside a text file stay behind; put them into the profile’s media folder.',
        `line ${line}`,
      );
  }
  const deck = {
    id,
    title: (title ?? name).trim().slice(0, 200) || id,
    topic: id,
    cards: [...made.values()],
  };
  return { decks: [deck], progress: [], media: [], leftOut: report.list() };
}

const sides: Readonly<Record<string, string>> = {
  ask: 'the front',
  answer: 'the back',
  text: 'the text',
  tags: 'a tag',
};

function describeFault(issue: { path: PropertyKey[]; message: string } | undefined): string {
  const field = String(issue?.path[0] ?? '');
  return `${sides[field] ?? field} ${issue?.message ?? 'is not understood'}`;
}

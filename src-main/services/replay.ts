import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { parseRating, type Rating } from '../../src-shared/domain/rating.ts';
import { type Instant, parseInstant } from '../../src-shared/domain/study-day.ts';
import { readSystemOffset } from '../clock.ts';
import { findCard, seedCard } from './card-views.ts';
import type { Profile } from './profile.ts';
import { type Answer, answerCard } from './review.ts';

/** One answer of a history. */
export type HistoryLine = { line: number; cardId: CardId; rating: Rating; at: Instant; takenMs: number };

const historyHint = 'The first line names the columns: card,rating,at. Nothing was changed.';

const columns = z.object({ card: z.string(), rating: z.string(), at: z.string() });
const takenMsSchema = z.object({
  taken_ms: z.coerce.number().int().min(0).max(86_400_000).default(0),
});

/**
 * Reads a history: CSV with the columns `card`, `rating` (a name or 1 to 4), `at` (ISO 8601; without an offset, the
 * system's zone) and, where it is known, `taken_ms`. Throws a ProblemError that names the line of the first fault.
 */
export function readHistory(profile: Profile, csv: string): HistoryLine[] {
  return readRows(csv).map(({ row, line }) => {
    const fields = columns.safeParse(row);
    if (!fields.success)
      throw new ProblemError('invalid', `Line ${line}: needs the columns card, rating and at.`, historyHint);
    const rating = parseRating(fields.data.rating);
    if (rating === null)
      throw new ProblemError(
        'invalid',
        `Line ${line}: “${fields.data.rating}” is not a rating.`,
        'Use again, hard, good, easy or 1 to 4.',
      );
    const at = parseInstant(fields.data.at, readSystemOffset);
    if (at === null)
      throw new ProblemError(
        'invalid',
        `Line ${line}: “${fields.data.at}” is not a moment.`,
        'Write it as 2026-11-24T08:00:00+01:00.',
      );
    const taken = takenMsSchema.safeParse(row);
    if (!taken.success)
      throw new ProblemError(
        'invalid',
        `Line ${line}: taken_ms is not a time in whole milliseconds.`,
        'Write it as 5000 for five seconds.',
      );
    const { card } = nameLine(line, () => findCard(profile, fields.data.card));
    return { line, cardId: card.cardId, rating, at, takenMs: taken.data.taken_ms };
  });
}

/** Applies a history at its own times, an action each, in one transaction: all of it or nothing. */
export function applyHistory(profile: Profile, lines: readonly HistoryLine[]): number {
  profile.store.transact(() => {
    for (const { line, cardId, rating, at, takenMs } of lines) {
      const { state } = findCard(profile, cardId);
      const answer: Answer = {
        session: { kind: 'today' },
        cardId,
        rating,
        surfaceSeed: seedCard(profile, cardId, state, at),
        takenMs,
        response: null,
        confidence: null,
      };
      nameLine(line, () => answerCard(profile, answer, at));
    }
  });
  return lines.length;
}

/** Adds the line to a problem of one line. */
function nameLine<T>(line: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.code, `Line ${line}: ${error.message}`, error.hint);
  }
}

function readRows(csv: string): { row: unknown; line: number }[] {
  if (csv.trim() === '') checkHeader([]);
  try {
    const rows: { record: unknown; info: { lines: number } }[] = parse(csv, {
      columns: checkHeader,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
    });
    return rows.map(({ record, info }) => ({ row: record, line: info.lines }));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ProblemError('invalid', `The log is not valid CSV: ${message}`, historyHint);
  }
}

function checkHeader(header: string[]): string[] {
  const missing = Object.keys(columns.shape).filter(column => !header.includes(column));
  if (missing.length === 0) return header;
  throw new ProblemError('invalid', `Line 1: the column ${missing.join(', ')} is missing.`, historyHint);
}

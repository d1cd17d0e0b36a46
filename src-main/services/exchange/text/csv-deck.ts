import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import type { TextDeck } from './text-deck.ts';

const separators = ['\t', ';', ','];

/** The names of columns that are read. */
const columnNames = ['front', 'back', 'tags'];

/** How each of the tables that Baseline itself writes begins: they hold figures, and no cards to learn. */
const ownTables = ['at,study_date,card_id', 'card_id,card,deck', 'attempt_id,mock,prompt_id'];

/**
 * Reads CSV or TSV (RFC 4180): a first line that names the columns `front`, `back` and, if wanted, `tags` (parted by
 * blanks or commas); without such a line the columns are taken in that order. What parts the columns is seen from
 * the first line. Throws a ProblemError where it is not valid.
 */
export function readCsvDeck(text: string): TextDeck {
  const rows = readRows(text);
  const [first] = rows;
  const header = first?.record.map(name => name.trim().toLowerCase()) ?? [];
  if (ownTables.includes(header.slice(0, 3).join(','))) {
    throw new ProblemError(
      'invalid',
      'This is a table that Baseline wrote, and holds no cards to learn.',
      'Bring in the export of everything (.json) instead. Nothing was changed.',
    );
  }
  const hasHeader = header.includes('front') && header.includes('back');
  const columns = hasHeader ? header : columnNames;
  const place = (name: string): number => columns.indexOf(name);
  return {
    title: null,
    cards: rows.slice(hasHeader ? 1 : 0).map(({ record, line }) => {
      const value = (name: string): string => record[place(name)] ?? '';
      return {
        line,
        front: value('front').trim(),
        back: value('back').trim(),
        tags: value('tags')
          .split(/[\s,]+/)
          .filter(Boolean),
      };
    }),
  };
}

/** What csv-parse makes of a line with `info`; its types do not say so. */
const infoRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function readRows(text: string): { record: string[]; line: number }[] {
  const firstLine = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const count = (separator: string): number => firstLine.split(separator).length;
  const [delimiter = ','] = separators.toSorted((a, b) => count(b) - count(a));
  try {
    let line = 1;
    const rows: unknown = parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
    });
    return infoRows.parse(rows).map(({ record, info }) => {
      // csv-parse tells the last line of a record.
      const from = line;
      line = info.lines + 1;
      return { record, line: from };
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ProblemError('invalid', `This is not valid CSV: ${message}.`, 'Nothing was changed.');
  }
}

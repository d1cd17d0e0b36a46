import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { type CsvSource, type CsvTable, csvTables, openCsvSource } from '../../../db/csv-source.ts';
import type { Watch } from '../watch.ts';
import { explainWriteError, writeWhole } from '../whole-file.ts';
import { writeZip } from '../write-zip.ts';

/** What is written out, and where: a folder, or a zip where the name ends so. Plain values: it is written in a worker. */
export type CsvTask = { out: string; database: string };
export type WrittenCsv = Record<CsvTable, number>;

const rowsPerPiece = 500;

/**
 * Writes reviews, cards and mocks as tables: RFC 4180, UTF-8, and no cell that a spreadsheet takes for a formula.
 * Either all three are there in the end, or what was there before. Throws a ProblemError where that cannot be.
 */
export async function writeCsv({ out, database }: CsvTask, watch: Watch): Promise<WrittenCsv> {
  const source = openCsvSource(database);
  let staging: string | null = null;
  try {
    // On the disk of the tables, so that they can be moved; of a name that nothing has, since what stands beside them
    // is the person's own.
    const isFolder = fs.statSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
    const beside = isFolder ? out : path.dirname(out);
    staging = fs.mkdtempSync(path.join(beside, `.${path.basename(out)}.`));
    const folder = staging;
    const counts = csvTables.map(table => [table, writeTable(source, table, folder, watch)] as const);
    if (path.extname(out).toLowerCase() === '.zip') await zipTables(folder, out);
    else moveTables(folder, out);
    return Object.fromEntries(counts) as WrittenCsv;
  } catch (error) {
    throw explainWriteError(error, out);
  } finally {
    source.close();
    if (staging !== null) fs.rmSync(staging, { recursive: true, force: true });
  }
}

function writeTable(source: CsvSource, table: CsvTable, folder: string, watch: Watch): number {
  const handle = fs.openSync(path.join(folder, `${table}.csv`), 'w', 0o600);
  try {
    fs.writeFileSync(handle, writeRows([source.columns(table)]));
    let count = 0;
    let piece: unknown[][] = [];
    const flush = (): void => {
      watch.check();
      fs.writeFileSync(handle, writeRows(piece));
      piece = [];
    };
    for (const row of source.rows(table)) {
      count++;
      piece.push(Object.values(row).map(cleanCell));
      if (piece.length >= rowsPerPiece) flush();
    }
    flush();
    fs.fsyncSync(handle);
    return count;
  } finally {
    fs.closeSync(handle);
  }
}

const writeRows = (rows: readonly (readonly unknown[])[]): string =>
  stringify(
    [...rows].map(row => [...row]),
    { record_delimiter: 'windows', escape_formulas: true },
  );

/** Without what no table can hold: NUL, and halves of letters. A line feed in front is one that the library lets pass. */
function cleanCell(value: string | number | null): string | number | null {
  if (typeof value !== 'string') return value;
  const text = value.replaceAll('\0', '').toWellFormed();
  return text.startsWith('\n') ? `'${text}` : text;
}

function zipTables(folder: string, out: string): Promise<void> {
  const parts = csvTables.map(table => ({
    name: `${table}.csv`,
    content: path.join(folder, `${table}.csv`),
  }));
  return writeWhole(out, temporary => writeZip(temporary, parts));
}

function moveTables(folder: string, out: string): void {
  if (fs.existsSync(out) && !fs.statSync(out).isDirectory()) {
    throw new ProblemError('invalid', `${out} is a file.`, 'Name a folder for the three tables, or a .zip.');
  }
  const undo: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    fs.renameSync(from, to);
    undo.unshift(() => fs.renameSync(to, from));
  };
  try {
    if (!fs.existsSync(out)) {
      fs.mkdirSync(out, { mode: 0o700 });
      undo.unshift(() => fs.rmdirSync(out));
    }
    for (const table of csvTables) {
      const file = path.join(out, `${table}.csv`);
      // A folder of that name stays where it is, and stops the export.
      if (fs.statSync(file, { throwIfNoEntry: false })?.isFile())
        move(file, path.join(folder, `${table}.old`));
      move(path.join(folder, `${table}.csv`), file);
    }
  } catch (error) {
    for (const back of undo) back();
    throw error;
  }
}

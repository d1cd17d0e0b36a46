import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type ExportSource, openExportSource } from '../../../db/export-source.ts';
import { largestImage, recogniseImage } from '../../media.ts';
import { writeCanonical } from '../../own/canonical.ts';
import type { Register } from '../../own/register.ts';
import { nameCardEntry, nameDeckEntry, readRegister, writeCardText, writeDeckText } from '../../own/texts.ts';
import { createReport, type LeftOut } from '../left-out.ts';
import type { Watch } from '../watch.ts';
import { formatVersion } from './format.ts';

/** What is written out, and where. Plain values: it is written in a worker. */
export type JsonTask = { file: string; database: string; mediaFolder: string };
export type WrittenJson = { events: number; cards: number; pictures: number; leftOut: LeftOut[] };

/** How many events are written between two looks at whether it is still wanted. */
const eventsPerLook = 1000;

/**
 * Writes everything that cannot be derived: the log, the person's own cards and decks with what a merge needs of their
 * edits, and their pictures. The same state gives the same bytes; one line an item, so that memory does not grow.
 */
export function writeJson({ file, database, mediaFolder }: JsonTask, watch: Watch): WrittenJson {
  const report = createReport();
  const source = openExportSource(database);
  const lines = openLines(file);
  try {
    const registers = source.registers();
    const cards = source.ownCards().map(({ card, deck }) => {
      const register = readRegister(registers.get(nameCardEntry(card.id)), writeCardText(deck, card));
      return writeEntry(card.id, register);
    });
    const decks = source.ownDecks().map(({ id, ...head }) => {
      return writeEntry(id, readRegister(registers.get(nameDeckEntry(id)), writeDeckText(head)));
    });
    lines.write(`{"baseline":${formatVersion},`);
    lines.writeList('cards', cards);
    lines.write(',');
    lines.writeList('decks', decks);
    lines.write(',');
    const events = lines.writeList('events', watched(source, watch));
    lines.write(',');
    const pictures = lines.writeList('pictures', listPictures(mediaFolder, report));
    lines.write('}\n');
    return { events, cards: cards.length, pictures, leftOut: report.list() };
  } finally {
    lines.close();
    source.close();
  }
}

function writeEntry(id: string, { versions, superseded }: Register): string {
  const written = versions.map(({ clock, content }) => ({ clock, ...JSON.parse(content) }));
  return writeCanonical({ id, superseded, versions: written });
}

function* watched(source: ExportSource, watch: Watch): Generator<string> {
  const all = source.countEvents();
  let done = 0;
  for (const event of source.events()) {
    if (done++ % eventsPerLook === 0) {
      watch.check();
      watch.progress(done / all);
    }
    yield writeCanonical(event);
  }
}

function* listPictures(folder: string, report: ReturnType<typeof createReport>): Generator<string> {
  if (!fs.existsSync(folder)) return;
  const files = fs.readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile());
  for (const name of files.map(entry => entry.name).sort()) {
    const content = fs.readFileSync(path.join(folder, name));
    if (content.length > largestImage || recogniseImage(content) === null) {
      report.add('Files beside the pictures that are none, or too large.', name);
      continue;
    }
    const sha256 = createHash('sha256').update(content).digest('hex');
    yield writeCanonical({ content: content.toString('base64'), name, sha256 });
  }
}

/** How much is gathered before it is written. */
const bufferedLetters = 1 << 20;

/** A file written piece by piece, which only its owner can read. */
function openLines(file: string) {
  const handle = fs.openSync(file, 'w', 0o600);
  let buffer = '';
  const flush = (): void => {
    // All of it: a bare write may take a part and say nothing.
    fs.writeFileSync(handle, buffer);
    buffer = '';
  };
  const write = (text: string): void => {
    buffer += text;
    if (buffer.length > bufferedLetters) flush();
  };
  return {
    write,
    /** A list under a name, an item a line. Answers with how many there were. */
    writeList(name: string, items: Iterable<string>): number {
      let count = 0;
      write(`"${name}":[`);
      for (const item of items) {
        write(count++ === 0 ? '\n' : ',\n');
        write(item);
      }
      write(']');
      return count;
    },
    close(): void {
      try {
        flush();
      } finally {
        fs.closeSync(handle);
      }
    },
  };
}

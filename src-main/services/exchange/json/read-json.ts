import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { JSONParser } from '@streamparser/json';
import type { z } from 'zod';
import { eventSchema } from '../../../../src-shared/domain/events.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { isPlainAnswer } from '../../../../src-shared/domain/prove-event.ts';
import { toRow } from '../../../db/event-row.ts';
import { createStaging, type Staging } from '../../../db/staging.ts';
import { largestImage, recogniseImage } from '../../media.ts';
import type { Watch } from '../watch.ts';
import {
  type CardEntry,
  cardEntrySchema,
  type DeckEntry,
  deckEntrySchema,
  formatVersion,
  pictureSchema,
} from './format.ts';
import { createItemLines, type Lists } from './item-lines.ts';

/** A whole export, read and proven, with nothing of it in the profile yet. */
export type IncomingExport = {
  /** A database with the events. */
  staged: string;
  cards: CardEntry[];
  decks: DeckEntry[];
  /** Pictures under the names that the cards give them, where they lie for now. */
  pictures: { name: string; file: string; sha256: string }[];
};

const chunkBytes = 1 << 16;
/** An item larger than any that an export has: the largest picture as base64, and some. */
const largestItem = 2 * largestImage;
/** No moment of the log lies outside: a clock gone wrong would hold the log's clock there. */
const [earliestMs, latestMs] = [Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1)];

/**
 * Reads an export piece by piece; `folder` is empty, for what is laid ready. Throws a ProblemError that names the
 * place where the file is not what it says it is.
 */
export function readJson(file: string, folder: string, watch: Watch): IncomingExport {
  const staged = path.join(folder, 'events.db');
  const incoming: IncomingExport = { staged, cards: [], decks: [], pictures: [] };
  const staging = createStaging(staged);
  try {
    const reader = createReader(incoming, staging, folder);
    readPieces(file, reader, watch);
    reader.end();
    return incoming;
  } finally {
    staging.close();
  }
}

type Reader = { write(piece: Buffer): void; end(): void };

function createReader(incoming: IncomingExport, staging: Staging, folder: string): Reader {
  let isKnown = false;
  let ended: string | null = null;
  const counts = new Map<string, number>();
  let bytesSinceItem = 0;
  const take = (list: string, value: unknown): void => {
    bytesSinceItem = 0;
    ended = list;
    if (!isKnown) throw new ProblemError('invalid', 'This is no export of Baseline.', notChanged);
    const index = counts.get(list) ?? 0;
    counts.set(list, index + 1);
    const place = `${list}[${index}]`;
    if (list === 'events') takeEvent(value, place, staging);
    else if (list === 'cards') incoming.cards.push(prove(cardEntrySchema, value, place));
    else if (list === 'decks') incoming.decks.push(prove(deckEntrySchema, value, place));
    else incoming.pictures.push(takePicture(value, place, folder));
  };
  const refuseLarge = (): never => {
    throw new ProblemError('invalid', 'The file has an item that is too large.', notChanged);
  };
  const parser = new JSONParser({
    paths: ['$.baseline', '$.cards.*', '$.decks.*', '$.events.*', '$.pictures.*'],
    keepStack: false,
  });
  parser.onValue = ({ value, key, stack }) => {
    if (key === 'baseline' && stack.length <= 1) {
      bytesSinceItem = 0;
      refuseNewer(value);
      isKnown = true;
      return;
    }
    take(String(stack.at(-1)?.key), value);
  };
  const lists: Lists = {
    parse(piece) {
      ended = null;
      bytesSinceItem += piece.length;
      if (bytesSinceItem > largestItem + chunkBytes) refuseLarge();
      parse(() => parser.write(piece));
    },
    ended: () => ended,
    take,
  };
  const lines = createItemLines(lists, largestItem, refuseLarge);
  return {
    write: lines.write,
    end() {
      lines.end();
      // A file that was cut ends in the middle.
      if (!parser.isEnded) parse(() => parser.end());
      if (!isKnown) throw new ProblemError('invalid', 'This is no export of Baseline.', notChanged);
    },
  };
}

const notChanged = 'Nothing was changed.';

function parse(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('invalid', 'The file is no sound JSON, or it was cut.', notChanged);
  }
}

function refuseNewer(version: unknown): void {
  if (version === formatVersion) return;
  throw new ProblemError(
    'invalid',
    `This export has format ${JSON.stringify(version)}; this Baseline knows ${formatVersion}.`,
    'Install the newest Baseline and import again. Nothing was changed.',
  );
}

function prove<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = [place, ...(issue?.path ?? []).map(String)].join('.');
  throw new ProblemError('invalid', `${field}: ${issue?.message ?? 'is not sound'}`, notChanged);
}

function takeEvent(value: unknown, place: string, staging: Staging): void {
  const event = isPlainAnswer(value) ? value : prove(eventSchema, value, place);
  const { atMs } = event.at;
  if (atMs < earliestMs || atMs >= latestMs || event.clock >= latestMs * 1024) {
    throw new ProblemError('invalid', `${place}: its moment cannot be right.`, notChanged);
  }
  staging.add(toRow(event));
}

function takePicture(value: unknown, place: string, folder: string): IncomingExport['pictures'][number] {
  const { name, content, sha256 } = prove(pictureSchema, value, place);
  const bytes = Buffer.from(content, 'base64');
  const refuse = (why: string): never => {
    throw new ProblemError('invalid', `${place}: ${why}`, notChanged);
  };
  if (!/^[^/\\\0:]+$/.test(name) || name.startsWith('.')) refuse('its name is no plain name of a file.');
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    refuse('its content is not what was saved.');
  if (bytes.length > largestImage || recogniseImage(bytes) === null)
    refuse('it is no picture, or too large.');
  // Two names may have one content.
  const file = path.join(folder, `picture-${place}`);
  fs.writeFileSync(file, bytes, { mode: 0o600 });
  return { name, file, sha256 };
}

function readPieces(file: string, reader: Reader, watch: Watch): void {
  const handle = fs.openSync(file, 'r');
  try {
    const size = fs.fstatSync(handle).size;
    const buffer = Buffer.alloc(chunkBytes);
    let done = 0;
    let told = 0;
    for (let read = fs.readSync(handle, buffer); read > 0; read = fs.readSync(handle, buffer)) {
      watch.check();
      reader.write(buffer.subarray(0, read));
      done += read;
      const share = done / Math.max(size, done);
      if (share < told + 0.01) continue;
      watch.progress(share);
      told = share;
    }
  } finally {
    fs.closeSync(handle);
  }
}

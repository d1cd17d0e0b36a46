import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../../src-shared/domain/study-day.ts';
import { noteClosed } from '../../../db/left.ts';
import type { StoredCard } from '../../../db/queries/content.ts';
import type { LogEnd } from '../../../db/queries/log.ts';
import { openStore } from '../../../db/store.ts';
import { syncDecks } from '../../decks/sync.ts';
import { createJournal } from '../../journal.ts';
import { locateMedia } from '../../media.ts';
import { writeCanonical } from '../../own/canonical.ts';
import { isPlain, listConflicts, mergeRegisters, type Register } from '../../own/register.ts';
import {
  cardTextSchema,
  type DeckHead,
  deckTextSchema,
  nameCardEntry,
  nameDeckEntry,
  readRegister,
  writeCardText,
  writeDeckText,
} from '../../own/texts.ts';
import type { Profile } from '../../profile.ts';
import { locateDatabase } from '../../profile-folder.ts';
import { prepareSwap, swapNow } from '../../recovery/swap.ts';
import type { BroughtIn } from '../bring-in.ts';
import { hashFile } from '../hash-file.ts';
import { createReport, type Report } from '../left-out.ts';
import { placeAround } from '../place-files.ts';
import { unwatched, type Watch } from '../watch.ts';
import { type Work, workByJob } from '../work.ts';
import type { CardEntry } from './format.ts';
import { type MergedCopy, type MergeTask, mergeIntoCopy } from './merge-copy.ts';
import { openDeckEdits } from './own-decks.ts';
import type { IncomingExport } from './read-json.ts';

/**
 * Brings an export and this profile together: the union of both logs, and of every own card the later text. All of it
 * or nothing. A worker brings the logs together in a copy of the database, while answers go on here; then the copy takes
 * the database's place with what was written meanwhile. Throws a ProblemError, with nothing changed, where the two
 * cannot be one.
 */
export function planMerge(profile: Profile, incoming: IncomingExport, at: Instant): Work<BroughtIn> {
  const task = planCopy(profile, incoming, at);
  return workByJob('merge', task, copy => takePlace(profile, incoming, task.merged, copy));
}

/** The same at once, without a worker. */
export function mergeExport(
  profile: Profile,
  incoming: IncomingExport,
  at: Instant,
  watch: Watch = unwatched,
): BroughtIn {
  const task = planCopy(profile, incoming, at);
  return takePlace(profile, incoming, task.merged, mergeIntoCopy(task, watch));
}

function planCopy({ dir }: Profile, { staged }: IncomingExport, at: Instant): MergeTask {
  return { database: locateDatabase(dir), staged, merged: path.join(path.dirname(staged), 'merged.db'), at };
}

/**
 * Lets the copy take the database's place, together with own texts and pictures. What decides is one rename; a start
 * after a stop in between finds the one database or the other, and the files that belong to it.
 */
function takePlace(profile: Profile, incoming: IncomingExport, merged: string, copy: MergedCopy): BroughtIn {
  const report = createReport();
  const own = planOwnTexts(profile, incoming, report);
  const pictures = choosePictures(profile.dir, incoming.pictures);
  const media = placeAround(profile, { pictures, files: own.files }, place => {
    prepareSwap(profile.dir, file => {
      fs.renameSync(merged, file);
      place();
      catchUp(profile, file, copy.end, own.registers);
    });
    profile.reopen(() => {
      swapNow(profile.dir);
      // It was made and closed by this version a moment ago, and need not be gone through.
      noteClosed(locateDatabase(profile.dir));
    });
  });
  return {
    decks: own.files.map(({ name, cards }) => ({ file: name, cards })),
    added: own.added,
    known: incoming.cards.length - own.added,
    progress: copy.cards,
    reviews: copy.answers,
    media,
    leftOut: report.list(),
  };
}

/** Writes into the copy what was written into the database since it was copied, and what comes with the own texts. */
function catchUp(profile: Profile, file: string, end: LogEnd, registers: OwnTexts['registers']): void {
  const { store } = profile;
  const copy = openStore(file, { readOnly: false });
  try {
    const late = store.log.after(end);
    // A backup that is put back goes on as another device.
    if (late === null || store.log.ownDevice()?.device !== copy.log.ownDevice()?.device)
      throw new ProblemError(
        'busy',
        'Another database was put in the place of yours meanwhile.',
        'Import again. Nothing was changed.',
      );
    const journal = createJournal(copy, { at: profile.clock.now(), readOnly: false });
    copy.transact(() => {
      journal.takeLate(late);
      copy.mocks.replaceClocks(store.mocks.clocks());
      for (const [entry, register] of store.ownRegisters.all()) copy.ownRegisters.put(entry, register);
      for (const [entry, register] of registers) copy.ownRegisters.put(entry, JSON.stringify(register));
      syncDecks({ ...profile, store: copy, journal });
    });
  } finally {
    copy.close();
  }
}

type OwnTexts = {
  files: { name: string; text: string; cards: number }[];
  registers: Map<string, Register>;
  added: number;
};

/** What becomes of the person's own cards and decks, with nothing written yet. */
function planOwnTexts(profile: Profile, incoming: IncomingExport, report: Report): OwnTexts {
  const { store } = profile;
  const registers = new Map<string, Register>();
  const heads = new Map<string, DeckHead>();
  const ownFiles = store.content
    .files()
    .flatMap(({ path: name, own, deck }) => (own && deck ? [{ name: path.basename(name), deck }] : []));
  const decks = new Map(ownFiles.map(({ name, deck }) => [name, deck.id]));
  const edits = openDeckEdits(
    profile.ownDecks,
    decks,
    deck => heads.get(deck) ?? { title: deck, topic: deck },
  );
  const keep = (entry: string, merged: Register): void => {
    if (!isPlain(merged) || store.ownRegisters.get(entry) !== null) registers.set(entry, merged);
  };

  for (const { id, versions, superseded } of incoming.decks) {
    const theirs = readVersions(versions, superseded);
    const present = ownFiles.find(({ deck }) => deck.id === id)?.deck;
    const before = present && writeDeckText(present);
    const merged =
      before === undefined
        ? theirs
        : mergeRegisters(readRegister(store.ownRegisters.get(nameDeckEntry(id)), before), theirs);
    const head = deckTextSchema.parse(readPresent(merged));
    heads.set(id, head);
    if (before !== undefined && before !== writeDeckText(head)) edits.setHead(id, head);
    keep(nameDeckEntry(id), merged);
  }

  const deckOfFile = new Map(store.content.files().map(file => [file.path, file]));
  let added = 0;
  for (const entry of incoming.cards) {
    const present = store.content.card(entry.id);
    const place = present && !present.retired ? deckOfFile.get(present.path) : undefined;
    if (place && !(place.own && place.deck)) {
      report.add('Cards under the id of a built-in one.', entry.id);
      continue;
    }
    const { merged, before } = mergeCard(profile, entry, present, place?.deck?.id ?? null);
    const after = cardTextSchema.parse(readPresent(merged));
    if (before === null) {
      edits.putCard(null, after.deck, after.card);
      added++;
    } else if (before !== writeCardText(after.deck, after.card)) {
      const file = path.basename(place?.path ?? '');
      if (place?.deck?.id !== after.deck) edits.removeCard(file, entry.id);
      edits.putCard(place?.deck?.id === after.deck ? file : null, after.deck, after.card);
    }
    if (listConflicts(merged).length > 0) {
      report.add('Cards edited in two places: the later text stands, and the other is kept.', entry.id);
    }
    keep(nameCardEntry(entry.id), merged);
  }
  return { files: edits.list(), registers, added };
}

function mergeCard(
  { store }: Profile,
  { id, versions, superseded }: CardEntry,
  present: StoredCard | null,
  deck: string | null,
): { merged: Register; before: string | null } {
  const theirs = readVersions(versions, superseded);
  if (!present || deck === null) return { merged: theirs, before: null };
  const before = writeCardText(deck, present.content);
  return {
    merged: mergeRegisters(readRegister(store.ownRegisters.get(nameCardEntry(id)), before), theirs),
    before,
  };
}

function readVersions(versions: readonly { clock: number }[], superseded: readonly string[]): Register {
  const read = versions.map(({ clock, ...content }) => ({ clock, content: writeCanonical(content) }));
  // Merged with nothing, so that whatever order they were written in becomes the one order.
  return mergeRegisters({ versions: read, superseded: [...superseded] }, { versions: [], superseded: [] });
}

function readPresent({ versions: [present] }: Register): unknown {
  return JSON.parse(present?.content ?? 'null');
}

/**
 * The pictures that are not here yet. Where another has the same name, the one with the larger fingerprint keeps it on
 * every device, and the other goes by its fingerprint.
 */
function choosePictures(
  profileDir: string,
  pictures: IncomingExport['pictures'],
): { name: string; file: string; replaces?: boolean }[] {
  const folder = locateMedia(profileDir);
  return pictures.flatMap(({ name, file, sha256 }) => {
    const target = path.join(folder, name);
    if (!fs.existsSync(target)) return [{ name, file }];
    const other = hashFile(target);
    if (other === sha256) return [];
    const byContent = (hash: string): string => `${hash.slice(0, 32)}${path.extname(name)}`;
    if (other > sha256) return [{ name: byContent(sha256), file }];
    const moved = path.join(path.dirname(file), `${sha256}.before`);
    fs.copyFileSync(target, moved);
    return [
      { name: byContent(other), file: moved },
      { name, file, replaces: true },
    ];
  });
}

import fs from 'node:fs';
import path from 'node:path';
import { syncDecks } from '../decks/sync.ts';
import { locateMedia } from '../media.ts';
import type { Profile } from '../profile.ts';
import { isSwapDecided } from '../recovery/swap.ts';
import { beginPlacing, endPlacing, waiting } from './placing.ts';
import { makeFolder, syncPath } from './whole-file.ts';

/** Pictures and files of own decks that are to come into a profile together. */
type Things = { pictures: readonly Picture[]; files: readonly { name: string; text: string }[] };

/**
 * Puts pictures and files of own decks in their places together with what `write` writes into the log, in one transaction:
 * all of it, or on any error, or where it is ended in the middle, nothing. Answers with how many pictures were not there
 * yet. `isMost` where most of what will be there is new: to count all of it afterwards takes less than to count each while
 * it comes.
 */
export function placeTogether(profile: Profile, things: Things, write: () => void, isMost: boolean): number {
  const { store } = profile;
  return placeAround(profile, things, place => {
    const writeAll = (): void => {
      write();
      place();
      syncDecks(profile);
    };
    store.transact(() => (isMost ? store.tallies.rebuildAfter(writeAll) : writeAll()));
  });
}

/**
 * The same around another way to commit: `commit` moves the files to their places by `place`, and then decides at one
 * stroke on a database that knows them. On an error before that all is as it was.
 */
export function placeAround(
  profile: Profile,
  { pictures, files }: Things,
  commit: (place: () => void) => void,
): number {
  const undo = createUndoList();
  try {
    const placed = placePictures(profile.dir, pictures, undo);
    const targets = files.map(({ name, text }) => ({ target: path.join(profile.ownDecks, name), text }));
    beginPlacing(profile, files);
    for (const { target, text } of targets) stageFile(target, text, undo);
    commit(() => {
      for (const { target } of targets) placeFile(target, undo);
      // The log must not be on the disk before what it speaks of.
      syncPath(profile.ownDecks);
    });
    return placed;
  } catch (error) {
    // What was decided on comes to its end at the next start.
    if (isSwapDecided(profile.dir)) throw error;
    undo.run();
    throw error;
  } finally {
    undo.clean();
    if (!isSwapDecided(profile.dir)) endPlacing(profile);
  }
}

/** Changes of files that can be taken back. */
type UndoList = {
  add(back: () => void): void;
  /** What goes in any case at the end. */
  addLeftover(file: string): void;
  run(): void;
  clean(): void;
};

function createUndoList(): UndoList {
  const steps: (() => void)[] = [];
  const leftovers: string[] = [];
  return {
    add: back => void steps.push(back),
    addLeftover: file => void leftovers.push(file),
    run: () => {
      for (const back of steps.splice(0).reverse()) back();
    },
    clean: () => {
      for (const file of leftovers) fs.rmSync(file, { force: true });
    },
  };
}

/** A picture under the name that the cards give it, where it lies for now. */
type Picture = {
  name: string;
  file: string;
  /** Takes the place of another one of that name. */
  replaces?: boolean;
};

/** Moves pictures to their place; those that are there already are the same. Answers with how many were not. */
function placePictures(profileDir: string, pictures: readonly Picture[], undo: UndoList): number {
  const folder = locateMedia(profileDir);
  if (pictures.length > 0 && !fs.existsSync(folder)) {
    makeFolder(folder);
    undo.add(() => fs.rmdirSync(folder));
  }
  let placed = 0;
  for (const { name, file, replaces = false } of pictures) {
    const target = path.join(folder, name);
    const before = fs.existsSync(target) ? fs.readFileSync(target) : null;
    if (before && !replaces) continue;
    syncPath(file);
    fs.renameSync(file, target);
    undo.add(() => (before ? fs.writeFileSync(target, before) : fs.rmSync(target, { force: true })));
    placed++;
  }
  if (placed > 0) syncPath(folder);
  return placed;
}

/** Writes a file beside its place. */
function stageFile(file: string, text: string, undo: UndoList): void {
  undo.addLeftover(waiting(file));
  fs.writeFileSync(waiting(file), text, { mode: 0o600, flush: true });
}

/** Moves a file that waits to its place. */
function placeFile(file: string, undo: UndoList): void {
  const before = fs.existsSync(file) ? fs.readFileSync(file) : null;
  fs.renameSync(waiting(file), file);
  undo.add(() => {
    if (before === null) fs.rmSync(file, { force: true });
    else fs.writeFileSync(file, before);
  });
}

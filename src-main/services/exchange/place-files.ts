import fs from 'node:fs';
import path from 'node:path';
import { locateMedia } from '../media.ts';

/** Changes of files that can be taken back. */
export type UndoList = {
  add(back: () => void): void;
  /** What goes in any case at the end. */
  addLeftover(file: string): void;
  run(): void;
  clean(): void;
};

export function createUndoList(): UndoList {
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
  file: string /** Takes the place of another one of that name. */;
  replaces?: boolean;
};

/** Moves pictures to their place; those that are there already are the same. Answers with how many were not. */
export function placePictures(profileDir: string, pictures: readonly Picture[], undo: UndoList): number {
  const folder = locateMedia(profileDir);
  if (pictures.length > 0 && !fs.existsSync(folder)) {
    fs.mkdirSync(folder, { mode: 0o700 });
    undo.add(() => fs.rmdirSync(folder));
  }
  let placed = 0;
  for (const { name, file, replaces = false } of pictures) {
    const target = path.join(folder, name);
    const before = fs.existsSync(target) ? fs.readFileSync(target) : null;
    if (before && !replaces) continue;
    fs.renameSync(file, target);
    undo.add(() => (before ? fs.writeFileSync(target, before) : fs.rmSync(target, { force: true })));
    placed++;
  }
  return placed;
}

/** Where a file waits; the reader of decks passes over such names. */
const waiting = (file: string): string => `${file}.new`;

/** Writes a file beside its place. */
export function stageFile(file: string, text: string, undo: UndoList): void {
  undo.addLeftover(waiting(file));
  fs.writeFileSync(waiting(file), text, { mode: 0o600, flush: true });
}

/** Moves a file that waits to its place. */
export function placeFile(file: string, undo: UndoList): void {
  const before = fs.existsSync(file) ? fs.readFileSync(file) : null;
  fs.renameSync(waiting(file), file);
  undo.add(() => {
    if (before === null) fs.rmSync(file, { force: true });
    else fs.writeFileSync(file, before);
  });
}

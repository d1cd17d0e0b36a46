import fs from 'node:fs';
import path from 'node:path';
import type { Random } from '../../../src-shared/domain/random.ts';
import type { Step } from './trace.ts';

/** Disks write so many bytes at once or not at all. */
const sectorBytes = 512;

type Change = { at: number; data: Buffer } | { size: number };
/** `live` is what programs see; `durable` what the last sync put on the disk; `pending` what was done since, in order. */
type File = { live: Buffer; durable: Buffer; pending: Change[] };
type Folder = { live: Map<string, Entry>; durable: Map<string, Entry> };
type Entry = File | Folder;
/** Names that are set (or, with null, taken away) together. */
type Naming = { folder: Folder; name: string; entry: Entry | null }[];

/** What of the unsynced is on the disk when the power comes back: nothing, everything, or what is drawn. */
export type Loss = 'dropped' | 'kept' | 'torn';

/**
 * A disk as the strictest reading of POSIX has it: a file's content is safe after its own sync alone, and a name after
 * that of its folder; names settle in the order in which they were given, everything else in any order and in part.
 */
export class Disk {
  private readonly top: Folder = { live: new Map(), durable: new Map() };
  private namings: Naming[] = [];

  /** A disk that holds what a folder holds, all of it safe. */
  constructor(private readonly root: string) {
    load(root, this.top);
  }

  /** Does what a program did. */
  apply(step: Step): void {
    switch (step.kind) {
      case 'create':
        if (!this.find(step.path)) this.name(step.path, { live: empty, durable: empty, pending: [] });
        if (step.anew) this.change(step.path, { size: 0 });
        return;
      case 'write':
        this.change(step.path, { at: step.at, data: step.data });
        return;
      case 'copy': {
        const { live } = this.file(step.from);
        const data = live.subarray(step.fromAt, step.fromAt + step.bytes);
        this.change(step.to, { at: step.toAt, data });
        return;
      }
      case 'truncate':
        this.change(step.path, { size: step.size });
        return;
      case 'folder':
        this.name(step.path, { live: new Map(), durable: new Map() });
        return;
      case 'remove':
        this.rename([[step.path, null]]);
        return;
      case 'link':
        this.name(step.to, this.find(step.from) ?? null);
        return;
      case 'rename': {
        const entry = this.find(step.from) ?? null;
        this.rename([
          [step.from, null],
          [step.to, entry],
        ]);
        return;
      }
      case 'sync':
        this.sync(this.find(step.path));
        return;
      case 'say':
        return;
    }
  }

  /** Writes into a folder what is found there when the power goes now. */
  rebuild(to: string, loss: Loss, random: Random): void {
    const kept = { dropped: 0, kept: this.namings.length, torn: random.int(this.namings.length + 1) }[loss];
    const names = new Map<Folder, Map<string, Entry>>();
    const namesOf = (folder: Folder): Map<string, Entry> => {
      const known = names.get(folder) ?? new Map(folder.durable);
      names.set(folder, known);
      return known;
    };
    for (const naming of this.namings.slice(0, kept)) {
      for (const { folder, name, entry } of naming) settle(namesOf(folder), name, entry);
    }
    fs.rmSync(to, { recursive: true, force: true });
    const write = (folder: Folder, dir: string): void => {
      fs.mkdirSync(dir);
      for (const [name, entry] of namesOf(folder)) {
        const target = path.join(dir, name);
        if ('pending' in entry) fs.writeFileSync(target, readAfter(entry, loss, random));
        else write(entry, target);
      }
    };
    write(this.top, to);
  }

  private parts(file: string): string[] {
    return path.relative(this.root, file).split(path.sep).filter(Boolean);
  }

  private find(file: string): Entry | undefined {
    let entry: Entry | undefined = this.top;
    for (const part of this.parts(file)) {
      if (!entry || 'pending' in entry) return undefined;
      entry = entry.live.get(part);
    }
    return entry;
  }

  private file(file: string): File {
    const entry = this.find(file);
    if (!entry || !('pending' in entry)) throw new Error(`the trace writes to ${file}, which is no file`);
    return entry;
  }

  private change(file: string, change: Change): void {
    const entry = this.file(file);
    entry.live = apply(entry.live, change);
    entry.pending.push(change);
  }

  private name(file: string, entry: Entry | null): void {
    this.rename([[file, entry]]);
  }

  private rename(names: [string, Entry | null][]): void {
    const naming: Naming = names.map(([file, entry]) => {
      const folder = this.find(path.dirname(file));
      if (!folder || 'pending' in folder) throw new Error(`the trace names ${file}, which is in no folder`);
      const name = path.basename(file);
      settle(folder.live, name, entry);
      return { folder, name, entry };
    });
    this.namings.push(naming);
  }

  private sync(entry: Entry | undefined): void {
    if (!entry) return;
    if ('pending' in entry) {
      entry.durable = entry.live;
      entry.pending = [];
      return;
    }
    const touches = (naming: Naming): boolean => naming.some(({ folder }) => folder === entry);
    for (const naming of this.namings.filter(touches)) {
      for (const { folder, name, entry: named } of naming) settle(folder.durable, name, named);
    }
    this.namings = this.namings.filter(naming => !touches(naming));
  }
}

const empty = Buffer.alloc(0);

function settle(names: Map<string, Entry>, name: string, entry: Entry | null): void {
  if (entry) names.set(name, entry);
  else names.delete(name);
}

function load(dir: string, folder: Folder): void {
  for (const item of fs.readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, item.name);
    const entry: Entry = item.isDirectory() ? { live: new Map(), durable: new Map() } : loadFile(file);
    if (!('pending' in entry)) load(file, entry);
    folder.live.set(item.name, entry);
    folder.durable.set(item.name, entry);
  }
}

function loadFile(file: string): File {
  const content = fs.readFileSync(file);
  return { live: content, durable: content, pending: [] };
}

/** The content with a change made; the one before stays as it is. */
function apply(content: Buffer, change: Change): Buffer {
  const size = 'size' in change ? change.size : Math.max(content.length, change.at + change.data.length);
  const next = Buffer.alloc(size);
  content.copy(next);
  if ('data' in change) change.data.copy(next, change.at);
  return next;
}

function readAfter({ live, durable, pending }: File, loss: Loss, random: Random): Buffer {
  if (loss === 'kept') return live;
  if (loss === 'dropped') return durable;
  // Some files lose all, some nothing, some every other sector.
  const share = random.pick([0, 0.5, 0.9, 1]);
  return pending.reduce((content, change) => {
    if ('size' in change) return random.next() < share ? apply(content, change) : content;
    return tear(change).reduce(
      (torn, sector) => (random.next() < share ? apply(torn, sector) : torn),
      content,
    );
  }, durable);
}

/** A write as the sectors that it falls on. */
function tear({ at, data }: { at: number; data: Buffer }): { at: number; data: Buffer }[] {
  const sectors: { at: number; data: Buffer }[] = [];
  for (let from = at; from < at + data.length; ) {
    const to = Math.min(at + data.length, (Math.floor(from / sectorBytes) + 1) * sectorBytes);
    sectors.push({ at: from, data: data.subarray(from - at, to - at) });
    from = to;
  }
  return sectors;
}

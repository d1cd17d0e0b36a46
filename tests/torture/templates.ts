import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatDeck, makeCards, writeDeck } from '../helpers/decks.ts';
import { drive } from './drive.ts';
import type { JobName, TaskInput } from './driver/protocol.ts';
import { reopen } from './inspect.ts';

/** The moment at which every driver's clock begins: 24 November 2026, 08:00 in Berlin. */
export const begunMs = Date.UTC(2026, 10, 24, 7);
export const dayMs = 86_400_000;
/** Later than any driver's clock runs to. */
export const farMs = begunMs + 3000 * dayMs;

/** A folder for one fault, which is gone when `work` ends. Its name has a space and letters of several scripts. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline torture Ünïcødé 試し '));
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts a copy of a closed profile in the place of whatever is there. */
export function copyProfile(from: string, to: string): void {
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true });
}

/** A new profile of a hundred own cards, one of them with a picture; it was never opened. */
export function makeProfile(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true });
  const cards = makeCards(100).map((card, index) =>
    index === 0 ? { ...card, answer: 'That.\n\n![A plan](media/plan.png)' } : card,
  );
  writeDeck(dir, 'one.yaml', formatDeck(cards));
  fs.mkdirSync(path.join(dir, 'media'));
  fs.writeFileSync(path.join(dir, 'media', 'plan.png'), onePixel);
}

/** The picture of those profiles. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A task on a profile that has no decks but its own. */
export function makeTask(job: JobName, profile: string, more: Partial<TaskInput> = {}): TaskInput {
  return { job, profile, decks: path.join(profile, 'none'), atMs: begunMs, seed: 1, ...more };
}

/** Lets a driver do so many operations undisturbed; answers with what they made. Throws where it failed. */
export async function live(bundle: string, task: TaskInput): Promise<(string | null)[]> {
  const { operations, words } = await drive(bundle, task, null);
  if (words !== '' || operations.length < (task.operations ?? 1))
    throw new Error(`the driver failed: ${words}`);
  return operations.map(({ made }) => made);
}

/** Makes a file that holds everything of a profile that has lived; answers with the events in it. */
export async function makeExport(
  bundle: string,
  folder: string,
): Promise<{ file: string; ids: ReadonlySet<string> }> {
  const source = path.join(folder, 'source');
  makeProfile(source);
  await live(bundle, makeTask('undo', source, { operations: 200 }));
  await live(bundle, makeTask('export', source, { operations: 1, target: folder }));
  const { ids } = reopen(source, path.join(source, 'none'), farMs);
  fs.rmSync(source, { recursive: true });
  return { file: path.join(folder, 'all.json'), ids };
}

/** A profile with one backup, and fifty answers since; and the events that it has, and had in the backup. */
export async function makeBackedUp(
  bundle: string,
  dir: string,
): Promise<{ backup: string; then: ReadonlySet<string>; now: ReadonlySet<string> }> {
  const idsNow = (): ReadonlySet<string> => reopen(dir, path.join(dir, 'none'), farMs).ids;
  makeProfile(dir);
  await live(bundle, makeTask('answer', dir, { operations: 50 }));
  const [backup] = await live(bundle, makeTask('backup', dir, { operations: 1, atMs: begunMs + 9 * dayMs }));
  const then = idsNow();
  await live(bundle, makeTask('answer', dir, { operations: 50, atMs: begunMs + 20 * dayMs }));
  return { backup: backup ?? '', then, now: idsNow() };
}

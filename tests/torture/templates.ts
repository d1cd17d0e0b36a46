import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatDeck, makeCards, writeDeck } from '../helpers/decks.ts';
import { drive } from './drive.ts';
import type { JobName, TaskInput } from './driver/protocol.ts';

/** The moment at which every driver's clock begins: 24 November 2026, 08:00 in Berlin. */
export const begunMs = Date.UTC(2026, 10, 24, 7);
export const dayMs = 86_400_000;

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

const onePixel = Buffer.from(
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

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fixClock } from '../../src-main/clock.ts';
import { seedCard } from '../../src-main/services/card-views.ts';
import { checkProfile } from '../../src-main/services/check.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import { answerCard } from '../../src-main/services/review.ts';
import { cardIdSchema } from '../../src-shared/domain/ids.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { formatDeck, writeDeck } from '../helpers/decks.ts';
import { must } from './fuzzed.ts';

/** The moment at which everything is read: 2026-11-24T08:00:00+01:00. */
export const now: Instant = { atMs: Date.UTC(2026, 10, 24, 7), offsetMin: 60 };

/** A card of each kind that has a form. */
export const ownCards = [
  {
    id: 'own.basic',
    ask: 'What is *this*?',
    answer: 'That, `so`.',
    reason: 'Because.',
    tags: ['hard', 'two words'],
  },
  { id: 'own.cloze', kind: 'cloze', text: 'A {{gap::with a hint}} and {{another}}.' },
  {
    id: 'own.choice',
    kind: 'choice',
    ask: 'Which?',
    options: [
      { text: 'This', right: true },
      { text: 'That', right_if: 'it rains' },
    ],
  },
  {
    id: 'own.number',
    kind: 'number',
    ask: 'How many?',
    value: 50_000,
    unit: 'per second',
    accept: [40_000, 60_000],
  },
  {
    id: 'own.contrast',
    kind: 'contrast',
    between: [
      { name: 'A', pick_when: 'x' },
      { name: 'B', pick_when: 'y' },
    ],
    ask: 'A or B?',
    decides: 'The size.',
  },
] as const;

export const ownDeck = formatDeck(ownCards, { deck: 'own' });

/** A profile on real files that what is read may come into. */
export type Rig = {
  profile: Profile;
  /** What it holds: its log and tables, and its files. Two that are equal hold the same. */
  snapshot(): string;
  /** Throws where its log and its tables do not agree. */
  prove(): void;
  close(): void;
};

/** Opens a new profile in a folder, with a deck of its own and a few answers. */
export function openRig(folder: string, deck = ownDeck): Rig {
  const dir = path.join(folder, 'profile');
  fs.mkdirSync(dir, { recursive: true });
  if (!fs.existsSync(path.join(dir, 'decks'))) writeDeck(dir, 'own.yaml', deck);
  const profile = openRigged(dir);
  if (profile.store.log.lastClock() === 0)
    for (const [n, { id }] of ownCards.entries()) if (n < 3) answerIt(profile, id);
  return {
    profile,
    snapshot: () => takeSnapshot(profile),
    prove: () => {
      const { faults } = checkProfile(profile);
      must(faults.length === 0, `the check finds: ${faults.slice(0, 5).join('; ')}`);
    },
    close: () => profile.close(),
  };
}

/** Opens a profile as the app does. */
export function openRigged(dir: string): Profile {
  return openProfile({
    dir,
    builtInDecks: path.join(dir, 'none'),
    clock: fixClock(now),
    kind: 'app',
    whenHeld: 'refuse',
  });
}

function answerIt(profile: Profile, id: string): void {
  const cardId = cardIdSchema.parse(id);
  const surfaceSeed = seedCard(profile, cardId, profile.store.states.get(cardId), now);
  const session = { kind: 'today' } as const;
  answerCard(
    profile,
    { session, cardId, rating: 3, surfaceSeed, takenMs: 5000, response: null, confidence: null },
    now,
  );
}

function takeSnapshot({ dir, store }: Profile): string {
  const hash = createHash('sha256');
  let events = 0;
  for (const _ of store.log.scan()) events++;
  const cards = store.content.activeCards().map(({ cardId, hash: text }) => `${cardId} ${text}`);
  const files = store.content.files().map(({ path: name, hash: text }) => `${name} ${text}`);
  for (const part of [
    events,
    store.log.lastClock(),
    ...cards,
    ...files,
    JSON.stringify([...store.ownRegisters.all()]),
  ])
    hash.update(`${part}\n`);
  for (const name of listFiles(dir)) hash.update(`${name} ${readPart(path.join(dir, name))}\n`);
  return hash.digest('hex');
}

/** Every file of a profile but the database, which is looked into instead. */
function listFiles(dir: string): string[] {
  return fs
    .readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(name => !/^(baseline\.db|lock)/.test(name) && !name.startsWith('work'))
    .sort();
}

function readPart(file: string): string {
  return fs.statSync(file).isFile()
    ? createHash('sha256').update(fs.readFileSync(file)).digest('hex')
    : 'a folder';
}

/** Whatever `read` throws, what the rig holds is then as it was before. */
export async function keepsWhole<T>(rig: Rig, read: () => T | Promise<T>): Promise<T> {
  const before = rig.snapshot();
  try {
    return await read();
  } catch (error) {
    must(rig.snapshot() === before, `refused, and yet something was changed (${String(error)})`);
    throw error;
  }
}

/** A profile at a time, each as new as the first was. */
export type Rigs = {
  current(): Rig;
  /** The one for the next input: after some hundred, another, since what they leave behind makes each slower. */
  next(): Rig;
  renew(): void;
  close(): void;
};

/** Inputs that one profile is for, where each leaves something behind. */
const mostInputs = 300;

let template: string | null = null;

/** A profile that was closed in order, made once a process: a copy of it is quicker than a new one. */
export function copyRig(folder: string): void {
  if (template === null) {
    const made = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-fuzz-'));
    template = made;
    process.once('exit', () => fs.rmSync(made, { recursive: true, force: true }));
    openRig(made).close();
  }
  fs.cpSync(template, folder, { recursive: true });
}

/** Opens a profile, and another like it in its place when that is asked for. */
export function openRigs(folder: string): Rigs {
  let count = 0;
  const openNext = (): Rig => {
    const next = path.join(folder, `rig-${count++}`);
    copyRig(next);
    return openRig(next);
  };
  let rig = openNext();
  let inputs = 0;
  const end = (): void => {
    rig.close();
    fs.rmSync(path.join(folder, `rig-${count - 1}`), { recursive: true, force: true });
  };
  const renew = (): void => {
    end();
    rig = openNext();
    inputs = 0;
  };
  return {
    current: () => rig,
    next: () => {
      if (++inputs > mostInputs) renew();
      return rig;
    },
    renew,
    close: end,
  };
}

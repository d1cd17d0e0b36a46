import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { fixClock } from '../../src-main/clock.ts';
import { backUpBeforeMigration } from '../../src-main/services/backups/before-migration.ts';
import { seedCard } from '../../src-main/services/card-views.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import { type Answer, answerCard } from '../../src-main/services/review.ts';
import type { CardState } from '../../src-shared/domain/card-state.ts';
import { type CardId, cardIdSchema } from '../../src-shared/domain/ids.ts';
import type { Rating } from '../../src-shared/domain/rating.ts';
import { type Instant, parseInstant } from '../../src-shared/domain/study-day.ts';
import { builtInDecks } from './built-in-cards.ts';
import { formatDeck, makeCards, writeDeck } from './decks.ts';
import { giveReadDecks } from './read-decks.ts';

export { builtInDecks };

/** Today's session. */
export const today = { kind: 'today' } as const;

/** A moment from ISO text; without an offset it is UTC. */
export function at(iso: string): Instant {
  const instant = parseInstant(iso, () => 0);
  if (!instant) throw new Error(`not a moment: ${iso}`);
  return instant;
}

/** A moment some time after another, in the same zone. */
export function later(from: Instant, by: { days?: number; hours?: number; minutes?: number }): Instant {
  const minutes = (by.days ?? 0) * 1440 + (by.hours ?? 0) * 60 + (by.minutes ?? 0);
  return { ...from, atMs: from.atMs + minutes * 60_000 };
}

/** A new empty folder, removed when the test ends. */
export function makeFolder(): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-test-'));
  onTestFinished(() => removeFolder(dir));
  return dir;
}

export function removeFolder(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true });
}

/** Opens a profile on real files, at a moment that stands still. The test, or its end, closes it. */
export function openTestProfile(dir: string, now: Instant, decks = builtInDecks): Profile {
  if (decks === builtInDecks) giveReadDecks(dir);
  const profile = openProfile({
    dir,
    builtInDecks: decks,
    clock: fixClock(now),
    kind: 'app',
    whenHeld: 'refuse',
    beforeMigration: backUpBeforeMigration,
  });
  onTestFinished(() => profile.close());
  return profile;
}

/** Opens a new profile with nothing but `count` basic cards, `one.1` and on, of the person's own. */
export function openWithCards(now: Instant, count: number): Profile {
  const dir = makeFolder();
  writeDeck(dir, 'one.yaml', formatDeck(makeCards(count)));
  return openTestProfile(dir, now, path.join(dir, 'none'));
}

/** Opens the same profile again, as after a restart. */
export function reopen(profile: Profile, now: Instant): Profile {
  profile.close();
  return openTestProfile(profile.dir, now, profile.builtInDecks);
}

export function toCardId(id: string): CardId {
  return cardIdSchema.parse(id);
}

/** The state of a card that may be new. */
export function readState(profile: Profile, id: string): CardState {
  return profile.store.states.get(toCardId(id));
}

/** Answers a card whatever the queue says, on the surface that it shows now. */
export function answer(
  profile: Profile,
  id: string,
  rating: Rating,
  now: Instant,
  more: Partial<Answer> = {},
): void {
  const cardId = toCardId(id);
  const surfaceSeed = seedCard(profile, cardId, readState(profile, id), now);
  answerCard(
    profile,
    { session: today, cardId, rating, surfaceSeed, takenMs: 5000, response: null, confidence: null, ...more },
    now,
  );
}

/** Changes a closed profile's database behind Baseline's back; its triggers are dropped first. */
export function tamper(dir: string, sql: string): void {
  const db = new Database(path.join(dir, 'baseline.db'));
  // What Baseline itself refuses to write is what a check has to find.
  db.pragma('foreign_keys = OFF');
  db.exec('DROP TRIGGER IF EXISTS event_is_never_altered; DROP TRIGGER IF EXISTS event_is_never_removed');
  db.exec(sql);
  db.close();
}

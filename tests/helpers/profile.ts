import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Instant, parseInstant } from '../../src-shared/domain/study-day.ts';
import { fixClock } from '../../src-main/clock.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';

/** The decks that come with Baseline. */
export const builtInDecks = path.resolve(import.meta.dirname, '..', '..', 'decks');

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

/** A new empty folder, which the test removes with `removeFolder`. */
export function makeFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-test-'));
}

export function removeFolder(dir: string): void {
  fs.rmSync(dir, { recursive: true, force: true });
}

/** Opens a profile on real files, at a moment that stands still. */
export function openTestProfile(dir: string, now: Instant, decks = builtInDecks): Profile {
  return openProfile({ dir, builtInDecks: decks, clock: fixClock(now), kind: 'command', whenHeld: 'refuse' });
}

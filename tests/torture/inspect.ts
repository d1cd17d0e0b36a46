import fs from 'node:fs';
import path from 'node:path';
import { fixClock } from '../../src-main/clock.ts';
import { backUpBeforeMigration } from '../../src-main/services/backups/before-migration.ts';
import { checkProfile } from '../../src-main/services/check.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import type { Operation } from './driver/protocol.ts';
import type { Outcome } from './fault.ts';

/** What stands in a profile that was opened again. */
export type Found = { ids: ReadonlySet<string>; faults: string[] };

/**
 * Opens a profile as the next start does, lets it be checked (SQLite's own check, and the log against every table),
 * and answers with what is in its log. `more` looks at the open profile for what else must hold.
 */
export function reopen(
  dir: string,
  decks: string,
  atMs: number,
  more: (profile: Profile) => string[] = () => [],
): Found {
  let profile: Profile | null = null;
  const mended: string[] = [];
  try {
    profile = openProfile({
      dir,
      builtInDecks: decks,
      clock: fixClock({ atMs, offsetMin: 60 }),
      kind: 'app',
      whenHeld: 'refuse',
      beforeMigration: backUpBeforeMigration,
      // A start that puts something right was left something wrong.
      onMended: what => mended.push(what),
    });
    const ids = new Set<string>();
    for (const entry of profile.store.log.scan()) if ('event' in entry) ids.add(entry.event.id);
    return {
      ids,
      faults: [...mended, ...checkProfile(profile).faults, ...more(profile), ...listHalves(dir)],
    };
  } catch (error) {
    return { ids: new Set(), faults: [`it does not open: ${tell(error)}`] };
  } finally {
    profile?.close();
  }
}

/** What a start must not leave lying in a profile. */
function listHalves(dir: string): string[] {
  const halves = ['restore', 'restore.new', 'swap', 'swap.new', 'salvage', 'placing.json'];
  return [...halves, ...listWaiting(path.join(dir, 'decks'), 'decks')].flatMap(name =>
    fs.existsSync(path.join(dir, name)) ? [`${name} is left behind`] : [],
  );
}

function listWaiting(folder: string, name: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return (
    fs
      .readdirSync(folder)
      // What a killed save left under a hidden name goes with the next save of that file.
      .filter(file => file.endsWith('.new') && !file.startsWith('.'))
      .map(file => path.join(name, file))
  );
}

export function tell(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Holds operations against a log: each one that was reported is there, and one that was not is whole or absent. */
export function compare(
  operations: readonly Operation[],
  { ids }: Found,
): { lost: number; faults: string[] } {
  let lost = 0;
  const faults: string[] = [];
  for (const { events, done } of operations) {
    const there = events.filter(id => ids.has(id)).length;
    if (done && there < events.length) lost++;
    else if (there > 0 && there < events.length)
      faults.push(`${there} of ${events.length} events of one action`);
  }
  return { lost, faults };
}

/** Adds one try to an outcome. */
export function addTry(
  outcome: Outcome,
  {
    acknowledged,
    lost,
    faults,
    where,
  }: { acknowledged: number; lost: number; faults: string[]; where: string },
): void {
  outcome.tries++;
  outcome.acknowledged += acknowledged;
  outcome.lost += lost;
  if (faults.length > 0) outcome.corrupt++;
  if (lost > 0) outcome.found.push(`${where}: ${lost} lost`);
  outcome.found.push(...faults.map(fault => `${where}: ${fault}`));
}

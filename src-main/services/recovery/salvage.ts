import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { carveEvents } from '../../db/carve.ts';
import { type EventRow, fromRow } from '../../db/event-row.ts';
import { readLeft, refuseStrangers } from '../../db/left.ts';
import { readTruth } from '../../db/read-truth.ts';
import { createStaging } from '../../db/staging.ts';
import { openStore } from '../../db/store.ts';
import { createJournal } from '../journal.ts';
import { prepareSwap } from './swap.ts';

/** What stands whole in a damaged database. */
export type Salvage = {
  events: EventRow[];
  /** Edits of the person's own texts, which no other table is made from. */
  registers: Map<string, string>;
  /** Events that were there and are not whole; null where it cannot be told how many there were. */
  lost: number | null;
};

/** Reads what stands whole in a profile's database. Changes nothing in its files. */
export function readSalvage(profileDir: string): Salvage {
  const file = path.join(profileDir, 'baseline.db');
  const isOwnLog = isLogOfItsOwn(file);
  const whole = [...carveEvents(file, isOwnLog).values()].filter(isKnown);
  const truth = readTruth(file, { withWal: isOwnLog, folder: path.join(profileDir, 'salvage') });
  const registers = new Map([...truth.registers].filter(([, json]) => isRegister(json)));
  return {
    events: whole.sort((a, b) => a.clock - b.clock || a.seq - b.seq),
    registers,
    lost: isOwnLog ? countLost(whole, truth.devices) : null,
  };
}

/** Makes a database of what was saved and lays it ready; everything that is derived from the log is made anew. */
export function prepareSalvage(profileDir: string, { events, registers }: Salvage, at: Instant): void {
  prepareSwap(profileDir, file => {
    const staged = `${file}.staged`;
    const staging = createStaging(staged);
    for (const row of events) staging.add(row);
    staging.close();
    const store = openStore(file, { readOnly: false });
    try {
      const journal = createJournal(store, { at, readOnly: true });
      store.merge.withStaged(staged, ({ takeIn }) => journal.rebuild(takeIn));
      store.transact(() => {
        for (const [entry, register] of registers) store.ownRegisters.put(entry, register);
      });
    } finally {
      store.close();
      fs.rmSync(staged, { force: true });
    }
  });
}

function isLogOfItsOwn(file: string): boolean {
  try {
    refuseStrangers(file, readLeft(file), true);
    return true;
  } catch {
    return false;
  }
}

/** How many events are gone, by where each device's sequence stood: from 1 and without gaps. */
function countLost(events: readonly EventRow[], devices: ReadonlyMap<string, number> | null): number | null {
  // There is a device from the first start on.
  if (devices === null || devices.size === 0) return null;
  const found = Map.groupBy(events, ({ device }) => device);
  let lost = 0;
  for (const device of new Set([...devices.keys(), ...found.keys()])) {
    const seqs = new Set(found.get(device)?.map(({ seq }) => seq));
    lost += Math.max(devices.get(device) ?? 0, ...seqs) - seqs.size;
  }
  return lost;
}

function isKnown(row: EventRow): boolean {
  try {
    fromRow(row);
    return true;
  } catch {
    return false;
  }
}

const registerSchema = z.object({
  versions: z.array(z.object({ clock: z.number(), content: z.string() })).min(1),
  superseded: z.array(z.string()),
});

function isRegister(json: string): boolean {
  try {
    const { versions } = registerSchema.parse(JSON.parse(json));
    for (const { content } of versions) JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}

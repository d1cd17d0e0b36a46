import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { deviceIdSchema } from '../../../src-shared/domain/ids.ts';
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
  /** The numbers of the events that are not whole, by device. */
  lost: Map<string, number[]>;
  /** True where there may be more of them behind the last that was found. */
  isOpenEnded: boolean;
};

/** Reads what stands whole in a profile's database. Changes nothing in its files. */
export function readSalvage(profileDir: string): Salvage {
  const file = path.join(profileDir, 'baseline.db');
  const isOwnLog = isLogOfItsOwn(file);
  const whole = [...carveEvents(file, isOwnLog).values()].filter(isKnown);
  const truth = readTruth(file, { withWal: isOwnLog, folder: path.join(profileDir, 'salvage') });
  const devices = truth.devices && isPlausible(truth.devices, whole) ? truth.devices : null;
  const registers = new Map([...truth.registers].filter(([, json]) => isRegister(json)));
  return {
    events: whole.sort((a, b) => a.clock - b.clock || a.seq - b.seq),
    registers,
    lost: listLost(whole, devices ?? new Map()),
    isOpenEnded: !isOwnLog || devices === null,
  };
}

/** How many events are lost; null where that cannot be told. */
export function countLost({ lost, isOpenEnded }: Salvage): number | null {
  if (isOpenEnded) return null;
  return [...lost.values()].reduce((sum, seqs) => sum + seqs.length, 0);
}

/** Makes a database of what was saved and lays it ready; everything that is derived from the log is made anew. */
export function prepareSalvage(profileDir: string, { events, registers, lost }: Salvage, at: Instant): void {
  prepareSwap(profileDir, file => {
    const staged = `${file}.staged`;
    const staging = createStaging(staged);
    for (const row of events) staging.add(row);
    staging.close();
    const store = openStore(file, { readOnly: false });
    try {
      store.merge.withStaged(staged, ({ takeIn }) =>
        createJournal(store, { at, readOnly: true }).rebuild(takeIn),
      );
      const journal = createJournal(store, { at, readOnly: false });
      const losses = [...lost].map(
        ([of, seqs]) => ({ type: 'loss', of: deviceIdSchema.parse(of), seqs }) as const,
      );
      if (losses.length > 0) journal.commit(at, losses, { undoable: false });
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

/** So many events at the end of one sequence are not lost by any damage that leaves the table of devices whole. */
const mostAtEnd = 1_000_000;

/** False where the table of devices is damaged itself. There is a device from the first start on. */
function isPlausible(devices: ReadonlyMap<string, number>, events: readonly EventRow[]): boolean {
  const names = [...devices.keys()];
  return (
    names.length > 0 &&
    names.every(name => deviceIdSchema.safeParse(name).success) &&
    [...devices.values()].every(last => last <= events.length + mostAtEnd) &&
    events.every(({ device, seq }) => seq <= (devices.get(device) ?? 0))
  );
}

/**
 * The events that are gone, by where each device's sequence stood: from 1 and without gaps but those known before.
 * Without knowing where the sequences stood, the gaps between what was found.
 */
function listLost(events: readonly EventRow[], devices: ReadonlyMap<string, number>): Map<string, number[]> {
  const found = Map.groupBy(events, ({ device }) => device);
  const before = new Map<string, Set<number>>();
  for (const row of events) {
    const { body } = fromRow(row);
    if (body.type === 'loss') before.set(body.of, new Set([...body.seqs, ...(before.get(body.of) ?? [])]));
  }
  const lost = new Map<string, number[]>();
  for (const device of new Set([...devices.keys(), ...found.keys()])) {
    const seqs = new Set(found.get(device)?.map(({ seq }) => seq));
    const last = Math.max(devices.get(device) ?? 0, ...seqs);
    const gaps = Array.from({ length: last }, (_, index) => index + 1).filter(
      seq => !seqs.has(seq) && !before.get(device)?.has(seq),
    );
    if (gaps.length > 0) lost.set(device, gaps);
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

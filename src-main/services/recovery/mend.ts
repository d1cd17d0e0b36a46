import type { Instant } from '../../../src-shared/domain/study-day.ts';
import { keepAside } from './keep-aside.ts';
import { countLost, prepareSalvage, readSalvage } from './salvage.ts';
import { finishSwap } from './swap.ts';

/**
 * Makes the database of a damaged profile anew where every event of its log is whole, so that only what is derived from
 * it was damaged; nothing is lost then, and nobody need be asked. The damaged one is kept aside. Answers with what was
 * done, for the log of faults, or with null where a part of the log is lost or may be: then nothing was changed.
 */
export function mendDerived(profileDir: string, at: Instant): string | null {
  const salvage = readSalvage(profileDir);
  if (countLost(salvage) !== 0) return null;
  const folder = keepAside(profileDir, at);
  prepareSalvage(profileDir, salvage, at);
  finishSwap(profileDir);
  return `The database was damaged where it is derived from the log, and was made anew from all ${salvage.events.length} events. The damaged one: ${folder}`;
}

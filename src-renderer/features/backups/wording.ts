import type { BackupReason } from '../../../src-shared/domain/backup/backup.ts';
import { countOf, formatDay } from '../../../src-shared/domain/wording.ts';
import type { BackupLine } from '../../../src-shared/ipc/backup-contract.ts';

/** Why a backup was made. */
export const reasonNames: Record<BackupReason, string> = {
  start: 'at a start',
  changes: 'while you worked',
  restore: 'before a restore',
  migration: 'before an update',
  hand: 'by hand',
};

/** `24 Nov, 08:00`. */
export function nameMoment({ date, time }: Pick<BackupLine, 'date' | 'time'>): string {
  return `${formatDay(date, 'short')}, ${time}`;
}

/** What a backup holds, in a few words. */
export function describeHolds({ holds }: Pick<BackupLine, 'holds'>): string {
  const { answers, cards, mocks, deckFiles, pictures, lastDate } = holds;
  const parts = [
    answers === 0 ? 'no answers yet' : `${countOf(answers, 'answer')} to ${countOf(cards, 'card')}`,
    ...(mocks > 0 ? [countOf(mocks, 'mock')] : []),
    ...(deckFiles > 0 ? [`${countOf(deckFiles, 'deck')} of your own`] : []),
    ...(pictures > 0 ? [countOf(pictures, 'picture')] : []),
    ...(lastDate === null ? [] : [`until ${formatDay(lastDate, 'short')}`]),
  ];
  return parts.join(', ');
}

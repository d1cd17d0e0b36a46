import { countOf } from '../../../src-shared/domain/wording.ts';
import type { Recovered, RecoveryChoices } from '../../../src-shared/ipc/recovery-contract.ts';
import { describeHolds, nameMoment } from '../backups/wording.ts';

/** What saving what can be read would come to. */
export function describeSalvage({ events, answers, lost }: RecoveryChoices['salvage']): string {
  return `${countSaved(events, answers)} can be read. ${describeLoss(lost, 'is lost', 'are lost')}`;
}

/** What was done, in the past. */
export function describeDone({ what }: Recovered): { title: string; text: string } {
  switch (what.kind) {
    case 'salvaged':
      return {
        title: what.lost === 0 ? 'Everything is saved' : 'What could be read is saved',
        text: `${countSaved(what.events, what.answers)} ${what.events === 1 ? 'is' : 'are'} in a new database. ${describeLoss(what.lost, 'is lost', 'are lost')}`,
      };
    case 'put-back':
      return {
        title: 'The backup is back',
        text: `Your progress is as on ${nameMoment(what.backup)}: ${describeHolds(what.backup)}.`,
      };
    case 'anew':
      return {
        title: 'The place is clear',
        text: 'Baseline begins with a new database. Your decks are there.',
      };
  }
}

function countSaved(events: number, answers: number): string {
  if (events === answers) return countOf(answers, 'answer');
  const others = events - answers;
  if (answers === 0) return countOf(others, 'record');
  return `${countOf(answers, 'answer')} and ${countOf(others, 'other record')}`;
}

function describeLoss(lost: number | null, one: string, many: string): string {
  if (lost === null) return 'Whether the latest ones are lost cannot be told.';
  if (lost === 0) return 'Nothing of your progress is lost.';
  return `${countOf(lost, 'record')} ${lost === 1 ? one : many}.`;
}

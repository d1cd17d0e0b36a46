import { standingNames } from '../../../src-shared/domain/statistics/ready-words.ts';
import { countOf, formatShare } from '../../../src-shared/domain/wording.ts';
import type { DefaultPage } from '../../../src-shared/ipc/reference-contract.ts';

/** How a default stands with the person, in a sentence. */
export function describeMastery({ cards, met, recall, standing }: DefaultPage['mastery']): string {
  if (recall === null) return `You have met none of its ${countOf(cards, 'card')} yet.`;
  return `You would recall it with a chance of ${formatShare(recall)} now: ${standingNames[standing]}, ${met} of ${countOf(cards, 'card')} met.`;
}

/** What is left to be taken, without a name that would give the answer away; null where nothing is. */
export function describeUntaken({ untaken, taken }: Pick<DefaultPage, 'untaken' | 'taken'>): string | null {
  if (untaken === 0) return null;
  const more = taken.length > 0 ? 'more ' : '';
  const turns = untaken === 1 ? 'turns' : 'turn';
  return `${countOf(untaken, `${more}interview`)} you have not taken ${turns} on it; to name ${untaken === 1 ? 'it' : 'them'} would give the answer away.`;
}

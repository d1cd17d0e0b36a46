import type { RoundKind } from '../../../src-shared/domain/mock/round-answer.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { RoundResult, RoundView } from '../../../src-shared/ipc/round-contract.ts';

/** What a round is called. */
export const roundNames: Readonly<Record<RoundKind, string>> = {
  quick: 'Quick round',
  diagnostic: 'Starting point',
};

/** How far a round is, from the decision on screen: `Decision 3 of 10, 2 right`. */
export function describePlace(index: number, { of, right }: Pick<RoundView, 'of' | 'right'>): string {
  const place = of === null ? `Decision ${index + 1}` : `Decision ${index + 1} of ${of}`;
  return right === 0 ? place : `${place}, ${right} right`;
}

/** What a round came to, in one large line. */
export function describeRight({
  answered,
  right,
  unreached,
}: Pick<RoundResult, 'answered' | 'right' | 'unreached'>): string {
  if (answered === 0) return 'Nothing was answered in time.';
  const rest = unreached === 0 ? '' : ` ${unreached === 1 ? 'One was' : `${unreached} were`} not reached.`;
  if (answered === 1) return `One decision, and it ${right === 1 ? 'held' : 'did not hold'}.${rest}`;
  return `${right === answered ? `All ${answered} held` : `${right} of ${answered} held`}.${rest}`;
}

/** How many of a topic's decisions held; a topic that was not asked about says so. */
export function describeTopic({ right, of }: Pick<RoundResult['topics'][number], 'right' | 'of'>): string {
  return of === 0 ? 'not asked' : `${right} of ${of} right`;
}

/** The cards that are offered, counted: `Ten cards that would mend it`. */
export function describeCards(count: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const word = words[count] ?? String(count);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${count === 1 ? 'card' : 'cards'} that would mend it`;
}

/** What is said once they are put first. */
export function describeMended(count: number): string {
  return `Done: ${countOf(count, 'card')} ${count === 1 ? 'comes' : 'come'} first in your next review.`;
}

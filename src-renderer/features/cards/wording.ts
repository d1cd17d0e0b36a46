import { ratings } from '../../../src-shared/domain/rating.ts';
import type { CardHistory } from '../../../src-shared/domain/statistics/card-history.ts';
import { formatStudyDay } from '../../../src-shared/domain/study-day.ts';
import { countOf, formatDay, formatDays } from '../../../src-shared/domain/wording.ts';
import type { CardLine, CardOrder, CardsChange } from '../../../src-shared/ipc/cards-contract.ts';

export const orderNames: Record<CardOrder, string> = {
  deck: 'Order in the decks',
  title: 'Title',
  due: 'Due',
  stability: 'Stability',
  difficulty: 'Difficulty',
  lapses: 'Lapses',
};

const phaseNames = { new: 'new', learning: 'learning', review: 'review', relearning: 'relearning' } as const;
const flagNames = ['no flag', 'red', 'orange', 'green', 'blue'] as const;

/** Where a card stands, in a word. */
export function describeState({ phase, suspended }: CardLine): string {
  return suspended ? 'suspended' : phaseNames[phase];
}

export const nameFlag = (flag: number): string => flagNames[flag] ?? '';

export const describeDue = ({ dueDate }: CardLine): string =>
  dueDate === null ? '–' : formatDay(dueDate, 'short');
export const describeStability = ({ stability }: Pick<CardLine, 'stability'>): string =>
  stability === null ? '–' : formatDays(Math.max(1, Math.round(stability)));

/** What was done, for the line that says so. */
export function describeChange(change: CardsChange, changed: number): string {
  const cards = countOf(changed, 'card');
  switch (change.kind) {
    case 'suspend':
      return `${cards} ${change.on ? 'suspended' : 'back in the reviews'}.`;
    case 'flag':
      return change.flag === 0 ? `Flags taken off ${cards}.` : `${cards} flagged ${flagNames[change.flag]}.`;
    case 'tag':
      return change.on ? `${cards} tagged ${change.tag}.` : `Tag ${change.tag} taken off ${cards}.`;
    case 'forget':
      return `${cards} new again.`;
    case 'setDue':
      return `${cards} due in ${countOf(change.inDays, 'day')}.`;
  }
}

/** How often a card was asked and forgotten, and how long it holds now. */
export function describeHistory({ reviews }: CardHistory): string {
  const [first, last] = [reviews[0], reviews.at(-1)];
  if (!first || !last) return 'Not asked yet.';
  const lapses = reviews.filter(({ rating }) => rating === ratings.again).length;
  const times = reviews.length === 1 ? 'Asked once' : `Asked ${reviews.length} times`;
  const since = formatDay(formatStudyDay(first.day), 'short');
  const forgotten =
    lapses === 0 ? 'never forgotten' : `forgotten ${lapses === 1 ? 'once' : `${lapses} times`}`;
  return `${times}, ${reviews.length === 1 ? 'on' : 'since'} ${since}, ${forgotten}. Recall falls to 90\u00a0% in ${describeStability(last)}.`;
}

/** The terms of a search, each with what it finds. */
export const searchTerms: readonly [string, string][] = [
  ['redis cache', 'both words, anywhere in the card'],
  ['"cache aside"', 'the words as they stand'],
  ['-redis', 'without it'],
  ['a or b, (a b) or c', 'either'],
  ['is:due', 'also new, learning, review, suspended, buried, marked, flagged'],
  ['tag:hard', 'a tag; * stands for any letters'],
  ['deck:caching', 'also topic:, kind:, id:'],
  ['default:cache.aside', 'cards about a default'],
  ['flag:1', '1 red, 2 orange, 3 green, 4 blue'],
  ['prop:stability<5', 'also difficulty, lapses, reps, and due in days'],
];

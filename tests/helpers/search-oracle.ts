import type { CardState } from '../../src-shared/domain/card-state.ts';
import type { Card } from '../../src-shared/domain/deck/card-schema.ts';
import type { MemoryModel } from '../../src-shared/domain/memory.ts';
import type { Query } from '../../src-shared/domain/search/query.ts';

/** A card as a search sees it, with no database in between. */
export type SearchedCard = {
  card: Card;
  deck: { id: string; title: string; topic: string };
  state: CardState;
};

type Ground = { today: number; model: MemoryModel };

/** Whether a card is found, told from what each term means and by nothing that the product does. */
export function isFound(query: Query, searched: SearchedCard, ground: Ground): boolean {
  const { state, card, deck } = searched;
  switch (query.kind) {
    case 'all':
      return query.of.every(one => isFound(one, searched, ground));
    case 'any':
      return query.of.some(one => isFound(one, searched, ground));
    case 'not':
      return !isFound(query.of, searched, ground);
    case 'text':
      return sayings(card).some(said => holdsWords(said, query.words, query.whole));
    case 'flag':
      return state.flag === query.flag;
    case 'state':
      return holdsState(query.state, state, ground.today);
    case 'prop': {
      const figure = readFigure(query.prop, state, ground);
      return figure !== null && compare(figure, query.op, query.value);
    }
    case 'field': {
      const texts = {
        tag: [...(card.tags ?? []), ...state.tags],
        deck: [deck.id, deck.title],
        topic: [deck.topic],
        default: card.default === undefined ? [] : [card.default],
        kind: [card.kind],
        id: [card.id],
      }[query.field];
      return texts.some(text => fits(strip(text), query.value));
    }
  }
}

/** Everything that a basic card says, each text in its words. */
function sayings(card: Card): string[][] {
  if (card.kind !== 'basic') throw new Error('the oracle reads basic cards alone');
  const { ask, answer, reason, cost, exception, say, tags = [] } = card;
  return [ask, answer, reason, cost, exception, say, ...tags].flatMap(text =>
    text === undefined
      ? []
      : [
          strip(text)
            .split(/[^\p{L}\p{N}]+/u)
            .filter(word => word !== ''),
        ],
  );
}

function holdsWords(said: readonly string[], words: readonly string[], whole: boolean): boolean {
  return said.some((_, at) =>
    words.every((word, n) => {
      const other = said[at + n];
      return n < words.length - 1 || whole ? other === word : (other?.startsWith(word) ?? false);
    }),
  );
}

function strip(text: string): string {
  return [...text.normalize('NFD')]
    .filter(letter => !/\p{M}/u.test(letter))
    .join('')
    .toLowerCase();
}

function fits(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function holdsState(
  name: Extract<Query, { kind: 'state' }>['state'],
  state: CardState,
  today: number,
): boolean {
  const isBuried = state.buriedUntil !== null && state.buriedUntil > today;
  return {
    new: state.phase === 'new',
    learning: state.phase === 'learning' || state.phase === 'relearning',
    review: state.phase === 'review',
    due: state.dueDay !== null && state.dueDay <= today && !state.suspended && !isBuried,
    suspended: state.suspended,
    buried: isBuried,
    marked: state.marked,
    flagged: state.flag > 0,
  }[name];
}

function readFigure(
  prop: Extract<Query, { kind: 'prop' }>['prop'],
  state: CardState,
  { today, model }: Ground,
): number | null {
  return {
    stability: state.memory?.stability ?? null,
    difficulty: state.memory?.difficulty ?? null,
    lapses: state.lapses,
    reps: state.reps,
    due: state.dueDay === null ? null : state.dueDay - today,
    recall: state.memory && model.recall(state.memory, state.lastDay === null ? 0 : today - state.lastDay),
  }[prop];
}

function compare(a: number, op: Extract<Query, { kind: 'prop' }>['op'], b: number): boolean {
  return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b, '=': a === b, '!=': a !== b }[op];
}

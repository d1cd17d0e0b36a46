import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topics } from '../../../src-shared/domain/ids.ts';
import {
  type Asked,
  buildQueue,
  type NewCard,
  orderNewCards,
  pickNext,
  putFirst,
  type QueueCard,
} from '../../../src-shared/domain/queue.ts';
import { defaultIds } from '../../../src-shared/domain/rules/decisions.ts';
import { readBuiltInCards } from '../../helpers/built-in-cards.ts';
import { toCardId } from '../../helpers/profile.ts';

const nothingAsked: Asked = { newCards: 0, reviews: 0, last: null };
const noLimit = { newCards: 1000, reviews: 1000 };

/** A card with a topic and a sibling group of its own, unless it is told otherwise. */
function makeCard(id: string, more: Partial<QueueCard> = {}): QueueCard {
  const base = {
    topic: id,
    sibling: id,
    phase: 'review',
    dueAtMs: null,
    recall: 0.9,
    position: 0,
  } as const;
  return { cardId: toCardId(id), ...base, ...more };
}

const makeReviews = (count: number): QueueCard[] =>
  Array.from({ length: count }, (_, index) => makeCard(`review.${index}`, { recall: 0.9 - index / 1000 }));
const makeFresh = (count: number): QueueCard[] =>
  Array.from({ length: count }, (_, index) =>
    makeCard(`new.${index}`, { phase: 'new', recall: null, position: index }),
  );

/** Cards of a few topics with a few sibling groups each, in any phase. */
const anyCards: fc.Arbitrary<QueueCard[]> = fc
  .array(
    fc.record({
      topic: fc.nat(2),
      group: fc.nat(2),
      phase: fc.constantFrom('new' as const, 'learning' as const, 'review' as const, 'relearning' as const),
      recall: fc.integer({ min: 0, max: 20 }),
      dueAtMs: fc.nat(20),
    }),
    { maxLength: 60 },
  )
  .map(cards =>
    cards.map(({ topic, group, phase, recall, dueAtMs }, index) =>
      makeCard(`card.${index}`, {
        topic: `topic-${topic}`,
        sibling: `topic-${topic}.${group}`,
        phase,
        recall: phase === 'new' ? null : recall / 20,
        dueAtMs: phase === 'learning' || phase === 'relearning' ? dueAtMs : null,
        position: index,
      }),
    ),
  );

const idsOf = (cards: readonly QueueCard[]): string[] => cards.map(({ cardId }) => cardId);
const ofPhase = (cards: readonly QueueCard[], phase: string): QueueCard[] =>
  cards.filter(card => card.phase === phase);

test('cards that a mock brought back come first in their own order, beyond the limits, each once', () => {
  const marked = [
    makeCard('marked.review', { recall: 0.1 }),
    makeCard('marked.new', { phase: 'new', recall: null }),
  ];
  const day = buildQueue(
    [...makeReviews(3), ...makeFresh(3), ...marked],
    { newCards: 1, reviews: 9 },
    nothingAsked,
  );
  const { main } = putFirst(day, marked);
  expect(main.slice(0, 2).map(({ cardId }) => cardId)).toEqual(['marked.review', 'marked.new']);
  expect(new Set(main.map(({ cardId }) => cardId)).size).toBe(main.length);
  expect(main).toHaveLength(5);
});

describe('the queue of a day', () => {
  test('holds every card once: steps apart, the rest within the limits', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(30), fc.nat(30), (cards, newCards, reviews) => {
        const { steps, main } = buildQueue(cards, { newCards, reviews }, nothingAsked);
        const count = (phase: string): number => ofPhase(cards, phase).length;
        expect(steps).toHaveLength(count('learning') + count('relearning'));
        expect(ofPhase(main, 'review')).toHaveLength(Math.min(reviews, count('review')));
        expect(ofPhase(main, 'new')).toHaveLength(Math.min(newCards, count('new')));
        const ids = idsOf([...steps, ...main]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(main).toHaveLength(ofPhase(main, 'review').length + ofPhase(main, 'new').length);
      }),
    );
  });

  test('does not depend on the order in which the cards were read', () => {
    fc.assert(
      fc.property(
        anyCards.chain(cards =>
          fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length })),
        ),
        ([cards, shuffled]) => {
          expect(buildQueue(shuffled, noLimit, nothingAsked)).toEqual(
            buildQueue(cards, noLimit, nothingAsked),
          );
        },
      ),
    );
  });

  test('of a backlog it takes the cards that are held best, and of new ones the first', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(20), fc.nat(20), (cards, newCards, reviews) => {
        const { main } = buildQueue(cards, { newCards, reviews }, nothingAsked);
        const leftOut = cards.filter(card => !main.includes(card));
        const worstAsked = Math.min(1, ...ofPhase(main, 'review').map(card => card.recall ?? 0));
        for (const card of ofPhase(leftOut, 'review')) expect(card.recall).toBeLessThanOrEqual(worstAsked);
        const lastAsked = Math.max(-1, ...ofPhase(main, 'new').map(card => card.position));
        for (const card of ofPhase(leftOut, 'new')) expect(card.position).toBeGreaterThan(lastAsked);
      }),
    );
  });

  test.each([
    [{ newCards: 0, reviews: 0 }, []],
    [{ newCards: -3, reviews: -1 }, []],
    [{ newCards: 2, reviews: 0 }, ['new.0', 'new.1']],
    [{ newCards: 0, reviews: 2 }, ['review.0', 'review.1']],
    [{ newCards: 1, reviews: 1 }, ['review.0', 'new.0']],
  ])('with %j left, it is %j', (allowance, ids) => {
    const cards = [...makeReviews(3), ...makeFresh(3)];
    expect(idsOf(buildQueue(cards, allowance, nothingAsked).main)).toEqual(ids);
  });

  test('reviews go from the best held to the worst where topics differ, equal ones by id', () => {
    const cards = [
      makeCard('c', { recall: 0.5 }),
      makeCard('b', { recall: 0.7 }),
      makeCard('z', { recall: 0.9 }),
      makeCard('a', { recall: 0.7 }),
    ];
    expect(idsOf(buildQueue(cards, noLimit, nothingAsked).main)).toEqual(['z', 'a', 'b', 'c']);
  });

  test('new cards are spread evenly between reviews, in any stretch from the start', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (reviews, fresh) => {
        const cards = [...makeReviews(reviews), ...makeFresh(fresh)];
        const { main } = buildQueue(cards, noLimit, nothingAsked);
        for (let length = 1; length <= main.length; length++) {
          const share = (length * fresh) / (reviews + fresh);
          expect(Math.abs(ofPhase(main.slice(0, length), 'new').length - share)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('neighbours in the queue', () => {
  /** How far ahead another topic is looked for. */
  const near = 8;

  test('a sibling follows only where nothing else is near, a topic only where no other one is', () => {
    fc.assert(
      fc.property(anyCards, cards => {
        const reviews = ofPhase(cards, 'review');
        const { main } = buildQueue(reviews, noLimit, nothingAsked);
        const left = [...reviews].sort(
          (a, b) => (b.recall ?? 0) - (a.recall ?? 0) || (a.cardId < b.cardId ? -1 : 1),
        );
        for (const [index, card] of main.entries()) {
          const last = main[index - 1];
          const choice = left.slice(0, near);
          expect(choice).toContain(card);
          if (last?.sibling === card.sibling)
            expect(choice.every(({ sibling }) => sibling === card.sibling)).toBe(true);
          if (last?.topic === card.topic)
            expect(choice.every(({ topic }) => topic === card.topic)).toBe(true);
          left.splice(left.indexOf(card), 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('within one topic, and where siblings lie in different topics, siblings stand apart', () => {
    const one = (id: string, sibling: string, recall: number): QueueCard =>
      makeCard(id, { topic: 'one', sibling, recall });
    const cards = [one('a.1', 'a', 0.9), one('a.2', 'a', 0.8), one('b.1', 'b', 0.7), one('b.2', 'b', 0.6)];
    expect(idsOf(buildQueue(cards, noLimit, nothingAsked).main)).toEqual(['a.1', 'b.1', 'a.2', 'b.2']);
    const shared = [
      one('a.1', 'a', 0.9),
      makeCard('mine', { topic: 'two', sibling: 'a', recall: 0.8 }),
      one('c', 'c', 0.7),
    ];
    expect(idsOf(buildQueue(shared, noLimit, nothingAsked).main)).toEqual(['a.1', 'c', 'mine']);
  });

  test.each([
    [8, true],
    [9, false],
  ])('another topic in place %i after a card is fetched: %s', (place, fetched) => {
    const same = makeReviews(place).map(card => ({ ...card, topic: 'same' }));
    const cards = [...same, makeCard('other', { recall: 0.1 })];
    expect(buildQueue(cards, noLimit, nothingAsked).main[1]?.cardId === 'other').toBe(fetched);
  });

  test('the first card is no sibling and of another topic than the one asked before it', () => {
    const cards = [
      makeCard('a.2', { topic: 'a', sibling: 'a.x', recall: 0.9 }),
      makeCard('a.3', { topic: 'a', sibling: 'a.y', recall: 0.8 }),
      makeCard('b.1', { topic: 'b', recall: 0.7 }),
    ];
    const last = { topic: 'a', sibling: 'a.x' };
    const first = (list: readonly QueueCard[]): string | undefined =>
      buildQueue(list, noLimit, { ...nothingAsked, last }).main[0]?.cardId;
    expect(first(cards)).toBe('b.1');
    expect(first(cards.slice(0, 2))).toBe('a.3');
    expect(first(cards.slice(0, 1))).toBe('a.2');
  });

  test('a queue that is built anew after each card goes on as the first one said', () => {
    const apart = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => [...makeReviews(a), ...makeFresh(b)]);
    const ofOneKind = anyCards.chain(cards =>
      fc.constantFrom(ofPhase(cards, 'review'), ofPhase(cards, 'new')),
    );
    fc.assert(
      fc.property(
        fc.oneof(apart, ofOneKind),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        (cards, newCards, reviews) => {
          const planned = buildQueue(cards, { newCards, reviews }, nothingAsked).main;
          let left = cards;
          let asked = nothingAsked;
          const lived: QueueCard[] = [];
          for (;;) {
            const allowance = { newCards: newCards - asked.newCards, reviews: reviews - asked.reviews };
            const [next] = buildQueue(left, allowance, asked).main;
            if (!next) break;
            lived.push(next);
            left = left.filter(card => card !== next);
            asked = {
              newCards: asked.newCards + (next.phase === 'new' ? 1 : 0),
              reviews: asked.reviews + (next.phase === 'review' ? 1 : 0),
              last: next,
            };
          }
          expect(idsOf(lived)).toEqual(idsOf(planned));
        },
      ),
    );
  });
});

describe('the next card', () => {
  const step = makeCard('step', { phase: 'learning', dueAtMs: 1000 });
  const later = makeCard('later', { phase: 'relearning', dueAtMs: 5000 });
  const main = makeReviews(2);

  test.each([
    ['a step that has come goes first', [later, step, ...main], 1000, false, 'step'],
    ['the earlier of two that have come', [later, step, ...main], 9000, false, 'step'],
    ['a step that has not come waits', [step, ...main], 999, false, 'review.0'],
    ['also when learning ahead, while there is other work', [step, ...main], 999, true, 'review.0'],
    ['then nothing', [step, later], 999, false, null],
    ['or, learning ahead, the next step', [later, step], 999, true, 'step'],
    ['nothing at all', [], 999, true, null],
  ])('%s', (_name, cards, nowMs, learnAhead, id) => {
    const queue = buildQueue(cards, noLimit, nothingAsked);
    expect(pickNext({ ...queue, first: queue.main[0] ?? null }, nowMs, learnAhead)?.cardId ?? null).toBe(id);
  });
});

describe('the order of new cards', () => {
  const decks = fc.array(fc.record({ topic: fc.nat(5), group: fc.nat(4) }), { maxLength: 120 }).map(cards =>
    cards.map(({ topic, group }, index): NewCard => {
      const name = `topic-${topic}`;
      return { cardId: toCardId(`card.${index}`), topic: name, sibling: `${name}.${group}` };
    }),
  );

  const follow = (cards: readonly NewCard[]): NewCard[] => {
    const byId = new Map(cards.map(card => [card.cardId, card]));
    return orderNewCards(cards).flatMap(id => byId.get(id) ?? []);
  };

  test('has every card once, and leaves each group in the order of its file', () => {
    fc.assert(
      fc.property(decks, cards => {
        const ordered = follow(cards);
        expect(ordered.map(({ cardId }) => cardId).sort()).toEqual(cards.map(({ cardId }) => cardId).sort());
        for (const { sibling } of cards) {
          const ofGroup = (list: readonly NewCard[]) => list.filter(card => card.sibling === sibling);
          expect(ofGroup(ordered)).toEqual(ofGroup(cards));
        }
      }),
    );
  });

  test('takes one card of each group before a second of any, and one of each topic before that', () => {
    fc.assert(
      fc.property(decks, cards => {
        const ordered = follow(cards);
        const groups = new Set(cards.map(({ sibling }) => sibling)).size;
        const names = new Set(cards.map(({ topic }) => topic)).size;
        expect(new Set(ordered.slice(0, groups).map(({ sibling }) => sibling)).size).toBe(groups);
        expect(new Set(ordered.slice(0, names).map(({ topic }) => topic)).size).toBe(names);
      }),
    );
  });

  test('goes on in rounds: no group is ahead of another that still has cards', () => {
    fc.assert(
      fc.property(decks, cards => {
        const met = new Map<string, number>();
        const left = new Map<string, number>();
        for (const { sibling } of cards) left.set(sibling, (left.get(sibling) ?? 0) + 1);
        for (const { sibling } of follow(cards)) {
          const round = (met.get(sibling) ?? 0) + 1;
          for (const [other, count] of left)
            if (count > 0) expect(met.get(other) ?? 0).toBeGreaterThanOrEqual(round - 1);
          met.set(sibling, round);
          left.set(sibling, (left.get(sibling) ?? 0) - 1);
        }
      }),
    );
  });

  test('of the built-in decks brings every topic within six cards and every default within two days', () => {
    const cards = readBuiltInCards().map(({ card, topic }) => ({
      cardId: card.id,
      topic,
      sibling: card.default ?? card.id,
    }));
    const met = (count: number, key: 'topic' | 'sibling'): number =>
      new Set(
        follow(cards)
          .slice(0, count)
          .map(card => card[key]),
      ).size;
    expect(met(topics.length, 'topic')).toBe(topics.length);
    expect(met(40, 'sibling')).toBe(defaultIds.length);
  });
});

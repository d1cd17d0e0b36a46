import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCards } from '../../../src-main/services/browse.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { type CardState, newCardState, phases } from '../../../src-shared/domain/card-state.ts';
import { type Card, cardSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { parseQuery } from '../../../src-shared/domain/search/query.ts';
import { studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import { at, makeFolder, openTestProfile } from '../../helpers/profile.ts';
import { isFound, type SearchedCard } from '../../helpers/search-oracle.ts';

// What a search finds in the database, against what each of its terms means.

const now = at('2026-11-24T08:00:00+01:00');
const today = studyDaySchema.parse(20_781);

const word = fc.constantFrom(
  'cache',
  'Caché',
  'ÇA',
  'aside',
  '100%',
  'of_it',
  '日本',
  'naïve-ish',
  'a',
  '0.5',
);
const saying = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(' '));
const tag = fc.constantFrom('hard', 'hard one', 'Härte', '50%', 'a_b', '-');
const day = fc.integer({ min: -40, max: 40 }).map(days => studyDaySchema.parse(today + days));

const card = fc.record(
  {
    ask: saying,
    answer: saying,
    say: saying,
    default: fc.constantFrom('cache.aside', 'cache.ttl'),
    tags: fc.uniqueArray(tag, { maxLength: 2 }),
  },
  { requiredKeys: ['ask', 'answer'] },
);

const state: fc.Arbitrary<CardState> = fc
  .record({
    phase: fc.constantFrom(...phases),
    memory: fc.record({
      stability: fc.constantFrom(0.5, 5, 60),
      difficulty: fc.constantFrom(1, 5.5, 10),
    }),
    reps: fc.nat({ max: 4 }),
    lapses: fc.nat({ max: 2 }),
    lastDay: day,
    dueDay: day,
    suspended: fc.boolean(),
    marked: fc.boolean(),
    buriedUntil: fc.option(day),
    flag: fc.nat({ max: 4 }),
    tags: fc.uniqueArray(tag, { maxLength: 2 }),
  })
  .map(drawn => {
    const full = { ...newCardState, ...drawn };
    return drawn.phase === 'new' ? { ...full, memory: null, lastDay: null, dueDay: null } : full;
  });

const term = fc.oneof(
  word,
  saying.map(text => `"${text}"`),
  fc.constantFrom('is:new', 'is:learning', 'is:review', 'is:due', 'is:suspended', 'is:buried', 'is:marked'),
  fc.constantFrom('is:flagged', 'flag:0', 'flag:2', 'ca', 'cach*', '日', 'nai', '%', '"'),
  tag.map(text => `tag:"${text}"`),
  fc.constantFrom('tag:*', 'tag:h*', 'tag:*d*e', 'tag:harte', 'deck:"the deck a"', 'deck:b', 'topic:t*'),
  fc.constantFrom('default:cache.*', 'default:*', 'kind:basic', 'kind:c*', 'id:one.1*'),
  fc
    .tuple(
      fc.constantFrom('stability', 'difficulty', 'lapses', 'reps', 'due', 'recall'),
      fc.constantFrom('<', '<=', '>', '>=', '=', '!='),
      fc.constantFrom('0', '1', '5', '0.9', '-3'),
    )
    .map(([prop, op, figure]) => `prop:${prop}${op}${figure}`),
);
const { search } = fc.letrec<{ search: string }>(tie => ({
  search: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    fc.tuple(tie('search'), tie('search')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('search'), tie('search')).map(([a, b]) => `(${a}) or (${b})`),
    tie('search').map(one => `-(${one})`),
  ),
}));

const decks = [
  { path: 'own/a.yaml', id: 'a', title: 'The deck Á', topic: 'topic' },
  { path: 'own/b.yaml', id: 'b', title: 'Other', topic: 'other' },
];

const collection = fc.array(fc.record({ card, deck: fc.constantFrom(...decks), state: fc.option(state) }), {
  maxLength: 12,
});

type Drawn = typeof collection extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Puts cards with their states in the place of those before. */
function fill(profile: Profile, drawn: readonly Drawn[]): SearchedCard[] {
  const { content, states } = profile.store;
  return profile.store.transact(() => {
    for (const { path: file, ...deck } of decks) {
      content.retireFile(file);
      content.putFile({ path: file, own: true, hash: '', stamp: null, deck, faults: [] });
    }
    return drawn.map(({ card: fields, deck, state: held }, index) => {
      const made: Card = cardSchema.parse({ kind: 'basic', id: `one.${index}`, ...fields });
      const { cardId, ...rest } = { cardId: made.id, topic: deck.topic, sibling: made.id, title: 'x' };
      content.putCard({
        cardId,
        ...rest,
        path: deck.path,
        line: index,
        content: made,
        hash: '',
        retired: false,
      });
      if (held) states.put(cardId, held);
      else states.remove(cardId);
      return { card: made, deck, state: held ?? newCardState };
    });
  });
}

test('what a search finds is what its terms mean, in any collection', () => {
  const dir = makeFolder();
  const profile = openTestProfile(dir, now, path.join(dir, 'none'));
  const ground = { today, model: profile.journal.model() };
  const page = { order: 'deck', descending: false, offset: 0, limit: 200 } as const;
  let hits = 0;
  fc.assert(
    fc.property(collection, fc.array(search, { minLength: 4, maxLength: 8 }), (drawn, searches) => {
      const cards = fill(profile, drawn);
      for (const typed of searches) {
        const parsed = parseQuery(typed);
        if ('problem' in parsed) throw new Error(parsed.problem);
        const expected = cards.filter(one => isFound(parsed.query, one, ground)).map(one => one.card.id);
        const { rows } = findCards(profile, { search: typed, ...page }, now);
        expect(rows.map(row => row.cardId).sort(), typed).toEqual(expected.sort());
        if (expected.length > 0 && expected.length < cards.length) hits++;
      }
    }),
    { numRuns: 300 },
  );
  // A search that finds all or nothing tells little.
  expect(hits).toBeGreaterThan(300);
});

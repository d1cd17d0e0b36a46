import { expect, test } from 'vitest';
import { changeCard } from '../../../src-main/services/cards.ts';
import { syncDecks } from '../../../src-main/services/decks/sync.ts';
import { type CardState, newCardState } from '../../../src-shared/domain/card-state.ts';
import { findStudyDay } from '../../../src-shared/domain/study-day.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import { at, openWithCards, toCardId } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const day = findStudyDay(now, 4);

test('a day’s load and a card’s siblings are the cards that will be asked', () => {
  const profile = openWithCards(now, 0);
  const ids = ['one.a', 'one.b', 'one.c', 'one.d'];
  const write = (kept: readonly string[]): void => {
    writeDeck(profile.dir, 'one.yaml', formatDeck(kept.map(id => ({ id, default: 'cache.aside' }))));
    syncDecks(profile);
  };
  write(ids);
  for (const id of ids) changeCard(profile, id, { kind: 'setDue', inDays: 0 }, now);
  const { states } = profile.store;
  const siblings = (): number => states.siblingDays(toCardId('one.a')).length;
  expect([states.countDue(day), siblings()]).toEqual([4, 3]);
  changeCard(profile, 'one.b', { kind: 'suspend', on: true }, now);
  expect([states.countDue(day), siblings()]).toEqual([3, 2]);
  write(ids.slice(0, 3));
  expect([states.countDue(day), siblings()]).toEqual([2, 1]);
});

test('while states are held, each card is written once with its last, and read as ever; after an error none is', () => {
  const { store } = openWithCards(now, 2);
  const { states } = store;
  const [one, other] = [toCardId('one.a'), toCardId('one.b')];
  const state = (lapses: number): CardState => ({ ...newCardState, lapses });
  const written = (): number[] => [...states.all()].map(each => each.state.lapses);
  expect(() =>
    store.transact(() =>
      states.holding(() => {
        states.put(one, state(1));
        throw new Error('over');
      }),
    ),
  ).toThrow('over');
  expect(states.get(one)).toEqual(newCardState);
  const before = store.countChanges();
  states.holding(() => {
    states.put(one, state(1));
    states.put(one, state(2));
    expect([states.get(one).lapses, written()]).toEqual([2, []]);
    states.put(other, state(3));
  });
  expect([written(), store.countChanges() - before]).toEqual([[2, 3], 2]);
});

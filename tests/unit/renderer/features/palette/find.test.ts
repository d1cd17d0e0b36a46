import { describe, expect, test } from 'vitest';
import { type Entry, findEntries, mostShown } from '../../../../../src-renderer/features/palette/find.ts';

const entry = (name: string, kind = 'Default', words = ''): Entry => ({
  id: name,
  kind,
  name,
  words,
  run: () => undefined,
});
const entries = [
  entry('Mocks', 'Screen'),
  entry('Cache outage', 'Default', 'cache.outage when Redis goes down'),
  entry('Cache-aside', 'Default', 'cache.aside look in Redis first'),
  entry('Chat', 'Mock interview', 'Presence'),
  entry('Naïve café'),
];
const find = (typed: string) => findEntries(entries, typed).map(({ name }) => name);

describe('findEntries', () => {
  test.each([
    ['', ['Mocks', 'Cache outage', 'Cache-aside', 'Chat', 'Naïve café']],
    ['  ', ['Mocks', 'Cache outage', 'Cache-aside', 'Chat', 'Naïve café']],
    ['cache', ['Cache outage', 'Cache-aside']],
    ['aside', ['Cache-aside']],
    ['REDIS first', ['Cache-aside']],
    ['cache.a', ['Cache-aside']],
    ['mock', ['Mocks', 'Chat']],
    ['naive cafe', ['Naïve café']],
    ['zebra', []],
    ['[.*', []],
  ])('%j', (typed, names) => {
    expect(find(typed)).toEqual(names);
  });

  test('shows no more than fit', () => {
    const many = Array.from({ length: 40 }, (_, n) => entry(`Entry ${n}`));
    expect(findEntries(many, 'entry')).toHaveLength(mostShown);
  });
});

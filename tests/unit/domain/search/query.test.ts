import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type Query } from '../../../../src-shared/domain/search/query.ts';

const text = (...words: string[]): Query => ({ kind: 'text', words, whole: false });
const phrase = (...words: string[]): Query => ({ kind: 'text', words, whole: true });
const all = (...of: Query[]): Query => ({ kind: 'all', of });
const any = (...of: Query[]): Query => ({ kind: 'any', of });
const not = (of: Query): Query => ({ kind: 'not', of });
const due: Query = { kind: 'state', state: 'due' };

describe('parseQuery', () => {
  test.each<[string, Query]>([
    ['', all()],
    ['  ', all()],
    ['Redis', all(text('redis'))],
    ['redis Naïve', all(text('redis'), text('naive'))],
    ['"cache aside"', all(phrase('cache', 'aside'))],
    ['"half open', all(text('half', 'open'))],
    ['-redis is:due', all(not(text('redis')), due)],
    ['cache-aside', all(text('cache', 'aside'))],
    ['a or b', any(all(text('a')), all(text('b')))],
    ['a or', all(text('a'))],
    ['or', all()],
    ['"or"', all(phrase('or'))],
    ['(a or b) is:due', all(any(all(text('a')), all(text('b'))), due)],
    ['-(a b)', all(not(all(text('a'), text('b'))))],
    ['((', all()],
    ['- % "" -"', all()],
    ['a -%', all(text('a'))],
    ['cach*', all(text('cach'))],
    ['tag:"-"', all({ kind: 'field', field: 'tag', value: '-' })],
    ['prop:recall<90%', all({ kind: 'prop', prop: 'recall', op: '<', value: 0.9 })],
    ['a )b', all(all(text('a')), all(text('b')))],
    ['default:cache.aside', all({ kind: 'field', field: 'default', value: 'cache.aside' })],
    ['deck:"My deck"', all({ kind: 'field', field: 'deck', value: 'my deck' })],
    ['tag:hard*', all({ kind: 'field', field: 'tag', value: 'hard*' })],
    ['flag:2', all({ kind: 'flag', flag: 2 })],
    ['prop:stability<5', all({ kind: 'prop', prop: 'stability', op: '<', value: 5 })],
    ['prop:due>=-1', all({ kind: 'prop', prop: 'due', op: '>=', value: -1 })],
    ['http://x', all(text('http', 'x'))],
    ["100% '; DROP", all(text('100'), text('drop'))],
  ])('%j', (typed, query) => {
    expect(parseQuery(typed)).toEqual({ query });
  });

  test.each([
    ['is:sleepy', /is:sleepy is not known/],
    ['cache flag:9 redis', /flag:9 is not known/],
    ['prop:beauty<5', /prop: takes one of/],
    ['prop:lapses', /prop:lapses is not understood/],
    ['prop:stability<5%', /prop:stability<5% is not understood/],
  ])('%j is told', (typed, problem) => {
    expect(parseQuery(typed)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test('takes anything that a person may type', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        for (const typed of [a, b, `(${a}" -or tag:${b}`])
          expect(Object.keys(parseQuery(typed))).toHaveLength(1);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, type Query } from '../../../../src-shared/domain/search/query.ts';

const text = (of: string): Query => ({ kind: 'text', text: of });
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
    ['"cache aside"', all(text('cache aside'))],
    ['"half open', all(text('half open'))],
    ['-redis is:due', all(not(text('redis')), due)],
    ['cache-aside', all(text('cache-aside'))],
    ['a or b', any(all(text('a')), all(text('b')))],
    ['a or', all(text('a'))],
    ['or', all()],
    ['"or"', all(text('or'))],
    ['(a or b) is:due', all(any(all(text('a')), all(text('b'))), due)],
    ['-(a b)', all(not(all(text('a'), text('b'))))],
    ['((', all(all(all()))],
    ['a )b', all(all(text('a')), all(text('b')))],
    ['default:cache.aside', all({ kind: 'field', field: 'default', value: 'cache.aside' })],
    ['deck:"My deck"', all({ kind: 'field', field: 'deck', value: 'my deck' })],
    ['tag:hard*', all({ kind: 'field', field: 'tag', value: 'hard*' })],
    ['flag:2', all({ kind: 'flag', flag: 2 })],
    ['prop:stability<5', all({ kind: 'prop', prop: 'stability', op: '<', value: 5 })],
    ['prop:due>=-1', all({ kind: 'prop', prop: 'due', op: '>=', value: -1 })],
    ['http://x', all(text('http://x'))],
    ["100% '; DROP", all(text('100%'), text("';"), text('drop'))],
  ])('%j', (typed, query) => {
    expect(parseQuery(typed)).toEqual({ query });
  });

  test.each([
    ['is:sleepy', /is:sleepy is not known/],
    ['flag:9', /flag: takes 0 to 4/],
    ['prop:beauty<5', /prop: takes one of/],
    ['prop:lapses', /prop: takes one of/],
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

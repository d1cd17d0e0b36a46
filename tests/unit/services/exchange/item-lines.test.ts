import { JSONParser } from '@streamparser/json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createItemLines } from '../../../../src-main/services/exchange/json/item-lines.ts';

type Item = { list: string; value: unknown };
type Read = { items: Item[]; byHand: number };

/** Reads a text in pieces of so many bytes; `byHand` counts what did not go through the streaming parser. */
function read(text: string, pieceBytes: number, longest = 1000): Read {
  const items: Item[] = [];
  let ended: string | null = null;
  let byHand = 0;
  const parser = new JSONParser({ paths: ['$.a.*', '$.b.*'], keepStack: false });
  parser.onValue = ({ value, stack }) => {
    ended = String(stack.at(-1)?.key);
    items.push({ list: ended, value });
  };
  const lines = createItemLines(
    {
      parse: piece => {
        ended = null;
        parser.write(piece);
      },
      ended: () => ended,
      take: (list, value) => {
        byHand++;
        items.push({ list, value });
      },
    },
    longest,
    () => {
      throw new Error('too long');
    },
  );
  const bytes = Buffer.from(text);
  // One buffer, filled anew, as a file is read.
  const buffer = Buffer.alloc(pieceBytes);
  for (let at = 0; at < bytes.length; at += pieceBytes)
    lines.write(buffer.subarray(0, bytes.copy(buffer, 0, at, at + pieceBytes)));
  lines.end();
  if (!parser.isEnded) parser.end();
  return { items, byHand };
}

const list = fc.array(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()), { maxLength: 6 });
const documents = fc.record({ a: list, b: list, c: fc.jsonValue() });

/** Between two tokens outside of texts anything blank may stand. */
function setWith(value: unknown, blanks: readonly string[]): string {
  let n = 0;
  const tokens = /"(?:[^"\\]|\\.)*"|[^"\s]/g;
  return JSON.stringify(value).replace(tokens, token =>
    /^[[\]{},:]$/.test(token) ? token + (blanks[n++ % blanks.length] ?? '') : token,
  );
}

function writeLines({ a, b, c }: { a: unknown[]; b: unknown[]; c: unknown }): string {
  const lines = (items: unknown[]): string =>
    items.map((item, n) => `${n === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`).join('');
  return `{"a":[${lines(a)}],"c":${JSON.stringify(c)},"b":[${lines(b)}]}\n`;
}

function listItems({ a, b }: { a: unknown[]; b: unknown[] }): Item[] {
  return [...a.map(value => ({ list: 'a', value })), ...b.map(value => ({ list: 'b', value }))];
}

/** As JSON has them: `-0` is 0 there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('lists with a line an item', () => {
  test('are read alike however they are set and in whatever pieces they come', () => {
    const blanks = fc.array(fc.constantFrom('', '', ' ', '\n', '\t', '\r\n', '\n\n'), { minLength: 1 });
    fc.assert(
      fc.property(documents, blanks, fc.integer({ min: 1, max: 200 }), (document, between, bytes) => {
        for (const text of [
          writeLines(document),
          setWith(document, between),
          JSON.stringify(document, null, 2),
        ])
          expect(plain(read(text, bytes, 1e6).items)).toEqual(plain(listItems(document)));
      }),
    );
  });

  test('as we write them, all but the first and the last of a list are read by hand', () => {
    const a = Array.from({ length: 10 }, (_, n) => ({ n, text: 'ä},\\n"' }));
    for (const bytes of [7, 64, 1e6]) expect(read(writeLines({ a, b: a, c: 1 }), bytes).byHand).toBe(16);
  });

  test.each([
    ['a list elsewhere that looks like one', '{"c":{"a":[\n{"x":1},\n{"x":2},\n{"x":3}]},"a":[]}', 0],
    ['a list inside of an item', '{"a":[{"q":[\n{"x":1},\n{"x":2},\n{"x":3}]}]}', 1],
    ['two items on a line', '{"a":[\n{"x":1},\n{"x":2},{"x":3},\n{"x":4}]}', 4],
  ])('%s', (_name, text, count) => {
    const { items } = read(text, 1000);
    expect(items).toHaveLength(count);
    expect(items.map(({ value }) => value)).toEqual(JSON.parse(text).a);
  });

  test.each([
    ['a comma after the last', '{"a":[\n{"x":1},\n{"x":2},\n]}'],
    ['a line that is none', '{"a":[\n{"x":1},\n{"x":2,},\n{"x":3}]}'],
    ['an end in the middle', '{"a":[\n{"x":1},\n{"x":2},\n{"x"'],
  ])('with %s are refused', (_name, text) => {
    expect(() => read(text, 1000)).toThrow();
  });

  test('a line without an end is refused before it fills the memory', () => {
    expect(() => read(`{"a":[\n{"x":1},\n{"x":"${'y'.repeat(2000)}"},\n{"x":3}]}`, 64)).toThrow('too long');
  });
});

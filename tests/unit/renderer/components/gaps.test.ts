import { expect, test } from 'vitest';
import { insertGaps, markGap } from '../../../../src-renderer/components/gaps.ts';

type Tree = Parameters<ReturnType<typeof insertGaps>>[0];

const text = (value: string): Tree => ({ type: 'text', value });
const element = (tagName: string, ...children: Tree[]): Tree => ({ type: 'element', tagName, children });
const gap = (index: number): Tree => ({
  type: 'element',
  tagName: 'mark',
  properties: { dataGap: index },
  children: [],
});

function transform(tree: Tree): Tree {
  insertGaps()(tree);
  return tree;
}

test('a marked place becomes a gap between its texts', () => {
  const tree = { type: 'root', children: [element('p', text(`A ${markGap(1)}, or ${markGap(12)}.`))] };
  expect(transform(tree)).toEqual({
    type: 'root',
    children: [element('p', text('A '), gap(1), text(', or '), gap(12), text('.'))],
  });
});

test('it may stand at the ends, beside another one, or deep inside', () => {
  const tree = {
    type: 'root',
    children: [text(`${markGap(0)}${markGap(1)}`), element('p', element('strong', text(markGap(2))))],
  };
  expect(transform(tree)).toEqual({
    type: 'root',
    children: [gap(0), gap(1), element('p', element('strong', gap(2)))],
  });
});

test('a text without a gap stays as it is, numbers and all', () => {
  const tree = { type: 'root', children: [element('p', text('1 of 12 shards'))] };
  expect(transform(structuredClone(tree))).toEqual(tree);
});

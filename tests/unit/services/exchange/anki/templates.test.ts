import { expect, test } from 'vitest';
import { fillTemplate } from '../../../../../src-main/services/exchange/anki/templates.ts';

const values = new Map([
  ['Front', '<b>f</b>'],
  ['Back', 'b'],
  ['Empty', ' <br> '],
]);
const fill = (template: string, number = 1): string | null =>
  fillTemplate(template, { values, number, filter: (name, value) => `${name}(${value})` });

test.each([
  ['{{Front}} and {{ Back }}', '<b>f</b> and b'],
  ['{{#Back}}yes {{Back}}{{/Back}}{{^Back}}no{{/Back}}', 'yes b'],
  ['{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}', 'no'],
  ['{{#Missing}}yes{{/Missing}}x', 'x'],
  ['{{#Back}}{{#Front}}both{{/Front}}{{/Back}}', 'both'],
  ['{{type:cloze:Back}}', 'type(cloze(b))'],
  ['{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}', 'one'],
  ['{{! a remark }}x', 'x'],
])('%s', (template, html) => {
  expect(fill(template)).toBe(html);
});

test.each(['{{#Back}}open', '{{/Back}}', '{{#Back}}{{/Front}}', '{{Nowhere}}'])('%s is broken', template => {
  expect(fill(template)).toBeNull();
});

test('a template that repeats a field without end stops growing', () => {
  const long = new Map([['F', 'x'.repeat(100_000)]]);
  const html = fillTemplate('{{F}}'.repeat(10_000), { values: long, number: 1, filter: (_, value) => value });
  expect(html?.length).toBeLessThan(400_000);
});

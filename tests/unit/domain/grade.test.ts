import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardBody, OptionView } from '../../../src-shared/domain/card-view.ts';
import type { Response } from '../../../src-shared/domain/events.ts';
import { gradeResponse, parseTypedNumber } from '../../../src-shared/domain/grade.ts';

const nothing = 'nothing';

describe('a typed number', () => {
  test.each<[string, number | typeof nothing]>([
    ['1', 1],
    ['0', 0],
    ['007', 7],
    ['0.5', 0.5],
    ['0,5', 0.5],
    ['0,500', 0.5],
    ['1,5', 1.5],
    ['12,75', 12.75],
    ['1,0000', 1],
    ['10000,500', 10_000.5],
    ['1,000', 1000],
    ['50,000', 50_000],
    ['1,000,000', 1_000_000],
    ['1,234.5', 1234.5],
    ['10 000', 10_000],
    ['10\u00a0000', 10_000],
    ['10\u202f000', 10_000],
    ['1 000 000', 1_000_000],
    ['1 234,5', 1234.5],
    ['  80 ', 80],
    ['100k', 100_000],
    ['100 K', 100_000],
    ['1.5M', 1_500_000],
    ['1,5m', 1_500_000],
    ['2G', 2e9],
    ['20T', 2e13],
    ['3e9', 3e9],
    ['1.5E6', 1_500_000],
    ['50,000k', 50_000_000],
    ['1.005k', 1005],
    ['4.35k', 4350],
  ])('“%s” is %d', (text, value) => {
    expect(parseTypedNumber(text)).toBe(value);
  });

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['a word', 'ten'],
    ['a sign before it', '-5'],
    ['a plus', '+5'],
    ['an exponent and a letter', '1e3k'],
    ['a negative exponent', '1e-3'],
    ['an exponent of more than two digits', '1e100'],
    ['an exponent after a comma', '1,000e3'],
    ['a power', '10^6'],
    ['hexadecimal', '0x10'],
    ['a unit', '5 ms'],
    ['another unit', '5s'],
    ['a percentage', '90 %'],
    ['two letters', '1kk'],
    ['a letter alone', 'k'],
    ['a letter inside', '1k5'],
    ['a currency', '$5'],
    ['a range', '20-50'],
    ['two numbers', '20 50'],
    ['digits apart', '1 0 0'],
    ['groups of two', '10,00,000'],
    ['a group too short at the end', '1,000,50'],
    ['both separators for thousands', '1,000 000'],
    ['points for thousands', '1.000.000'],
    ['a decimal comma behind commas', '1,000,5'],
    ['two points', '1.2.3'],
    ['a point behind', '5.'],
    ['a point before', '.5'],
    ['a comma before', ',500'],
    ['a separator alone', ','],
    ['digits of another script', '１２'],
    ['infinity', 'Infinity'],
    ['no number', 'NaN'],
    ['more than a number can hold', '9'.repeat(400)],
    ['a line between', '5\nk\n6'],
  ])('%s is none', (_name, text) => {
    expect(parseTypedNumber(text)).toBeNull();
  });

  test('however it is written, it is the same number', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(999), fc.constantFrom(',', ' ', ''), (whole, cents, separator) => {
        const groups = String(whole).replace(/\B(?=(?:\d{3})+$)/g, separator);
        expect(parseTypedNumber(groups)).toBe(whole);
        expect(parseTypedNumber(`${groups}.${cents}`)).toBe(Number(`${whole}.${cents}`));
        expect(parseTypedNumber(`${groups}k`)).toBe(whole * 1000);
        expect(parseTypedNumber(`${whole}.${cents}M`)).toBe(Number(`${whole}.${cents}e6`));
      }),
    );
  });

  test('any text gives a finite number that is not negative, or none', () => {
    const close = fc.string({
      unit: fc.constantFrom('0', '5', '12', ',', '.', ' ', 'k', 'M', 'e', '-'),
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), close), text => {
        const value = parseTypedNumber(text);
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a response', () => {
  const option = (text: string, right: boolean): OptionView => ({
    text,
    right,
    why: right ? null : 'it were so',
  });
  const options = [option('first', false), option('second', true), option('third', false)];
  const number: CardBody = { kind: 'number', ask: 'How long?', value: 1, unit: 'ms', accept: [0.5, 2] };
  const choice: CardBody = { kind: 'choice', ask: 'Which?', options };
  const scenario: CardBody = {
    kind: 'scenario',
    product: 'A shop',
    lines: ['It sells.'],
    ask: 'Which?',
    options,
    because: 'So it is.',
    flip: null,
  };
  const right = { right: true, rating: 3 };
  const wrong = { right: false, rating: 1 };

  test.each([
    [0.5, right],
    [2, right],
    [1, right],
    [0.499_999, wrong],
    [2.000_001, wrong],
    [0, wrong],
    [-1, wrong],
    [Number.NaN, wrong],
  ])('%d to a figure that counts from 0.5 to 2', (value, grade) => {
    expect(gradeResponse(number, { kind: 'number', value })).toEqual(grade);
  });

  test('a range of one figure takes that one', () => {
    const exact: CardBody = { ...number, accept: [1, 1] };
    expect(gradeResponse(exact, { kind: 'number', value: 1 })).toEqual(right);
    expect(gradeResponse(exact, { kind: 'number', value: 1.01 })).toEqual(wrong);
  });

  test.each([
    ['choice', choice],
    ['scenario', scenario],
  ])('to a %s is judged by the option as it is shown', (_kind, body) => {
    const grades = [0, 1, 2, 3, 9].map(index => gradeResponse(body, { kind: 'option', index }));
    expect(grades).toEqual([wrong, right, wrong, null, null]);
  });

  test('that does not fit the card is not judged', () => {
    const given: Response[] = [
      { kind: 'option', index: 0 },
      { kind: 'number', value: 1 },
    ];
    const bodies: [CardBody, boolean[]][] = [
      [{ kind: 'basic', ask: 'Why?', answer: 'So.' }, [false, false]],
      [{ kind: 'cloze', pieces: [{ kind: 'gap', answer: 'a', hint: null }] }, [false, false]],
      [{ kind: 'contrast', ask: 'Which?', decides: 'that', between: [] }, [false, false]],
      [choice, [true, false]],
      [scenario, [true, false]],
      [number, [false, true]],
    ];
    for (const [body, judged] of bodies)
      expect(given.map(response => gradeResponse(body, response) !== null)).toEqual(judged);
  });
});

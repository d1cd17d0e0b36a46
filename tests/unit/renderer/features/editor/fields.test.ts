import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginDraft,
  formKinds,
  listFields,
  namePath,
  readAt,
  readField,
  readFormKind,
  showField,
  tellFault,
  trimDraft,
  writeAt,
} from '../../../../../src-renderer/features/editor/fields.ts';

describe('the fields of a form', () => {
  test.each(formKinds)('of %s show what was written into them, and nothing else changes', kind => {
    const fields = listFields(kind);
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: fields.length, maxLength: fields.length }), texts => {
        let draft = beginDraft(kind);
        for (const [n, field] of fields.entries()) draft = writeAt(draft, field.path, texts[n] ?? '');
        expect(fields.map(field => showField(draft, field))).toEqual(texts);
        expect(readFormKind(draft)).toBe(kind);
      }),
    );
  });

  test('a figure is written down as one where it is one, and as it was typed where it is not', () => {
    const value = { path: ['value'], label: '', isNumber: true } as const;
    expect(['10', '-0.5', ' 7 ', '1e3', '', 'ten', '1.'].map(text => readField(value, text))).toEqual([
      10,
      -0.5,
      7,
      '1e3',
      '',
      'ten',
      '1.',
    ]);
    expect(readField({ path: ['ask'], label: '' }, '10')).toBe('10');
  });

  test('what leads to a path is made, and what stands beside it stays', () => {
    const draft = writeAt(
      { kind: 'contrast', between: [{ name: 'a', default: 'x.y' }] },
      ['between', 1, 'name'],
      'b',
    );
    expect(draft).toEqual({ kind: 'contrast', between: [{ name: 'a', default: 'x.y' }, { name: 'b' }] });
    expect(readAt(draft, ['between', 5, 'name'])).toBeUndefined();
    expect(namePath(['between', 1, 'name'])).toBe('between[1].name');
  });

  test('fields that are empty are left out of what is saved', () => {
    expect(trimDraft({ kind: 'basic', ask: 'a', say: ' ', tags: [], value: 0 })).toEqual({
      kind: 'basic',
      ask: 'a',
      value: 0,
    });
  });

  test('a fault is told at its field, and one inside of it too', () => {
    const faults = [
      { field: 'options', message: 'one is right' },
      { field: 'options[1].text', message: 'is empty' },
      { field: null, message: 'no YAML' },
    ];
    expect(tellFault(faults, 'options')).toBe('one is right; is empty');
    expect(tellFault(faults, 'options[1].text')).toBe('is empty');
    expect(tellFault(faults, 'option')).toBeNull();
  });
});

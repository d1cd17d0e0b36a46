import { describe, expect, test } from 'vitest';
import { readDeck } from '../../../../src-main/services/decks/read-deck.ts';
import { addMissingIds } from '../../../../src-main/services/decks/repair.ts';
import { readYaml, writeYaml } from '../../../../src-main/services/decks/yaml-text.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';

/** Lists in lists, deeper than any stack reaches; what follows ends them all at once. */
const deep = `deck: deep\ntitle: Deep\ntopic: deep\ncards:\n${'- '.repeat(5000)}\n- kind: basic\n`;

describe('nested too deeply', () => {
  test('is a fault of the file', () => {
    expect(readDeck('deep.yaml', deep, { builtIn: false })).toEqual({
      deck: null,
      cards: [],
      faults: [
        {
          file: 'deep.yaml',
          line: 1,
          field: null,
          message: 'not valid YAML: it is nested too deeply',
          repairable: false,
        },
      ],
    });
  });

  test('gets no ids', () => {
    expect(addMissingIds(deep, () => false)).toEqual({ text: deep, added: 0 });
  });
});

test('what borrows from a part that is gone is not written', () => {
  const document = readYaml('one: &same text\ntwo: *same\n');
  document.delete('one');
  expect(() => writeYaml(document, 'deck.yaml')).toThrow(ProblemError);
});

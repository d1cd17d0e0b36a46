import { expect, test } from 'vitest';
import { type Prompt, promptSchema } from '../../../../src-shared/domain/mock/prompt.ts';
import { listExercised, proposeNext } from '../../../../src-shared/domain/mock/propose.ts';
import { readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

const make = (id: string, fact: object, decision: string): Prompt =>
  promptSchema.parse({
    id,
    parts: [{ id: 'part' }],
    facts: [{ part: 'part', ...fact }],
    score: [{ part: 'part', decision }],
  });
const eventual = make('eventual', { fact: 'stale_read_harm', is: 'none' }, 'consistency');
const strong = make('strong', { fact: 'stale_read_harm', is: 'stock' }, 'consistency');
const text = make('text', { fact: 'query', is: 'text' }, 'index');
const all = [eventual, strong, text];

test('a prompt exercises what it expects, at the start and after each twist, and its arithmetic', () => {
  expect([...listExercised(strong)]).toEqual(['consistency.strong']);
  const shop = readBuiltInPrompts().find(({ id }) => id === 'ticket-shop');
  const exercised = shop ? [...listExercised(shop)] : [];
  expect(exercised).toEqual(
    expect.arrayContaining([
      'protocol.sse',
      'protocol.websockets',
      'scale.math',
      'throughput.database',
      'latency.network',
    ]),
  );
});

test('the prompt of the weakest default is next', () => {
  expect(proposeNext(all, ['index.fulltext', 'consistency.strong'])).toEqual({
    prompt: text,
    weakest: ['index.fulltext'],
  });
  expect(proposeNext(all, ['consistency.strong', 'index.fulltext'])?.prompt).toBe(strong);
});

test('several weak ones outweigh a single weaker one', () => {
  const both: Prompt = {
    ...text,
    id: 'both',
    facts: [...text.facts, ...strong.facts],
    score: [...text.score, ...strong.score],
  };
  const next = proposeNext(
    [eventual, both],
    ['consistency.eventual', 'index.fulltext', 'consistency.strong'],
  );
  expect(next).toEqual({ prompt: both, weakest: ['index.fulltext', 'consistency.strong'] });
});

test('where nothing is known the first prompt is next; without prompts none is', () => {
  expect(proposeNext(all, [])).toEqual({ prompt: eventual, weakest: [] });
  expect(proposeNext([], ['scale.math'])).toBeNull();
});

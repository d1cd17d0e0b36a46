import { expect, test } from 'vitest';
import { ProblemError, problemSchema } from '../../../src-shared/domain/problem.ts';

test('a problem crosses a border as the value that the contract names', () => {
  const thrown = new ProblemError('busy', 'The window has this profile open.', 'Close it first.');
  const value = { code: 'busy', message: 'The window has this profile open.', hint: 'Close it first.' };
  expect(thrown.toProblem()).toEqual(value);
  expect(problemSchema.parse(JSON.parse(JSON.stringify(thrown.toProblem())))).toEqual(value);
  expect(new ProblemError('failed', 'It failed.').toProblem()).toEqual({
    code: 'failed',
    message: 'It failed.',
    hint: null,
  });
});

test('a problem is an error with its name and message, so that a log shows where it came from', () => {
  const thrown = new ProblemError('invalid', 'Not so.');
  expect(thrown).toBeInstanceOf(Error);
  expect(String(thrown)).toBe('ProblemError: Not so.');
  expect(thrown.stack).toContain('problem.test.ts');
});

test('what a file says of itself is told in as many letters as a person reads', () => {
  const thrown = new ProblemError('invalid', `“${'x'.repeat(20_000)}” is not a rating.`, 'Use good.');
  expect(thrown.message).toHaveLength(3001);
  expect(thrown.message.endsWith('…')).toBe(true);
});

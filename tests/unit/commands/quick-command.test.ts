import { expect, test } from 'vitest';
import { drawDiagnostic } from '../../../src-shared/domain/mock/diagnostic.ts';
import { drawQuickDecision, judgeQuick, type QuickDecision } from '../../../src-shared/domain/mock/quick.ts';
import { makeCommandLine } from '../../helpers/command-line.ts';

const show = (question: QuickDecision) => ({
  title: question.title,
  told: question.told,
  ask: question.ask,
  options: question.options.map(({ id, label }) => ({
    id,
    label,
    standing: judgeQuick(question, id).standing,
  })),
});

test('mock quick prints the decisions of a round with the verdict on each option', () => {
  const { read, run } = makeCommandLine();
  const questions = [0, 1, 2].map(n => drawQuickDecision(7, n));
  expect(read('mock', 'quick', '--seed', '7', '--decisions', '3')).toMatchObject({
    decisions: questions.map(show),
  });
  const { out } = run('mock', 'quick', '--seed', '7');
  for (const { title, ask } of questions) {
    expect(out).toContain(`${title}\n`);
    expect(out).toContain(`${ask}\n`);
  }
});

test('the diagnostic has its ten, however many are asked for', () => {
  const { read } = makeCommandLine();
  expect(read('mock', 'quick', '--seed', '7', '--kind', 'diagnostic', '--decisions', '2')).toMatchObject({
    decisions: drawDiagnostic(7).map(show),
  });
});

test.each([
  [['--seed', 'x']],
  [['--seed', '1', '--kind', 'slow']],
  [['--seed', '1', '--decisions', '0']],
  [[]],
])('mock quick refuses %j', args => {
  const { run } = makeCommandLine();
  expect(run('mock', 'quick', ...args)).toMatchObject({ exit: 2, out: '' });
});

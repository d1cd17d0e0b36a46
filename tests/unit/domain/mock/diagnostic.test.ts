import { expect, test } from 'vitest';
import { topics } from '../../../../src-shared/domain/ids.ts';
import { drawDiagnostic } from '../../../../src-shared/domain/mock/diagnostic.ts';
import { judgeQuick } from '../../../../src-shared/domain/mock/quick.ts';
import { readRound, recordAnswer } from '../../../../src-shared/domain/mock/read-round.ts';

test('ten decisions of ten products that cover the six topics, the same for the same seed', () => {
  for (let seed = 0; seed < 8; seed++) {
    const drawn = drawDiagnostic(seed);
    const reading = readRound(drawn.map(question => recordAnswer(question, '', judgeQuick(question, ''))));
    expect(reading.topics.map(({ topic, of }) => [topic, of > 0])).toEqual(
      topics.map(topic => [topic, true]),
    );
    expect(new Set(drawn.map(({ product }) => product)).size).toBe(10);
    // None decides what the one before it did.
    for (const [index, { decision }] of drawn.entries())
      expect(decision).not.toBe(drawn[index - 1]?.decision);
  }
  expect(drawDiagnostic(1)).toEqual(drawDiagnostic(1));
  expect(drawDiagnostic(2)).not.toEqual(drawDiagnostic(1));
});

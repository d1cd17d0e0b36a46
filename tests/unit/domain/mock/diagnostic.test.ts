import { expect, test } from 'vitest';
import { topics } from '../../../../src-shared/domain/ids.ts';
import { drawDiagnostic } from '../../../../src-shared/domain/mock/diagnostic.ts';
import { judgeQuick } from '../../../../src-shared/domain/mock/quick.ts';
import { readRound, recordAnswer } from '../../../../src-shared/domain/mock/read-round.ts';

test('ten decisions that cover the six topics, the same for the same seed', () => {
  for (let seed = 0; seed < 30; seed++) {
    const drawn = drawDiagnostic(seed);
    expect(drawn.length).toBe(10);
    const reading = readRound(drawn.map(question => recordAnswer(question, '', judgeQuick(question, ''))));
    expect(reading.topics.map(({ topic, of }) => [topic, of > 0])).toEqual(
      topics.map(topic => [topic, true]),
    );
  }
  expect(drawDiagnostic(1)).toEqual(drawDiagnostic(1));
  expect(drawDiagnostic(2)).not.toEqual(drawDiagnostic(1));
});

import { expect, test } from 'vitest';
import { decide } from '../../../../../src-shared/domain/rules/decide.ts';
import { type Examples, expectedOf, readOutcome } from '../examples/example.ts';

/** One test for each worked example. */
export function testExamples({ decision, examples }: Examples): void {
  test.each(examples)('$shows', example => {
    expect(readOutcome(decide(example.facts, decision, example.keys), example)).toEqual(expectedOf(example));
  });
}

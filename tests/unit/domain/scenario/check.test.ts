import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../../../src-shared/domain/scenario/check.ts';
import { type ScenarioSpec, scenarioSpecSchema } from '../../../../src-shared/domain/scenario/spec.ts';

const good = {
  title: 'A page',
  decision: 'protocol',
  ask: 'How?',
  options: ['http', 'sse'],
  products: [
    { name: 'match', opening: 'A match.', words: { what: 'the score' } },
    { name: 'map', opening: 'A map.', words: { what: 'the way' } },
  ],
  fixed: { callers: 'browser', direction: 'server-push' },
  facts: { freshness_s: [{ any: [1, 2, 40, 90], say: 'It may be {v} old: {what}.' }] },
};

const check = (changes: object) => checkScenario(scenarioSpecSchema.parse({ ...good, ...changes }));
const text = (faults: ReturnType<typeof checkScenario>) =>
  faults.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('a sound card has no fault', () => {
  expect(check({})).toEqual([]);
});

describe('refused, with the place', () => {
  test.each<[string, Partial<Record<keyof ScenarioSpec, unknown>>, string]>([
    ['an unknown option', { options: ['http', 'carrier-pigeon'] }, 'options.1: protocol has no option'],
    ['an option twice', { options: ['http', 'http'] }, 'options: an option stands twice'],
    [
      'a value that the fact cannot have',
      { fixed: { callers: 'nobody', direction: 'server-push' } },
      'fixed.callers: nobody',
    ],
    ['a negative number', { facts: { freshness_s: [{ any: [-1, 40], say: 'x' }] } }, 'facts.freshness_s: -1'],
    [
      'a word that a product lacks',
      { facts: { freshness_s: [{ any: [1, 2, 40, 90], say: '{who} waits {v}.' }] } },
      'facts.freshness_s: says {who}, which match has no word for',
    ],
    [
      'a decoy that can decide',
      { decoys: { latency_target_ms: [{ is: 5, say: 'x' }] } },
      'decoys.latency_target_ms: can decide protocol: put it under facts',
    ],
    [
      'a fact that is fixed and varies',
      { fixed: { ...good.fixed, freshness_s: 2 } },
      'fixed.freshness_s: is fixed and varies at once',
    ],
    ['too few surfaces', { facts: { freshness_s: [{ any: [1, 40], say: 'x' }] } }, 'facts: makes 4 surfaces'],
    [
      'numbers that are not clear of a limit',
      { facts: { freshness_s: [{ any: [4.5, 5, 6, 28, 31, 36], say: 'x' }] } },
      'facts: makes 0 surfaces',
    ],
    [
      'facts that leave the answer open',
      {
        fixed: { callers: 'browser' },
        facts: { freshness_s: [{ any: [1, 2, 3, 4], say: 'x' }] },
      },
      'facts: makes 0 surfaces',
    ],
    [
      'an option that is never right',
      { facts: { freshness_s: [{ any: [1, 2, 3, 4], say: 'x' }] } },
      'options.0: is never right',
    ],
    [
      'too many sets of facts',
      {
        facts: {
          freshness_s: [{ any: [1, 2, 3, 40, 50, 60, 70, 80, 90, 100, 110, 120], say: 'x' }],
          calls_per_s: [{ any: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], say: 'x' }],
          latency_target_ms: [{ any: [1, 2, 3, 4, 5], say: 'x' }],
        },
      },
      'facts: makes 660 sets of facts; at most 600 stay quick',
    ],
  ])('%s', (_, changes, expected) => {
    expect(text(check(changes)).join('\n')).toContain(expected);
  });
});

test('an option that no other value of a single fact turns has no near miss', () => {
  const faults = check({
    options: ['http', 'grpc'],
    fixed: { direction: 'request', callers: 'internal' },
    facts: {
      calls_per_s: [{ any: [10, 20, 20_000, 30_000], say: 'x' }],
      latency_target_ms: [{ is: 5, say: 'x' }],
    },
  });
  expect(text(faults)).toContain('options.1: has no near miss: no single fact turns it');
});

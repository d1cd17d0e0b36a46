import { describe, expect, test } from 'vitest';
import { type FactName, type Facts, factNames } from '../../../../src-shared/domain/facts.ts';
import { expectAll } from '../../../../src-shared/domain/mock/expect.ts';
import {
  findReasons,
  listGroups,
  MOST_CITED,
  weighReason,
} from '../../../../src-shared/domain/mock/reasons.ts';
import { gatherFacts } from '../../../../src-shared/domain/mock/stage.ts';
import type { DecisionId } from '../../../../src-shared/domain/rules/decisions.ts';
import { generatePrompts, readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

const weigh = (
  facts: Facts,
  decision: DecisionId,
  cited: readonly FactName[],
  nothing = false,
  option?: string,
) => weighReason({ facts: cited, nothing }, decision, findReasons(facts, decision, [], option));

test('the facts that `mock expect` shows are always a sufficient reason', () => {
  for (const prompt of [...readBuiltInPrompts(), ...generatePrompts(100), ...generatePrompts(100, 12)]) {
    for (let stage = 0; stage <= prompt.twists.length; stage++) {
      for (const [index, { part, decision, facts, best }] of expectAll(prompt, stage).entries()) {
        const deciding = factNames.filter(name => facts[name] !== undefined);
        const cited = listGroups(deciding).slice(0, MOST_CITED);
        if (cited.length === 0) continue;
        const keys = prompt.score[index]?.keys;
        const reasons = findReasons(gatherFacts(prompt, part, stage), decision, keys, best[0]);
        expect(
          weighReason({ facts: cited, nothing: false }, decision, reasons),
          `${prompt.id} ${part} ${decision}`,
        ).toBe('sufficient');
      }
    }
  }
});

describe('where something moves the default', () => {
  const push: Facts = {
    callers: 'browser',
    direction: 'server-push',
    freshness_s: 2,
    users: 5,
    query: 'text',
  };

  test.each<[FactName[], string]>([
    [['direction', 'freshness_s'], 'sufficient'],
    [['direction', 'freshness_s', 'users'], 'sufficient'],
    [['direction', 'freshness_s', 'users', 'query'], 'insufficient'],
    [['direction'], 'insufficient'],
    [['direction', 'callers'], 'insufficient'],
    [['direction', 'users'], 'aside'],
    [['users', 'query'], 'aside'],
    [[], 'none'],
  ])('%s: %s', (cited, standing) => {
    expect(weigh(push, 'protocol', cited)).toBe(standing);
  });

  test('“nothing known moves this” does not suffice, beside facts or alone', () => {
    expect(weigh(push, 'protocol', [], true)).toBe('insufficient');
    expect(weigh(push, 'protocol', ['direction', 'freshness_s'], true)).toBe('insufficient');
  });
});

describe('where the default stands because nothing moves it', () => {
  const calm: Facts = { stale_read_harm: 'none', write_conflict_harm: 'none', users: 5 };

  test.each<[FactName[], boolean, string]>([
    [[], true, 'sufficient'],
    [['stale_read_harm', 'write_conflict_harm'], false, 'sufficient'],
    [['stale_read_harm'], false, 'insufficient'],
    [['users'], false, 'aside'],
    [['users'], true, 'aside'],
    [[], false, 'none'],
  ])('%s, nothing: %s is %s', (cited, nothing, standing) => {
    expect(weigh(calm, 'consistency', cited, nothing)).toBe(standing);
  });

  test('as many facts as settle it suffice', () => {
    const asked: Facts = {
      callers: 'browser',
      direction: 'request',
      latency_target_ms: 5,
      calls_per_s: 50_000,
    };
    expect(weigh(asked, 'protocol', ['direction', 'callers'])).toBe('sufficient');
  });
});

test('a defensible option has reasons of its own', () => {
  const spare: Facts = { reads_per_s: 900, writes_per_s: 100 };
  expect(weigh(spare, 'caching', ['reads_per_s'], false, 'cache-aside')).toBe('sufficient');
  const many: Facts = { keys_expire_together: true, hottest_key_reads_per_s: 10 };
  expect(weigh(many, 'stampede', ['keys_expire_together'], false, 'early-recompute')).toBe('sufficient');
});

test('facts that only mean something together count as one', () => {
  expect(listGroups(['writes_per_s', 'reads_per_s', 'latency_target_ms', 'path'])).toEqual([
    'reads_per_s',
    'path',
  ]);
  expect(weigh({ reads_per_s: 9000, writes_per_s: 10 }, 'caching', ['writes_per_s'])).toBe('sufficient');
});

describe('how much may be cited', () => {
  const money: Facts = { stale_read_harm: 'money', users: 5, query: 'text' };

  test('one fact may be beside what decides, not two', () => {
    expect(weigh(money, 'consistency', ['stale_read_harm', 'users'])).toBe('sufficient');
    expect(weigh(money, 'consistency', ['stale_read_harm', 'users', 'query'])).toBe('insufficient');
  });

  test('three facts at most, even where three decide and one is beside them', () => {
    const pages: Facts = {
      reads_per_s: 9_000,
      writes_per_s: 10,
      joined_tables: 5,
      updates_per_s: 5,
      copies_per_update: 20,
      users: 5,
    };
    const three: FactName[] = ['reads_per_s', 'joined_tables', 'updates_per_s'];
    expect(weigh(pages, 'read-shape', three, false, 'denormalized')).toBe('sufficient');
    expect(weigh(pages, 'read-shape', [...three, 'users'], false, 'denormalized')).toBe('insufficient');
  });
});

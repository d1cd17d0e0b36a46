import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src-shared/domain/facts.ts';
import type { AttemptEvent } from '../../../../src-shared/domain/mock/attempt.ts';
import { expectPair } from '../../../../src-shared/domain/mock/expect.ts';
import type { Pair, Prompt } from '../../../../src-shared/domain/mock/prompt.ts';
import { scoreAttempt } from '../../../../src-shared/domain/mock/score.ts';
import { findStatement, gatherFacts } from '../../../../src-shared/domain/mock/stage.ts';
import { isTempting } from '../../../../src-shared/domain/mock/tempt.ts';
import { listRelevantFacts, restrict } from '../../../../src-shared/domain/rules/decide.ts';
import { expert, playBot } from '../../../helpers/mock-bots.ts';
import { generatePrompts, readBuiltInPrompt, readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

const bestAt = (prompt: Prompt, pair: Pair, stage: number): string =>
  expectPair(prompt, pair, stage).best.join();

/** The scored pairs that a twist turns, those whose facts it moves and leaves as they are, and those of them that it draws away. */
function listMoved(prompt: Prompt, stage: number): { turned: Pair[]; moved: Pair[]; drawn: Pair[] } {
  const turned = prompt.score.filter(pair => bestAt(prompt, pair, stage) !== bestAt(prompt, pair, stage - 1));
  const factsOf = ({ part }: Pair): [Facts, Facts] => [
    gatherFacts(prompt, part, stage - 1),
    gatherFacts(prompt, part, stage),
  ];
  const isMoved = (pair: Pair): boolean => {
    const [before, after] = factsOf(pair).map(facts => restrict(facts, listRelevantFacts(pair.decision)));
    return JSON.stringify(before) !== JSON.stringify(after);
  };
  const left = prompt.score.filter(pair => !turned.includes(pair));
  return {
    turned,
    moved: left.filter(isMoved),
    drawn: left.filter(pair => isTempting(...factsOf(pair), pair.decision, pair.keys)),
  };
}

// What tempts is defined in docs/mock-prompts.md.
describe('each twist turns two to four scored decisions, and moves a fact of one that it leaves', () => {
  const isSound = (prompt: Prompt): void => {
    for (const stage of prompt.twists.keys()) {
      const { turned, moved } = listMoved(prompt, stage + 1);
      expect([2, 3, 4], `${prompt.id}, twist ${stage + 1}`).toContain(turned.length);
      expect(moved, `${prompt.id}, twist ${stage + 1}`).not.toEqual([]);
    }
  };

  test.each(readBuiltInPrompts().map(prompt => [prompt.id, prompt] as const))('%s', (_, prompt) => {
    expect(prompt.twists.length).toBe(prompt.minutes === 35 ? 2 : 1);
    isSound(prompt);
    const drawn = [...prompt.twists.keys()].flatMap(stage => listMoved(prompt, stage + 1).drawn);
    expect(drawn, 'a twist draws to a wrong answer').not.toEqual([]);
  });

  test('generated ones', () => {
    for (const prompt of [...generatePrompts(200, 35), ...generatePrompts(200, 12)]) isSound(prompt);
  });
});

test('a full mock turns on 10 to 14 decisions, a short one on 5 or 6', () => {
  for (const prompt of [...readBuiltInPrompts(), ...generatePrompts(200, 35), ...generatePrompts(200, 12)]) {
    const [least, most] = prompt.minutes === 35 ? [10, 14] : [5, 6];
    expect(prompt.score.length, prompt.id).toBeGreaterThanOrEqual(least);
    expect(prompt.score.length, prompt.id).toBeLessThanOrEqual(most);
  }
});

describe('revisions', () => {
  const prompt = readBuiltInPrompt('ticket-shop');
  const events = playBot(prompt, expert);
  const itemOf = (list: readonly AttemptEvent[], label: string, stage: number) =>
    scoreAttempt(prompt, { events: [...list] }).items.find(one => one.label === label && one.stage === stage);
  /** The expert's attempt with one more choice in a stage, after all others of it. */
  const revise = (
    stage: number,
    part: string,
    decision: Pair['decision'],
    option: string,
  ): AttemptEvent[] => {
    const twists = events.flatMap(({ type }, index) => (type === 'twist' ? [index] : []));
    const place = twists[stage] ?? events.length - 1;
    return events.toSpliced(place, 0, { type: 'revise', part, decision, option, atMs: 0 });
  };

  test('a pair that a twist turned counts anew, and what it earned before stays', () => {
    const stale = events.filter(
      event => !(event.type === 'revise' && event.part === 'seat-map' && event.decision === 'protocol'),
    );
    expect(itemOf(stale, 'seat-map protocol', 0)?.points).toBe(itemOf(events, 'seat-map protocol', 0)?.of);
    expect(itemOf(stale, 'seat-map protocol', 2)?.points).toBe(0);
    expect(itemOf(events, 'seat-map protocol', 2)?.points).toBeGreaterThan(0);
  });

  test('a pair that no twist touched asks for nothing; changing it for the worse loses what it had', () => {
    expect(itemOf(events, 'booking consistency', 1)).toBeUndefined();
    const spoilt = revise(1, 'booking', 'consistency', 'eventual');
    const verdict = scoreAttempt(prompt, { events: spoilt });
    expect(itemOf(spoilt, 'booking consistency', 0)?.points).toBe(0);
    expect(verdict.total).toBeLessThan(100);
    const [first, then] = verdict.decisions.filter(
      one => one.part === 'booking' && one.decision === 'consistency',
    );
    expect(first).toMatchObject({ stage: 0, standing: 'best', credit: 0, lost: 1 });
    expect(then).toMatchObject({ stage: 1, standing: 'wrong', chosen: 'eventual' });
    // Nothing else changes: what the others can earn does not depend on the attempt.
    expect(itemOf(spoilt, 'booking else', 0)).toEqual(itemOf(events, 'booking else', 0));
  });

  test('what was spoilt after one twist does not come back after the next', () => {
    const place = events.findLastIndex(({ type }) => type === 'twist');
    const [change, back]: AttemptEvent[] = ['eventual', 'strong'].map(option => ({
      ...{ type: 'revise' as const, part: 'booking', decision: 'consistency' as const, option, atMs: 0 },
    }));
    if (!change || !back) throw new Error('no change');
    const list = [
      ...events.slice(0, place),
      change,
      ...events.slice(place, place + 1),
      back,
      ...events.slice(place + 1),
    ];
    expect(itemOf(list, 'booking consistency', 0)?.points).toBe(0);
  });

  test('a pair that was turned and is spoilt by the next twist loses what it earned in between alone', () => {
    const spoilt = revise(2, 'browsing', 'stampede', 'none');
    const full = itemOf(events, 'browsing stampede', 1);
    expect(full?.points).toBeGreaterThan(0);
    expect(itemOf(spoilt, 'browsing stampede', 1)?.points).toBe(0);
    expect(itemOf(spoilt, 'browsing stampede', 0)).toEqual(itemOf(events, 'browsing stampede', 0));
  });

  test('what was wrong at the start is not mended by a change that no twist called for', () => {
    const wrong = events.map(event =>
      event.type === 'decide' && event.part === 'booking' && event.decision === 'consistency'
        ? { ...event, option: 'eventual' }
        : event,
    );
    expect(itemOf(wrong, 'booking consistency', 0)?.points).toBe(0);
    expect(scoreAttempt(prompt, { events: wrong }).decisions.filter(one => one.lost !== null)).toEqual([]);
  });

  test('each stage is judged on its own facts', () => {
    const statement = findStatement(prompt, 'browsing', 'hottest_key_reads_per_s', 1);
    expect(statement).toBe('browsing.hottest_key_reads_per_s');
    expect(gatherFacts(prompt, 'browsing', 0).hottest_key_reads_per_s).toBe(400);
    expect(gatherFacts(prompt, 'browsing', 1).hottest_key_reads_per_s).toBe(90_000);
  });
});

import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src-shared/domain/rules/decide.ts';
import { drawSurface, type Surface } from '../../../../src-shared/domain/scenario/draw.ts';
import type { ScenarioSpec } from '../../../../src-shared/domain/scenario/spec.ts';
import { readBuiltInCards } from '../../../helpers/built-in-cards.ts';

const scenarios = readBuiltInCards().flatMap(({ card }) => (card.kind === 'scenario' ? [card] : []));
const seeds = Array.from({ length: 300 }, (_, index) => index * 2654435761);
const drawAll = (card: ScenarioSpec): Surface[] => seeds.map(seed => drawSurface(card, seed));
const show = ({ product, lines }: Surface): string => [product, ...lines.toSorted()].join('\n');
const answerOf = ({ options }: Surface): string => options.find(({ right }) => right)?.id ?? '';

test('the decks hold at least twenty scenario cards', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(20);
});

describe.each(scenarios.map(card => [card.id, card] as const))('%s', (_, card) => {
  const surfaces = drawAll(card);

  test('shows at least eight surfaces, every option right in some, none in more than 60 %', () => {
    expect(new Set(surfaces.map(show)).size).toBeGreaterThanOrEqual(8);
    for (const option of card.options) {
      const share = surfaces.filter(surface => answerOf(surface) === option).length / surfaces.length;
      expect(share, option).toBeGreaterThan(0);
      expect(share, option).toBeLessThanOrEqual(0.6);
    }
  });

  test('is a near miss in at least 40 % of showings', () => {
    const near = surfaces.filter(({ nearMiss }) => nearMiss).length;
    expect(near / surfaces.length).toBeGreaterThanOrEqual(0.4);
  });

  test('shows one right option, which the rules call best, with the others wrong', () => {
    for (const surface of surfaces) {
      const right = surface.options.filter(option => option.right).map(({ id }) => id);
      const verdict = decide(surface.facts, card.decision, card.options);
      expect(right).toHaveLength(1);
      expect(verdict.settled).toBe(true);
      expect(verdict.best).toContain(right[0]);
      for (const { id } of surface.options.filter(option => !option.right))
        expect(verdict.wrong).toContain(id);
    }
  });

  test('tells every fact that varies, in whole words, and why each wrong option would be right', () => {
    for (const { product, lines, options, because, flip } of surfaces) {
      expect(lines.length).toBeGreaterThanOrEqual(Object.keys(card.facts).length);
      expect(because).not.toBe('');
      for (const { right, rightIf } of options)
        expect(rightIf).toEqual(right ? null : expect.stringMatching(/\w/));
      expect([product, ...lines, because, flip ?? ''].join(' ')).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  test('is the same from the same seed', () => {
    expect(drawAll(card)).toEqual(surfaces);
  });
});

test('a wrong option is told with the least change that would make it right', () => {
  const keys: ScenarioSpec = {
    title: 'A busy page',
    ask: 'Which protection?',
    decision: 'stampede',
    options: ['none', 'locking'],
    products: [{ name: 'news', opening: 'A newspaper caches its pages.', words: {} }],
    fixed: { keys_expire_together: false },
    facts: { hottest_key_reads_per_s: [{ any: [4, 500, 40_000, 3_000], say: 'It gets {v}.' }] },
    decoys: {},
  };
  for (const surface of drawAll(keys)) {
    const told = surface.options.find(({ rightIf }) => rightIf !== null)?.rightIf;
    expect(told).toBe(
      answerOf(surface) === 'none'
        ? 'the hottest key takes 3,000 reads/s'
        : 'the hottest key takes 500 reads/s',
    );
  }
});

test('an ordered word is told with the nearest value that turns the answer', () => {
  const card = scenarios.find(({ id }) => id === 'scene.stale-answer');
  if (!card) throw new Error('the card is gone');
  for (const { options, facts } of drawAll(card)) {
    const told = options.find(({ rightIf }) => rightIf !== null)?.rightIf;
    expect(told).toBe(
      facts.stale_read_harm === 'none' || facts.stale_read_harm === 'annoyance'
        ? 'a stale read costs money'
        : 'a stale read only annoys',
    );
  }
});

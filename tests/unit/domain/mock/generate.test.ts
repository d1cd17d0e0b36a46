import { describe, expect, test } from 'vitest';
import { checkClearance, checkPrompt } from '../../../../src-shared/domain/mock/check.ts';
import { expectPair } from '../../../../src-shared/domain/mock/expect.ts';
import { listContradictions } from '../../../../src-shared/domain/mock/generate/contradictions.ts';
import { products } from '../../../../src-shared/domain/mock/generate/products.ts';
import { generatePrompt } from '../../../../src-shared/domain/mock/generate.ts';
import { numberMeta } from '../../../../src-shared/domain/mock/numbers.ts';
import { type Prompt, promptSchema } from '../../../../src-shared/domain/mock/prompt.ts';
import { gatherFacts } from '../../../../src-shared/domain/mock/stage.ts';
import { defaultIds } from '../../../../src-shared/domain/rules/decisions.ts';
import { standingDefault } from '../../../../src-shared/domain/rules/table.ts';

// All ten thousand with BASELINE_PROMPTS=10000; the test command takes a tenth of them, whose counts are a tenth.
const COUNT = Number(process.env.BASELINE_PROMPTS ?? 1_000);
/** Each default is named by so many of ten thousand. */
const NAMED_BY = 100;

function listStages(prompt: Prompt): number[] {
  return [0, ...prompt.twists.map((_, index) => index + 1)];
}

const crowding = new Set(products.flatMap(({ parts }) => parts.log.poorKeys ?? []));

/** Everything that a person reads or hears of a prompt. */
function listSaid({ opening = '', facts, menu, twists }: Prompt): string[] {
  return [
    opening,
    ...facts.map(({ say = '' }) => say),
    ...menu.map(({ ask }) => ask),
    ...twists.flatMap(({ say = '', changes }) => [say, ...changes.map(change => change.say ?? '')]),
  ];
}

/** What most reads ask by, at the start and after the twists. */
function listMainKeys({ facts, twists }: Prompt): string[] {
  const stated = [...facts, ...twists.flatMap(({ changes }) => changes)];
  return stated.filter(({ fact }) => fact === 'access_by').map(({ is }) => String(is));
}

/** What is wrong with a generated prompt, in words. */
function findFaults(prompt: Prompt): string[] {
  const shape = promptSchema.safeParse(prompt);
  const stages = listStages(prompt);
  return [
    ...(shape.success ? [] : [shape.error.message]),
    ...checkPrompt(prompt).map(({ message }) => message),
    ...checkClearance(prompt).map(({ message }) => message),
    ...prompt.parts.flatMap(({ id }) =>
      stages.flatMap(stage => listContradictions(gatherFacts(prompt, id, stage))),
    ),
    ...listSaid(prompt).filter(say => /[{}]|(?<![\d.,])1 \w+s\b|undefined/.test(say)),
    ...listMainKeys(prompt)
      .filter(key => crowding.has(key))
      .map(key => `most reads ask by ${key}, which crowds one shard`),
    ...prompt.score.flatMap(pair =>
      stages
        .filter(stage => expectPair(prompt, pair, stage).best.length === 0)
        .map(stage => `no answer to ${pair.part} ${pair.decision} in stage ${stage}`),
    ),
  ];
}

/** The defaults that the derivation names: by an option, a limit or a hop, and by the steps of the arithmetic. */
function listNamed(prompt: Prompt): Set<string> {
  const pairs = prompt.score.flatMap(pair =>
    listStages(prompt).flatMap(stage => expectPair(prompt, pair, stage).defaults),
  );
  return new Set([...pairs, ...prompt.numbers.flatMap(({ step }) => numberMeta[step].defaults)]);
}

describe.each([35, 12] as const)('prompts of %i minutes', minutes => {
  const count = minutes === 35 ? COUNT : COUNT / 10;
  const named = new Map<string, number>();
  const faults: string[] = [];
  let [standing, scored] = [0, 0];
  for (let seed = 0; seed < count; seed++) {
    const prompt = generatePrompt(seed, { minutes, level: 'guided' });
    faults.push(...findFaults(prompt).map(fault => `${prompt.id}: ${fault}`));
    for (const id of listNamed(prompt)) named.set(id, (named.get(id) ?? 0) + 1);
    scored += prompt.score.length;
    standing += prompt.score.filter(pair => {
      const option = standingDefault(pair.decision);
      return option !== null && expectPair(prompt, pair).best.includes(option);
    }).length;
  }

  test('none contradicts itself, every scored pair has an expected answer, all keep clear of the limits', () => {
    expect(faults).toEqual([]);
  });

  test('the default is best in 30 to 45 % of the decisions', () => {
    expect(standing / scored).toBeGreaterThan(0.3);
    expect(standing / scored).toBeLessThan(0.45);
  });

  test.runIf(minutes === 35)('each of the defaults is named by at least one in a hundred', () => {
    const rare = defaultIds.filter(id => (named.get(id) ?? 0) < (NAMED_BY * count) / 10_000);
    expect(rare).toEqual([]);
  });
});

test('the same seed gives the same prompt, another seed another one, and the level changes nothing else', () => {
  const one = generatePrompt(7, { minutes: 35, level: 'guided' });
  expect(generatePrompt(7, { minutes: 35, level: 'guided' })).toEqual(one);
  expect(generatePrompt(7, { minutes: 35, level: 'open' })).toEqual({ ...one, level: 'open' });
  expect(generatePrompt(8, { minutes: 35, level: 'guided' }).facts).not.toEqual(one.facts);
});

test('the lowest and the highest seed lead to prompts', () => {
  for (const seed of [0, 2 ** 32 - 1]) {
    expect(findFaults(generatePrompt(seed, { minutes: 35, level: 'guided' }))).toEqual([]);
  }
});

import fs from 'node:fs';
import { expect, test } from 'vitest';
import { expectPair } from '../../../../src-shared/domain/mock/expect.ts';
import { standingDefault } from '../../../../src-shared/domain/rules/table.ts';
import { ceilings, measure, writeCeilings } from '../../../helpers/ceilings.ts';
import { bots, scoreBot } from '../../../helpers/mock-bots.ts';
import { generatePrompts, readBuiltInPrompts } from '../../../helpers/mock-prompts.ts';

const curated = readBuiltInPrompts();
/** A thousand, half of them short. */
const generated = [...generatePrompts(500, 35), ...generatePrompts(500, 12)];
const measured = new Map(ceilings.map(({ bot }) => [bot, measure(bot, curated, generated)]));

test.each(ceilings.filter(({ most }) => most !== undefined))('$says: at most $most', ({ bot, most = 0 }) => {
  const { curated: own, generated: drawn } = measured.get(bot) ?? { curated: 100, generated: 100 };
  expect(own).toBeLessThanOrEqual(most);
  expect(drawn).toBeLessThanOrEqual(most);
});

test.each(ceilings.filter(({ beside }) => beside !== undefined))(
  '$says: gains nothing',
  ({ bot, beside = bot }) => {
    const [mine, other] = [measured.get(bot), measured.get(beside)];
    if (!mine || !other) throw new Error('not measured');
    expect(mine.curated).toBeLessThanOrEqual(other.curated);
    expect(mine.generated).toBeLessThanOrEqual(other.generated);
  },
);

test('all best with reasons is 100 on every single prompt', () => {
  for (const prompt of [...curated, ...generated]) {
    const { total, items } = scoreBot(prompt, bots.expert);
    if (total !== 100)
      expect(
        items.filter(({ points, of }) => points < of),
        prompt.id,
      ).toEqual([]);
    expect(total).toBe(100);
  }
});

test('the default is best in 30 to 45 % of the decisions of every prompt, and on average', () => {
  const share = (prompt: (typeof curated)[number]): number => {
    const best = prompt.score.filter(pair => {
      const standing = standingDefault(pair.decision);
      return standing !== null && expectPair(prompt, pair).best.includes(standing);
    });
    return best.length / prompt.score.length;
  };
  for (const prompts of [curated, generated]) {
    for (const prompt of prompts) {
      expect(share(prompt), prompt.id).toBeGreaterThanOrEqual(0.3);
      expect(share(prompt), prompt.id).toBeLessThanOrEqual(0.45);
    }
  }
});

test('docs/scoring.md holds these figures (`npm run docs:scoring` writes them anew)', async () => {
  const file = '../../../../docs/scoring.md';
  const text = fs.readFileSync(new URL(file, import.meta.url), 'utf8');
  const [start, end] = ['<!-- figures -->\n', '\n<!-- end of figures -->'];
  expect(text).toContain(start);
  const before = text.slice(0, text.indexOf(start) + start.length);
  const after = text.slice(text.indexOf(end));
  await expect(`${before}${writeCeilings(measured)}${after}`).toMatchFileSnapshot(file);
});

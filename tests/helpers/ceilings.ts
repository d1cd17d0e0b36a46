import type { Prompt } from '../../src-shared/domain/mock/prompt.ts';
import { type Bot, bots, scoreBot } from './mock-bots.ts';

/** A way of taking an interview, and what it may come to at most on average. */
type Ceiling = { says: string; bot: Bot } & (
  | { most: number; beside?: undefined }
  /** It may come to no more than another one. */
  | { most?: undefined; beside: Bot }
  | { most?: undefined; beside?: undefined }
);

/** The ceilings of the points table, in its order; the last rows are shown for comparison only. */
export const ceilings: readonly Ceiling[] = [
  {
    says: 'the best option with a sufficient reason, everything asked, worked out and defended',
    bot: bots.expert,
    most: 100,
  },
  { says: 'the best options, no reasons, and nothing else', bot: bots.bare, most: 60 },
  { says: 'always the default, no reasons', bot: bots.default, most: 30 },
  { says: 'never the default, no reasons', bot: bots.never, most: 30 },
  { says: 'never the default and else the best, no reasons', bot: bots.bestButDefault, most: 30 },
  { says: 'options at random', bot: bots.random, most: 25 },
  { says: 'options and reasons at random', bot: bots.allRandom, beside: bots.random },
  { says: 'the best options, one random fact each', bot: bots.randomFact, beside: bots.noFacts },
  { says: 'the best options, two random facts each', bot: bots.randomPair, beside: bots.noFacts },
  { says: 'the best options, three random facts each', bot: bots.randomFacts, beside: bots.noFacts },
  { says: 'everything right, but asking all there is to ask', bot: bots.askAll, beside: bots.expert },
  { says: 'the best options, the telling questions, no reasons', bot: bots.noFacts },
  { says: 'everything right, but no reasons', bot: bots.prepared },
];

export type Figures = { curated: number; generated: number };

/** The mean score of a bot over curated and generated prompts. */
export function measure(bot: Bot, curated: readonly Prompt[], generated: readonly Prompt[]): Figures {
  const mean = (prompts: readonly Prompt[]): number =>
    prompts.reduce((sum, prompt) => sum + scoreBot(prompt, bot).total, 0) / prompts.length;
  return { curated: mean(curated), generated: mean(generated) };
}

/** The table of the ceilings as `docs/scoring.md` shows it. */
export function writeCeilings(measured: ReadonlyMap<Bot, Figures>): string {
  const tell = (bot: Bot): string => {
    const figures = measured.get(bot);
    return figures ? `${figures.curated.toFixed(1)} | ${figures.generated.toFixed(1)}` : '';
  };
  const namesOf = new Map(ceilings.map(({ bot, says }) => [bot, says]));
  const rows = ceilings.map(({ says, bot, most, beside }) => {
    const limit = most === undefined ? (beside ? `as “${namesOf.get(beside)}”` : '') : String(most);
    return `| ${says} | ${limit} | ${tell(bot)} |`;
  });
  return ['| way of answering | at most | curated | generated |', '|---|---|---|---|', ...rows].join('\n');
}

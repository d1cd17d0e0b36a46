import { type FactName, factNames } from '../../src-shared/domain/facts.ts';
import type { Act, AttemptEvent } from '../../src-shared/domain/mock/attempt.ts';
import { expectPair } from '../../src-shared/domain/mock/expect.ts';
import { expectNumber, numberMeta } from '../../src-shared/domain/mock/numbers.ts';
import { playAttempt } from '../../src-shared/domain/mock/play.ts';
import type { Pair, Prompt } from '../../src-shared/domain/mock/prompt.ts';
import { listPushbacks } from '../../src-shared/domain/mock/pushback.ts';
import { findReasons, MOST_CITED, nameGroup } from '../../src-shared/domain/mock/reasons.ts';
import { type MockVerdict, scoreAttempt } from '../../src-shared/domain/mock/score.ts';
import { gatherFacts, gatherWhole } from '../../src-shared/domain/mock/stage.ts';
import { createRandom, hash32, type Random } from '../../src-shared/domain/random.ts';
import { costOf } from '../../src-shared/domain/rules/costs.ts';
import { listRelevantFacts } from '../../src-shared/domain/rules/decide.ts';
import { listOptions, type OptionId } from '../../src-shared/domain/rules/decisions.ts';
import { standingDefault } from '../../src-shared/domain/rules/table.ts';

type Reason = { facts: FactName[]; nothing: boolean };

/** How a bot takes an interview. */
export type Bot = {
  /** The questions it asks. */
  ask(prompt: Prompt): string[];
  /** Whether it works the numbers out. */
  reckons: boolean;
  /** The option for a pair at a stage; null leaves it open. */
  choose(prompt: Prompt, pair: Pair, stage: number): OptionId | null;
  /** The reason for it; null gives none. */
  cite(prompt: Prompt, pair: Pair, stage: number, option: OptionId): Reason | null;
  /** Whether it answers what is asked back, and rightly. */
  knowsCosts: boolean;
};

const telling = (prompt: Prompt): string[] =>
  prompt.menu.filter(({ reveals }) => reveals.length > 0).map(({ id }) => id);

/** The facts that a part's decisions can be reasoned with, as far as they are stated. */
export function listCitable(prompt: Prompt, part: string, stage: number): FactName[] {
  const facts = gatherFacts(prompt, part, stage);
  return factNames.filter(name => facts[name] !== undefined);
}

/** The best option with a sufficient reason, everything asked and worked out. */
export const expert: Bot = {
  ask: telling,
  reckons: true,
  choose: (prompt, pair, stage) => {
    const { best, defensible } = expectPair(prompt, pair, stage);
    return best[0] ?? defensible[0] ?? null;
  },
  cite: (prompt, pair, stage, option) => {
    const { sets } = findReasons(gatherFacts(prompt, pair.part, stage), pair.decision, pair.keys, option);
    const [first = []] = sets;
    const relevant = listRelevantFacts(pair.decision);
    const stated = listCitable(prompt, pair.part, stage).filter(name => relevant.includes(name));
    const facts = first.flatMap(group => stated.filter(name => nameGroup(name) === group).slice(0, 1));
    return { facts: facts.slice(0, MOST_CITED), nothing: first.length === 0 };
  },
  knowsCosts: true,
};

/** Decides and does nothing else. */
const bare: Bot = { ...expert, ask: () => [], reckons: false, cite: () => null, knowsCosts: false };

/** The default wherever there is one. */
const byDefault: Bot['choose'] = (_, { decision, keys }) =>
  standingDefault(decision) ?? listChoices({ decision, keys })[0] ?? null;

const listChoices = ({ decision, keys }: Pick<Pair, 'decision' | 'keys'>): readonly OptionId[] =>
  decision === 'shard-key' ? (keys ?? []) : listOptions(decision);

/** The source of what a bot draws for a pair: the same for the same prompt, pair and stage. */
const drawFor = (prompt: Prompt, { part, decision }: Pair, stage: number, what: string): Random =>
  createRandom(hash32(`${prompt.id} ${part} ${decision} ${stage} ${what}`));

/** So many facts of the part, drawn. */
const citing =
  (count: number): Bot['cite'] =>
  (prompt, pair, stage) => {
    const random = drawFor(prompt, pair, stage, 'facts');
    return { facts: random.shuffle(listCitable(prompt, pair.part, stage)).slice(0, count), nothing: false };
  };

/** Every way of taking an interview that the ceilings speak of. */
export const bots = {
  expert,
  bare,
  prepared: { ...expert, cite: () => null },
  default: { ...bare, choose: byDefault },
  never: {
    ...bare,
    choose: (prompt, pair, stage) =>
      listChoices(pair).find(option => option !== byDefault(prompt, pair, stage)) ?? null,
  },
  random: {
    ...bare,
    choose: (prompt, pair, stage) => drawFor(prompt, pair, stage, 'option').pick(listChoices(pair)),
  },
  /** Knows what is best, but never takes a default. */
  bestButDefault: {
    ...bare,
    choose: (prompt, pair, stage) => {
      const { best, defensible } = expectPair(prompt, pair, stage);
      const standing = standingDefault(pair.decision);
      return [...best, ...defensible, ...listChoices(pair)].find(option => option !== standing) ?? null;
    },
  },
  allRandom: {
    ...bare,
    choose: (prompt, pair, stage) => drawFor(prompt, pair, stage, 'option').pick(listChoices(pair)),
    cite: citing(3),
  },
  randomFact: { ...bare, ask: telling, cite: citing(1) },
  randomPair: { ...bare, ask: telling, cite: citing(2) },
  randomFacts: { ...bare, ask: telling, cite: citing(3) },
  noFacts: { ...bare, ask: telling },
  askAll: { ...expert, ask: ({ menu }) => menu.map(({ id }) => id) },
} as const satisfies Record<string, Bot>;

/** The attempt that a bot makes of a prompt. */
export function playBot(prompt: Prompt, bot: Bot): AttemptEvent[] {
  const events: Act[] = [];
  for (const question of bot.ask(prompt)) events.push({ type: 'ask', question });
  for (const { part, step } of bot.reckons ? prompt.numbers : []) {
    const facts = part === undefined ? gatherWhole(prompt, 0) : gatherFacts(prompt, part, 0);
    const value = expectNumber(step, facts) ?? 0;
    events.push({ type: 'number', ...(part && { part }), step, value, unit: numberMeta[step].unit });
  }
  for (let stage = 0; stage <= prompt.twists.length; stage++) {
    const twist = prompt.twists[stage - 1];
    if (twist) events.push({ type: 'twist', twist: twist.id });
    for (const pair of prompt.score) {
      const option = bot.choose(prompt, pair, stage);
      if (option === null) continue;
      const { part, decision } = pair;
      events.push({ type: stage === 0 ? 'decide' : 'revise', part, decision, option });
      const reason = bot.cite(prompt, pair, stage, option);
      if (reason) events.push({ type: 'cite', part, decision, ...reason });
    }
    if (stage === 0) events.push(...answerPushbacks(prompt, bot, events));
  }
  return time([...events]);
}

function answerPushbacks(prompt: Prompt, bot: Bot, events: readonly Act[]): Act[] {
  if (!bot.knowsCosts) return [];
  const { challenged } = playAttempt(prompt, time(events));
  return listPushbacks(prompt, challenged, botSeed).map(({ part, decision, option }) => {
    const cost = costOf(decision, option)?.id ?? '';
    return { type: 'pushback', part, decision, option, cost };
  });
}

/** The seed of the bots' attempts. */
export const botSeed = 7;

const time = (events: readonly Act[]): AttemptEvent[] => [
  ...events.map((event, index) => ({ ...event, atMs: index * 1000 })),
  { type: 'submit', atMs: events.length * 1000 },
];

/** What a bot comes to. */
export function scoreBot(prompt: Prompt, bot: Bot): MockVerdict {
  return scoreAttempt(prompt, { seed: botSeed, events: playBot(prompt, bot) });
}

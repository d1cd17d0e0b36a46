import { type FactName, type Facts, factNames } from '../facts.ts';
import { createRandom, hash32, type Random } from '../random.ts';
import { writeAgainst } from '../rules/against.ts';
import { decide, listRelevantFacts, restrict } from '../rules/decide.ts';
import {
  type DecisionId,
  type DefaultId,
  decisionIds,
  labelOption,
  listOptions,
  type OptionId,
} from '../rules/decisions.ts';
import { capitalize } from '../rules/describe.ts';
import { explain, writeExplanation, writeFlip } from '../rules/explain.ts';
import { findFlip } from '../rules/flip.ts';
import { nameOptionDefaults } from '../rules/table.ts';
import { expectPair } from './expect.ts';
import { generatePrompt } from './generate.ts';
import type { Pair, Prompt } from './prompt.ts';
import { gatherFacts } from './stage.ts';

/** A decision by itself: the facts of one part of a product, and a question. */
export type QuickDecision = {
  /** The product that it is about. */
  product: string;
  /** Product and part, e.g. `Ferries: looking up sailings`. */
  title: string;
  /** The facts as sentences. */
  told: readonly string[];
  facts: Facts;
  decision: DecisionId;
  ask: string;
  options: readonly { id: OptionId; label: string }[];
};

/** What an answer to it comes to. Texts are Markdown. */
export type QuickVerdict = {
  standing: 'best' | 'defensible' | 'wrong';
  best: readonly OptionId[];
  because: string;
  /** Why what was chosen does not hold; null where it does. */
  against: string | null;
  /** The smallest change that turns it; null where no single fact does. */
  flip: string | null;
  /** The defaults of what is best. */
  defaults: readonly DefaultId[];
  /** The defaults that a miss marks: those of the best option and of the chosen one. */
  marks: readonly DefaultId[];
};

/** Facts told beside those that the decision can turn on. */
const ASIDE = 2;

const asks: Readonly<Record<DecisionId, string>> = {
  protocol: 'Over which protocol do the two sides talk?',
  'api-style': 'In which style is the API?',
  pagination: 'How is the list paged?',
  storage: 'Where are the data kept?',
  'read-shape': 'How are the data laid out for reading?',
  index: 'Which index answers the query?',
  caching: 'Is there a cache?',
  invalidation: 'How do cached copies follow a write?',
  stampede: 'What keeps requests from rushing to the database when a cached value expires?',
  'cache-outage': 'What is the plan for Redis being down?',
  sharding: 'One database, or shards?',
  'shard-key': 'By which key are the data sharded?',
  'shard-scheme': 'How are keys spread over the shards?',
  consistency: 'How consistent must it be?',
  partition: 'While the network is split, what is kept?',
  else: 'While all is well, what is kept?',
  'latency-budget': 'Does a request meet its target?',
};

/** The question of a decision, as a person is asked it. */
export function askDecision(decision: DecisionId): string {
  return asks[decision];
}

/**
 * The n-th decision of a round: the same seed gives the same ones, each of another generated prompt. A round goes
 * through all decisions that there are, in a drawn order, before any comes again.
 */
export function drawQuickDecision(seed: number, n: number): QuickDecision {
  const lap = Math.floor(n / decisionIds.length);
  const order = createRandom(hash32(`quick ${seed} lap ${lap}`)).shuffle(decisionIds);
  const wanted = order[n % decisionIds.length];
  return drawDecision(
    createRandom(hash32(`quick ${seed} ${n}`)),
    (prompt, pair) => pair.decision === wanted && hasWorse(prompt, pair),
  );
}

/** True for a decision with an option that is not best: where all are, there is nothing to ask. */
function hasWorse(prompt: Prompt, pair: Pair): boolean {
  const { wrong, defensible } = expectPair(prompt, pair);
  return wrong.length + defensible.length > 0;
}

/** A prompt that lacks what is wanted is drawn anew, so often at most; of any decision about one in six has it. */
const MOST_DRAWS = 1_000;

/** Draws prompts until one scores a pair that fits, and makes that a decision by itself. */
export function drawDecision(random: Random, fits: (prompt: Prompt, pair: Pair) => boolean): QuickDecision {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const prompt = generatePrompt(random.int(2 ** 32), { minutes: 35, level: 'guided' });
    const pairs = prompt.score.filter(pair => fits(prompt, pair));
    if (pairs.length > 0) return isolate(prompt, random.pick(pairs), random);
  }
  throw new RangeError('no prompt asks for what is wanted');
}

/** The product that a prompt is about. */
export function nameProduct({ title, id }: Prompt): string {
  return title ?? id;
}

/** One scored pair of a prompt as a decision by itself. */
function isolate(prompt: Prompt, { part, decision, keys = [] }: Pair, random: Random): QuickDecision {
  const known = gatherFacts(prompt, part, 0);
  const relevant = listRelevantFacts(decision);
  const stated = factNames.filter(name => known[name] !== undefined);
  const aside = random.shuffle(stated.filter(name => !relevant.includes(name))).slice(0, ASIDE);
  const names = stated.filter(name => relevant.includes(name) || aside.includes(name));
  const options = decision === 'shard-key' ? keys : listOptions(decision);
  const name = prompt.parts.find(({ id }) => id === part)?.name ?? part;
  return {
    product: nameProduct(prompt),
    title: `${nameProduct(prompt)}: ${name}`,
    told: names.flatMap(fact => saying(prompt, part, fact)),
    facts: restrict(known, names),
    decision,
    ask: asks[decision],
    options: options.map(id => ({ id, label: capitalize(labelOption(decision, id)) })),
  };
}

function saying(prompt: Prompt, part: string, fact: FactName): string[] {
  const about = prompt.facts.filter(one => one.fact === fact);
  const statement = about.find(one => one.part === part) ?? about.find(one => one.part === undefined);
  return statement?.say === undefined ? [] : [statement.say];
}

/** Judges an answer to a decision by itself. */
export function judgeQuick({ decision, facts, options }: QuickDecision, chosen: OptionId): QuickVerdict {
  const keys = decision === 'shard-key' ? options.map(({ id }) => id) : [];
  const verdict = decide(facts, decision, keys);
  const standing = verdict.options.find(({ option }) => option === chosen)?.standing ?? 'wrong';
  const right = verdict.best.length > 0 ? verdict.best : verdict.defensible;
  // Of several that hold, the one that was chosen is explained.
  const told = explain(verdict, facts, right.find(option => option === chosen) ?? right[0] ?? '');
  const flip = findFlip(facts, decision, keys);
  const own = nameOptionDefaults(facts, decision, chosen, keys);
  return {
    standing,
    best: verdict.best,
    because: told ? writeExplanation(told) : '',
    against: writeAgainst(facts, decision, chosen, keys),
    flip: flip && writeFlip(flip, decision),
    defaults: verdict.defaults,
    marks: standing === 'best' ? [] : [...new Set([...verdict.defaults, ...own])],
  };
}

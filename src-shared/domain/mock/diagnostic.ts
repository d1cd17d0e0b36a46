import { type Topic, topics } from '../ids.ts';
import { createRandom, hash32, type Random } from '../random.ts';
import {
  type DecisionId,
  type DefaultId,
  decisionIds,
  decisions,
  labelOption,
  type OptionId,
  topicOf,
} from '../rules/decisions.ts';
import { standingDefault } from '../rules/table.ts';
import { expectPair } from './expect.ts';
import type { Pair, Prompt } from './prompt.ts';
import { drawPrompt, isolate, judgeQuick, type QuickDecision } from './quick.ts';

/** A place among the ten: what is decided, and whether the default holds. */
type Place = { decision: DecisionId; stands: boolean };

const place = (decision: DecisionId, stands: boolean): Place => ({ decision, stands });

/**
 * The ten of the first evening. They cover the six topics, and come back to sharding, caching and consistency from
 * both sides, since a habit shows only where a decision is met more than once.
 */
const places: readonly Place[] = [
  place('protocol', false),
  place('sharding', true),
  place('sharding', true),
  place('sharding', false),
  place('caching', true),
  place('caching', false),
  place('consistency', true),
  place('consistency', false),
  place('storage', true),
  place('latency-budget', false),
];

/** A prompt that lacks the place is drawn anew, so often at most; about one in three has it. */
const MOST_DRAWS = 1_000;

/** The ten decisions of the diagnostic, in a drawn order: the same seed gives the same ones. */
export function drawDiagnostic(seed: number): QuickDecision[] {
  const random = createRandom(hash32(`diagnostic ${seed}`));
  return random.shuffle(places).map(one => drawPlace(one, random));
}

function drawPlace(wanted: Place, random: Random): QuickDecision {
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const prompt = drawPrompt(random);
    const pair = prompt.score.find(one => fits(prompt, one, wanted));
    if (pair) return isolate(prompt, pair, random);
  }
  throw new RangeError(`no prompt asks for ${wanted.decision}`);
}

function fits(prompt: Prompt, pair: Pair, { decision, stands }: Place): boolean {
  if (pair.decision !== decision) return false;
  const standing = standingDefault(decision);
  return stands === (standing !== null && expectPair(prompt, pair).best.includes(standing));
}

/** An answer to one decision; a null option was left open. */
export type QuickAnswer = { question: QuickDecision; chosen: OptionId | null };

/** What a round of single decisions shows. */
export type RoundReading = {
  answered: number;
  /** Best or defensible. */
  right: number;
  /** The topics that were asked about, in their order. */
  topics: { topic: Topic; right: number; of: number }[];
  /** One true sentence about what went wrong most; null where nothing did. */
  sentence: string | null;
  /** The defaults that would mend it, those of the sentence first. */
  mend: DefaultId[];
};

type Judged = {
  decision: DecisionId;
  chosen: OptionId;
  best: readonly OptionId[];
  right: boolean;
  topic: Topic;
  marks: readonly DefaultId[];
};

/** Reads the answers of a round. What was left open counts for nothing. */
export function readRound(answers: readonly QuickAnswer[]): RoundReading {
  const judged = answers.flatMap(({ question, chosen }) =>
    chosen === null ? [] : [judge(question, chosen)],
  );
  const worst = findWorst(judged);
  const misses = judged.filter(({ right }) => !right);
  const first = misses.filter(({ decision }) => decision === worst?.decision);
  return {
    answered: judged.length,
    right: judged.length - misses.length,
    topics: topics.flatMap(topic => {
      const own = judged.filter(one => one.topic === topic);
      return own.length === 0
        ? []
        : [{ topic, right: own.filter(({ right }) => right).length, of: own.length }];
    }),
    sentence: worst && writePattern(worst),
    mend: [...new Set([...first, ...misses].flatMap(({ marks }) => marks))],
  };
}

function judge(question: QuickDecision, chosen: OptionId): Judged {
  const { standing, best, defaults, marks } = judgeQuick(question, chosen);
  const [first = 'scale.math'] = defaults;
  const { decision } = question;
  return { decision, chosen, best, right: standing !== 'wrong', topic: topicOf(first), marks };
}

/** A way of going wrong: the default left where it held, kept where it did not, or something else taken. */
type Way = 'early' | 'late' | 'other';

/** A way of going wrong at one decision: in `wrong` of the `taken` times that the candidate went this way. */
type Pattern = { decision: DecisionId; way: Way; wrong: number; taken: number };

/** The pattern that went wrong most often; of those the one that was met more than once, then the most constant. */
function findWorst(judged: readonly Judged[]): Pattern | null {
  const patterns = decisionIds.flatMap(decision =>
    listPatterns(
      decision,
      judged.filter(one => one.decision === decision),
    ),
  );
  const [worst = null] = patterns
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong || Number(b.taken > 1) - Number(a.taken > 1) || a.taken - b.taken);
  return worst;
}

function listPatterns(decision: DecisionId, judged: readonly Judged[]): Pattern[] {
  const standing = standingDefault(decision);
  if (standing === null)
    return [
      count(
        decision,
        'other',
        judged,
        judged.filter(({ right }) => !right),
      ),
    ];
  const kept = judged.filter(({ chosen }) => chosen === standing);
  const left = judged.filter(({ chosen }) => chosen !== standing);
  const misses = left.filter(({ right }) => !right);
  const early = misses.filter(({ best }) => best.includes(standing));
  return [
    count(decision, 'early', left, early),
    count(
      decision,
      'late',
      kept,
      kept.filter(({ right }) => !right),
    ),
    count(
      decision,
      'other',
      left,
      misses.filter(({ best }) => !best.includes(standing)),
    ),
  ];
}

const count = (
  decision: DecisionId,
  way: Way,
  taken: readonly Judged[],
  wrong: readonly Judged[],
): Pattern => ({
  ...{ decision, way },
  ...{ wrong: wrong.length, taken: taken.length },
});

/** `{n}` went wrong of `{m}` that went this way. */
const sentences: Partial<Record<DecisionId, Partial<Record<Way, string>>>> = {
  protocol: {
    early: 'You leave plain HTTP early: {n} of {m} needed nothing more.',
    late: 'You stay with plain HTTP too long: {n} of {m} needed something else.',
  },
  sharding: {
    early: 'You reach for sharding early: {n} of {m} fitted one database.',
    late: 'You stay on one database too long: {n} of {m} had outgrown it.',
  },
  caching: {
    early: 'You reach for a cache early: {n} of {m} did better without.',
    late: 'You go without a cache too long: {n} of {m} needed one.',
  },
  consistency: {
    early: 'You reach for strong consistency early: {n} of {m} could bear an old value for a while.',
    late: 'You settle for eventual consistency too easily: in {n} of {m} an old value would have done harm.',
  },
  storage: {
    early: 'You reach for NoSQL early: {n} of {m} belonged in a relational database.',
    late: 'You stay with the relational database too long: {n} of {m} belonged elsewhere.',
  },
  'latency-budget': { other: 'You misjudge latency budgets: {n} of {m} came out differently when added up.' },
};

const general: Readonly<Record<Way, string>> = {
  early: 'You leave {default} early: in {n} of {m} it was right.',
  late: 'You stay with {default} too long: in {n} of {m} it was wrong.',
  other: 'You misjudge the {name}: {n} of {m} called for another option.',
};

function writePattern({ decision, way, wrong, taken }: Pattern): string {
  const standing = standingDefault(decision);
  const words: Readonly<Record<string, string>> = {
    n: String(wrong),
    m: String(taken),
    default: standing === null ? '' : labelOption(decision, standing),
    name: decisions[decision].name,
  };
  const sentence = sentences[decision]?.[way] ?? general[way];
  return sentence.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

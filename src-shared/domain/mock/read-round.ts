import { type Topic, topics } from '../ids.ts';
import {
  type DecisionId,
  decisionIds,
  decisions,
  labelOption,
  type OptionId,
  topicOf,
} from '../rules/decisions.ts';
import { standingDefault } from '../rules/table.ts';
import type { QuickDecision, QuickVerdict } from './quick.ts';
import { isRight, type RoundAnswer } from './round-answer.ts';

/** What a round of single decisions shows. */
export type RoundReading = {
  answered: number;
  right: number;
  /** All six topics, in their order; `of` is 0 where nothing was asked about one. */
  topics: { topic: Topic; right: number; of: number }[];
  /** One true sentence about what went wrong most; null where nothing did. */
  sentence: string | null;
  /** The ids of the defaults that would mend it, those of the sentence first. */
  mend: string[];
};

/** What a round keeps of an answer and its verdict. */
export function recordAnswer(
  { decision }: QuickDecision,
  option: OptionId,
  { standing, best, defaults, marks }: QuickVerdict,
): RoundAnswer {
  const [first = 'scale.math'] = defaults;
  return { decision, option, standing, best: [...best], topic: topicOf(first), marks: [...marks] };
}

/** Reads the answers of a round. What was left open counts for nothing. */
export function readRound(answers: readonly RoundAnswer[]): RoundReading {
  const worst = findWorst(answers);
  const misses = answers.filter(one => !isRight(one));
  const first = misses.filter(({ decision }) => decision === worst?.decision);
  return {
    answered: answers.length,
    right: answers.length - misses.length,
    topics: topics.map(topic => {
      const own = answers.filter(one => one.topic === topic);
      return { topic, right: own.filter(isRight).length, of: own.length };
    }),
    sentence: worst && writePattern(worst),
    mend: [...new Set([...first, ...misses].flatMap(({ marks }) => marks))],
  };
}

/** A way of going wrong: the default left where it held, kept where it did not, or something else taken. */
type Way = 'early' | 'late' | 'other';

/** A way of going wrong at one decision: in `wrong` of the `taken` times that the candidate went this way. */
type Pattern = { decision: DecisionId; way: Way; wrong: number; taken: number };

/** The pattern that went wrong most often; of those the one that was met more than once, then the most constant. */
function findWorst(answers: readonly RoundAnswer[]): Pattern | null {
  const patterns = decisionIds.flatMap(decision =>
    listPatterns(
      decision,
      answers.filter(one => one.decision === decision),
    ),
  );
  const [worst = null] = patterns
    .filter(({ wrong }) => wrong > 0)
    .sort((a, b) => b.wrong - a.wrong || Number(b.taken > 1) - Number(a.taken > 1) || a.taken - b.taken);
  return worst;
}

function listPatterns(decision: DecisionId, answers: readonly RoundAnswer[]): Pattern[] {
  const count = (way: Way, taken: readonly RoundAnswer[], wrong: readonly RoundAnswer[]): Pattern => ({
    decision,
    way,
    wrong: wrong.length,
    taken: taken.length,
  });
  const isMiss = (one: RoundAnswer): boolean => !isRight(one);
  const standing = standingDefault(decision);
  if (standing === null) return [count('other', answers, answers.filter(isMiss))];
  const kept = answers.filter(({ option }) => option === standing);
  const left = answers.filter(({ option }) => option !== standing);
  const misses = left.filter(isMiss);
  const isEarly = ({ best }: RoundAnswer): boolean => best.includes(standing);
  return [
    count('early', left, misses.filter(isEarly)),
    count('late', kept, kept.filter(isMiss)),
    count(
      'other',
      left,
      misses.filter(one => !isEarly(one)),
    ),
  ];
}

/** `{n of m}` went wrong of those that went this way; it begins or ends no sentence, and agrees with any verb in the past. */
const sentences: Partial<Record<DecisionId, Partial<Record<Way, string>>>> = {
  protocol: {
    early: 'You left plain HTTP early: {n of m} needed nothing more.',
    late: 'You stayed with plain HTTP too long: {n of m} needed something else.',
  },
  sharding: {
    early: 'You reached for sharding early: {n of m} fitted one database.',
    late: 'You stayed on one database too long: {n of m} had outgrown it.',
  },
  caching: {
    early: 'You reached for a cache early: {n of m} did better without.',
    late: 'You went without a cache too long: {n of m} needed one.',
  },
  consistency: {
    early: 'You reached for strong consistency early: {n of m} could bear an old value for a while.',
    late: 'You settled for eventual consistency too easily: {n of m} could not bear an old value or a lost write.',
  },
  storage: {
    early: 'You reached for NoSQL early: {n of m} belonged in a relational database.',
    late: 'You stayed with the relational database too long: {n of m} belonged elsewhere.',
  },
  stampede: {
    early: 'You guarded against a stampede early: {n of m} needed no protection.',
    late: 'You left stampedes unguarded: {n of m} needed protection.',
  },
  'cache-outage': { late: 'You planned nothing for a cache outage: {n of m} needed a plan.' },
  partition: {
    early: 'You gave up availability early: {n of m} could stay available.',
    late: 'You kept availability too long: {n of m} had to stay consistent.',
  },
  else: {
    early: 'You put consistency before latency early: {n of m} could bear an old value.',
    late: 'You put latency first too long: {n of m} could not bear an old value.',
  },
  'latency-budget': { other: 'You misjudged latency budgets: {n of m} came out differently when added up.' },
};

const general: Readonly<Record<Way, string>> = {
  early: 'You left {default} early: {n of m} needed nothing else.',
  late: 'You stayed with {default} too long: {n of m} called for something else.',
  other: 'You misjudged the {name}: {n of m} called for another option.',
};

function writePattern({ decision, way, wrong, taken }: Pattern): string {
  const standing = standingDefault(decision);
  const words: Readonly<Record<string, string>> = {
    'n of m': taken === 1 ? 'that one' : `${wrong} of ${taken}`,
    default: standing === null ? '' : labelOption(decision, standing),
    name: decisions[decision].name,
  };
  const sentence = sentences[decision]?.[way] ?? general[way];
  return sentence.replace(/\{([\w ]+)\}/g, (whole, word: string) => words[word] ?? whole);
}

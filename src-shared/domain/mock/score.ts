import type { DecisionId, DefaultId } from '../rules/decisions.ts';
import {
  type Attempt,
  type Board,
  type Choice,
  confidences,
  keyOf,
  keyOfNumber,
  type Played,
  playAttempt,
} from './attempt.ts';
import { type DecisionVerdict, judgeChoice, listRelevant } from './judge.ts';
import { gradeNumber, type NumberGrade, type NumberStep, numberMeta } from './numbers.ts';
import type { Pair, Prompt } from './prompt.ts';
import { findReasons, nameGroup } from './reasons.ts';
import { gatherFacts, gatherWhole, listHidden } from './stage.ts';

/** Raised whenever a rule, a threshold or a point changes, so that an old score is never taken for a new one. */
export const rulesVersion = 1;

/** Points of each section out of 100. A prompt without a section shares its points among the others. */
export const weights = { clarify: 10, numbers: 15, decisions: 55, twists: 20 } as const;
export type Section = keyof typeof weights;

/** A decision that depends on another of the same part; such dependents weigh as much as their parent together. */
const parents: Partial<Record<DecisionId, DecisionId>> = {
  invalidation: 'caching',
  stampede: 'caching',
  'cache-outage': 'caching',
  'shard-key': 'sharding',
  'shard-scheme': 'sharding',
  'api-style': 'protocol',
  partition: 'consistency',
  else: 'consistency',
};

/** Each wasted question after the second costs this share of the clarifying points. */
const WASTE = 0.1;
const FREE_WASTE = 2;
/** At the open level, raising what the facts do not call for costs this much of a decision. */
const NEEDLESS = 0.25;

/** What is scored, with its points in hundredths, so that every breakdown sums to the total exactly. */
export type Item = { section: Section; stage: number; of: number; points: number; label: string };

export type NumberVerdict = {
  part: string | null;
  step: NumberStep;
  given: number | null;
  marks: readonly DefaultId[];
} & (NumberGrade | { expected: number | null; grade: 'missing'; fault: null });

/** The clarifying phase: what was needed, what of it was asked in time, and what was asked for nothing. */
export type ClarifyVerdict = { decisive: string[]; asked: string[]; wasted: string[] };

/** The score of a mock interview, derived by rule: the same attempt gives the same verdict. */
export type MockVerdict = {
  prompt: string;
  rulesVersion: number;
  /** 0 to 100, to two decimals. */
  total: number;
  sections: { section: Section; points: number; of: number }[];
  clarify: ClarifyVerdict;
  numbers: NumberVerdict[];
  /** Stage 0, then each twist's: pairs that it turned, and those revised for nothing. */
  decisions: DecisionVerdict[];
  /** Decisions raised at the open level that nothing called for. */
  needless: { part: string; decision: DecisionId }[];
  items: Item[];
  /** Mean squared error of the confidences given; null where none was. It never enters the score. */
  brier: number | null;
};

/** Scores an attempt. */
export function scoreAttempt(prompt: Prompt, attempt: Attempt): MockVerdict {
  const played = playAttempt(prompt, attempt.events);
  const level = attempt.level ?? prompt.level;
  const clarify = judgeClarify(prompt, played);
  const numbers = judgeNumbers(prompt, played);
  const first = prompt.score.map(pair =>
    judgeChoice(prompt, pair, 0, played.boards[0]?.get(keyOf(pair.part, pair.decision))),
  );
  const later = judgeTwists(prompt, played.boards);
  const needless = level === 'open' ? listNeedless(prompt, played.boards) : [];
  const items = divide([
    ...(clarify.decisive.length > 0
      ? [
          {
            section: 'clarify',
            stage: 0,
            weight: 1,
            credit: creditClarify(clarify),
            label: 'questions',
          } as const,
        ]
      : []),
    ...numbers.map(one => ({
      section: 'numbers' as const,
      stage: 0,
      weight: 1,
      credit: one.grade === 'full' ? 1 : one.grade === 'part' ? 0.5 : 0,
      label: keyOfNumber({ part: one.part ?? undefined, step: one.step }),
    })),
    ...charge(first, needless.length).map(one => ({
      ...weighDecision(prompt, one),
      section: 'decisions' as const,
    })),
    ...later.map(one => ({ ...weighDecision(prompt, one), section: 'twists' as const })),
  ]);
  const sections = (Object.keys(weights) as Section[])
    .map(section => ({ section, ...sum(items.filter(item => item.section === section)) }))
    .filter(({ of }) => of > 0);
  return {
    prompt: prompt.id,
    rulesVersion,
    total: sum(items).points,
    sections,
    clarify,
    numbers,
    decisions: [...first, ...later],
    needless,
    items,
    brier: brierOf([...first, ...later]),
  };
}

type Weighed = { section: Section; stage: number; weight: number; credit: number; label: string };

function weighDecision(prompt: Prompt, verdict: DecisionVerdict): Omit<Weighed, 'section'> {
  const parent = parents[verdict.decision];
  const siblings = prompt.score.filter(
    ({ part, decision }) => part === verdict.part && parent !== undefined && parents[decision] === parent,
  );
  return {
    stage: verdict.stage,
    weight: 1 / Math.max(1, siblings.length),
    credit: verdict.credit,
    label: keyOf(verdict.part, verdict.decision),
  };
}

/** Takes the price of needless decisions off the credits, from the first on, never below nothing. */
function charge(verdicts: readonly DecisionVerdict[], needless: number): DecisionVerdict[] {
  let owed = needless * NEEDLESS;
  return verdicts.map(verdict => {
    const paid = Math.min(owed, verdict.credit);
    owed -= paid;
    return paid === 0 ? verdict : { ...verdict, credit: verdict.credit - paid };
  });
}

/** Shares 10,000 hundredths among the items: by section, and in it by weight, to the last hundredth. */
function divide(weighed: readonly Weighed[]): Item[] {
  const present = [...new Set(weighed.map(({ section }) => section))];
  const all = present.reduce((total, section) => total + weights[section], 0);
  const exact = weighed.map(({ section, weight }) => {
    const beside = weighed
      .filter(one => one.section === section)
      .reduce((total, one) => total + one.weight, 0);
    return (10_000 * weights[section] * weight) / (all * beside);
  });
  const whole = exact.map(Math.floor);
  const left = 10_000 - whole.reduce((total, one) => total + one, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, weighed.length === 0 ? 0 : left);
  for (const { index } of order) whole[index] = (whole[index] ?? 0) + 1;
  return weighed.map(({ section, stage, credit, label }, index) => {
    const of = whole[index] ?? 0;
    return { section, stage, of, points: Math.round(of * credit), label };
  });
}

function sum(items: readonly Item[]): { points: number; of: number } {
  const add = (field: 'points' | 'of') => items.reduce((total, item) => total + item[field], 0) / 100;
  return { points: add('points'), of: add('of') };
}

function judgeNumbers(prompt: Prompt, played: Played): NumberVerdict[] {
  return prompt.numbers.map(({ part, step }) => {
    const facts = part === undefined ? gatherWhole(prompt, 0) : gatherFacts(prompt, part, 0);
    const given = played.numbers.get(keyOfNumber({ part, step }));
    const base = { part: part ?? null, step, given: given?.value ?? null };
    const grade = given ? gradeNumber(step, given, facts, played.own.get(part ?? '') ?? {}) : null;
    const verdict = grade ?? { expected: null, grade: 'missing' as const, fault: null };
    return { ...base, ...verdict, marks: verdict.grade === 'full' ? [] : numberMeta[step].defaults };
  });
}

/** Pairs that a twist turned, and pairs that it left alone but that were changed from right to wrong. */
function judgeTwists(prompt: Prompt, boards: readonly Board[]): DecisionVerdict[] {
  return prompt.twists.flatMap((_, index) => {
    const stage = index + 1;
    const at = (pair: Pair, when: number): Choice | undefined =>
      boards[when]?.get(keyOf(pair.part, pair.decision));
    return prompt.score.flatMap(pair => {
      const now = judgeChoice(prompt, pair, stage, at(pair, stage));
      const before = judgeChoice(prompt, pair, stage - 1, at(pair, stage - 1));
      const turned = now.expected.best.join() !== before.expected.best.join();
      const spoilt = now.standing === 'wrong' && before.standing === 'best' && now.chosen !== before.chosen;
      return turned || spoilt ? [now] : [];
    });
  });
}

function listNeedless(prompt: Prompt, boards: readonly Board[]): { part: string; decision: DecisionId }[] {
  const scored = new Set(prompt.score.map(({ part, decision }) => keyOf(part, decision)));
  const raised = [...(boards[0]?.values() ?? [])].filter(one => !scored.has(keyOf(one.part, one.decision)));
  return raised.map(({ part, decision }) => ({ part, decision }));
}

/** Hidden statements that decide a pair, or keep its default where nothing moves it. */
function listDecisive(prompt: Prompt, pair: Pair): string[] {
  const facts = gatherFacts(prompt, pair.part, 0);
  const reasons = findReasons(facts, pair.decision, pair.keys);
  if (reasons.onDefaultSide.length > 0) return listRelevant(prompt, pair, 0);
  const groups = new Set(reasons.sets.flat());
  return listRelevant(prompt, pair, 0).filter(name =>
    [...groups].some(group => {
      const fact = name.split('.').at(-1);
      return prompt.facts.some(one => one.fact === fact && nameGroup(one.fact) === group);
    }),
  );
}

function judgeClarify(prompt: Prompt, played: Played): ClarifyVerdict {
  const hidden = listHidden(prompt);
  const needs = prompt.score.map(pair => ({
    pair,
    names: listDecisive(prompt, pair).filter(name => hidden.has(name)),
  }));
  const decisive = [...new Set(needs.flatMap(({ names }) => names))];
  const told = new Set(
    played.asked.flatMap(({ question }) => prompt.menu.find(({ id }) => id === question)?.reveals ?? []),
  );
  const inTime = (name: string): boolean => {
    const choices = needs
      .filter(({ names }) => names.includes(name))
      .flatMap(({ pair }) => played.boards[0]?.get(keyOf(pair.part, pair.decision)) ?? []);
    return told.has(name) && (choices.length === 0 || choices.some(({ known }) => known.has(name)));
  };
  const wasted = played.asked
    .map(({ question }) => question)
    .filter(id => !prompt.menu.find(one => one.id === id)?.reveals.some(name => decisive.includes(name)));
  return { decisive, asked: decisive.filter(inTime), wasted };
}

function creditClarify({ decisive, asked, wasted }: ClarifyVerdict): number {
  const waste = Math.max(0, wasted.length - FREE_WASTE) * WASTE;
  return Math.max(0, asked.length / decisive.length - waste);
}

function brierOf(verdicts: readonly DecisionVerdict[]): number | null {
  const sure = verdicts.flatMap(({ confidence, standing }) =>
    confidence === null
      ? []
      : [(confidences[confidence] - (standing === 'best' || standing === 'defensible' ? 1 : 0)) ** 2],
  );
  return sure.length === 0 ? null : sure.reduce((total, one) => total + one, 0) / sure.length;
}

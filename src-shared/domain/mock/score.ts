import type { DecisionId, DefaultId } from '../rules/decisions.ts';
import { type Attempt, keyOf, keyOfNumber } from './attempt.ts';
import { meanBrier } from './brier.ts';
import { type ClarifyVerdict, creditClarify, judgeClarify } from './clarify.ts';
import { credits, type DecisionVerdict } from './judge.ts';
import { gradeNumber, type NumberGrade, type NumberStep, numberMeta } from './numbers.ts';
import { type Board, type Played, playAttempt } from './play.ts';
import {
  chargeNeedless,
  divide,
  type Item,
  type Section,
  sum,
  type Weighed,
  weighDecisions,
  weights,
} from './points.ts';
import type { Prompt } from './prompt.ts';
import { judgePushbacks, type PushbackVerdict } from './pushback.ts';
import { gatherFacts, gatherWhole } from './stage.ts';
import { judgeStages } from './twists.ts';

/** Raised whenever a rule, a threshold or a point changes, so that an old score is never taken for a new one. */
export const rulesVersion = 1;

export type NumberVerdict = {
  part: string | null;
  step: NumberStep;
  given: number | null;
  marks: readonly DefaultId[];
} & (NumberGrade | { expected: number | null; grade: 'missing'; fault: null });

/** The score of a mock interview, derived by rule: the same attempt gives the same verdict. */
export type MockVerdict = {
  prompt: string;
  rulesVersion: number;
  /** 0 to 100, to two decimals. */
  total: number;
  sections: { section: Section; points: number; of: number }[];
  clarify: ClarifyVerdict;
  numbers: NumberVerdict[];
  /** Stage 0, then each twist's: pairs that it turned, and those that were revised for the worse. */
  decisions: DecisionVerdict[];
  /** Decisions raised at the open level that nothing called for. */
  needless: { part: string; decision: DecisionId }[];
  pushbacks: PushbackVerdict[];
  items: Item[];
  /** Mean squared error of the confidences given; null where none was. It never enters the score. */
  brier: number | null;
};

/** Scores an attempt. Takes a few milliseconds at most. */
export function scoreAttempt(prompt: Prompt, attempt: Attempt): MockVerdict {
  const played = playAttempt(prompt, attempt.events);
  const clarify = judgeClarify(prompt, played);
  const numbers = judgeNumbers(prompt, played);
  const pushbacks = judgePushbacks(prompt, played, attempt.seed);
  const pairs = prompt.score.map(pair => judgeStages(prompt, pair, played));
  const first = pairs.map(one => pushBack(one.first, pushbacks));
  const stages = prompt.twists.map((_, index) => index + 1);
  const atStage = (list: readonly DecisionVerdict[], stage: number) =>
    list.filter(one => one.stage === stage);
  const turned = stages.flatMap(stage =>
    atStage(
      pairs.flatMap(one => one.turned),
      stage,
    ),
  );
  const spoilt = stages.flatMap(stage =>
    atStage(
      pairs.flatMap(one => one.spoilt),
      stage,
    ),
  );
  const needless = (attempt.level ?? prompt.level) === 'open' ? listNeedless(prompt, played.boards) : [];
  const weighed: Weighed[] = [
    ...weighClarify(clarify),
    ...numbers.map(weighNumber),
    ...weighDecisions('decisions', prompt, first),
    ...weighDecisions('twists', prompt, turned),
  ];
  const divided = divide(weighed);
  const items = [...divided, ...chargeNeedless(divided, weighed, needless)];
  const sections = (Object.keys(weights) as Section[])
    .map(section => ({ section, ...sum(items.filter(item => item.section === section)) }))
    .filter(({ of }) => of > 0);
  const decisions = [...first, ...[...turned, ...spoilt].sort((a, b) => a.stage - b.stage)];
  return {
    prompt: prompt.id,
    rulesVersion,
    total: sum(items).points,
    sections,
    clarify,
    numbers,
    decisions,
    needless,
    pushbacks,
    items,
    brier: readBrier(decisions),
  };
}

/** A decision that was asked back about keeps all that it earned only with the right cost. */
function pushBack(verdict: DecisionVerdict, pushbacks: readonly PushbackVerdict[]): DecisionVerdict {
  const asked = pushbacks.find(one => one.part === verdict.part && one.decision === verdict.decision);
  if (!asked) return verdict;
  return { ...verdict, pushback: asked, credit: verdict.credit * (asked.right ? 1 : credits.pushedOver) };
}

function weighClarify(clarify: ClarifyVerdict): Weighed[] {
  if (clarify.decisive.length === 0) return [];
  return [{ section: 'clarify', stage: 0, weight: 1, credit: creditClarify(clarify), label: 'questions' }];
}

const gradeCredits = { full: 1, part: 0.5, wrong: 0, missing: 0 } as const;

function weighNumber({ part, step, grade }: NumberVerdict): Weighed {
  const label = keyOfNumber({ part: part ?? undefined, step });
  return { section: 'numbers', stage: 0, weight: 1, credit: gradeCredits[grade], label };
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

function listNeedless(prompt: Prompt, boards: readonly Board[]): { part: string; decision: DecisionId }[] {
  const scored = new Set(prompt.score.map(({ part, decision }) => keyOf(part, decision)));
  const raised = [...(boards[0]?.values() ?? [])].filter(one => !scored.has(keyOf(one.part, one.decision)));
  return raised.map(({ part, decision }) => ({ part, decision }));
}

/** The Brier score of this attempt alone. */
function readBrier(verdicts: readonly DecisionVerdict[]): number | null {
  return meanBrier(
    verdicts.flatMap(({ confidence, standing }) =>
      confidence === null ? [] : [{ confidence, right: standing === 'best' || standing === 'defensible' }],
    ),
  );
}

import type { FactName, Facts } from '../facts.ts';
import { listRelevantFacts, programFor, stand } from '../rules/decide.ts';
import type { DecisionId, DefaultId, OptionId } from '../rules/decisions.ts';
import { nameOptionDefaults } from '../rules/table.ts';
import type { Confidence } from './attempt.ts';
import { type Expectation, expectPair } from './expect.ts';
import type { Choice } from './play.ts';
import { nameStatement, type Pair, type Prompt } from './prompt.ts';
import type { PushbackVerdict } from './pushback.ts';
import { findReasons, type ReasonStanding, type Reasons, weighReason } from './reasons.ts';
import { rememberByPrompt } from './remember.ts';
import { findStatement, gatherFacts, listStatements } from './stage.ts';

/** Share of a decision's points, from the points table of the mock interviews (docs/scoring.md). */
export const credits = {
  best: 1,
  bestAlone: 0.5,
  defensible: 0.7,
  defensibleAlone: 0.3,
  /** Right for what was known, wrong for what was never asked. */
  unasked: 0.4,
  /** What is left of it where the reason is beside the point, so that guessing at reasons gains nothing. */
  aside: 0.2,
  /** What is left of it after a pushback that was answered wrong or not at all. */
  pushedOver: 0.8,
} as const;

/** How a choice stands once everything is known; `unasked`: right only for what was known. */
export type Standing = 'best' | 'defensible' | 'unasked' | 'wrong' | 'missing';

/** The verdict on one scored pair at one stage. */
export type DecisionVerdict = {
  stage: number;
  part: string;
  decision: DecisionId;
  chosen: OptionId | null;
  standing: Standing;
  reason: ReasonStanding;
  /** Whether the choice holds and its reason is sufficient. */
  reasoned: boolean;
  /** 0 to 1. */
  credit: number;
  /** Statements that were never known and would have changed the answer. */
  unasked: readonly string[];
  expected: Expectation;
  /** Defaults that a miss marks: those of the expected option and of the chosen one. */
  marks: readonly DefaultId[];
  confidence: Confidence | null;
  /** What the interviewer asked back about it; null where nothing was. */
  pushback: PushbackVerdict | null;
  /** The stage in which a needless revision lost credit; null where none did. */
  lost: number | null;
};

/** Judges what stands on the board for one pair at a stage. */
export function judgeChoice(
  prompt: Prompt,
  pair: Pair,
  stage: number,
  choice: Choice | undefined,
): DecisionVerdict {
  const expected = expectPair(prompt, pair, stage);
  const base = { stage, part: pair.part, decision: pair.decision, expected, pushback: null, lost: null };
  if (!choice) {
    const missed = {
      chosen: null,
      standing: 'missing',
      reason: 'none',
      reasoned: false,
      credit: 0,
      confidence: null,
    } as const;
    return { ...base, ...missed, unasked: [], marks: expected.defaults };
  }
  const known = knownAt(prompt, stage, choice);
  const facts = gatherFacts(prompt, pair.part, stage);
  const truly = standingOf(facts, pair, choice.option);
  const asKnown = standingOf(gatherFacts(prompt, pair.part, stage, known), pair, choice.option);
  const standing: Standing = truly === 'wrong' && asKnown !== 'wrong' ? 'unasked' : truly;
  const reason = judgeReason(prompt, pair, stage, choice, known, facts);
  return {
    ...base,
    chosen: choice.option,
    standing,
    reason,
    reasoned: (standing === 'best' || standing === 'defensible') && reason === 'sufficient',
    credit: creditOf(standing, reason),
    unasked: standing === 'unasked' ? listUnasked(prompt, pair, stage, known) : [],
    marks:
      standing === 'best'
        ? []
        : [
            ...new Set([
              ...expected.defaults,
              ...nameOptionDefaults(facts, pair.decision, choice.option, pair.keys),
            ]),
          ],
    confidence: choice.confidence,
  };
}

function creditOf(standing: Standing, reason: ReasonStanding): number {
  if (standing === 'unasked') return credits.unasked;
  if (standing !== 'best' && standing !== 'defensible') return 0;
  if (reason === 'sufficient') return credits[standing];
  const alone = standing === 'best' ? credits.bestAlone : credits.defensibleAlone;
  return reason === 'aside' ? alone * credits.aside : alone;
}

/** What was known when a choice was last touched, and what the twists have told since. */
function knownAt(prompt: Prompt, stage: number, choice: Choice): ReadonlySet<string> {
  const told = prompt.twists.slice(0, stage).flatMap(({ changes }) => changes.map(nameStatement));
  return told.every(name => choice.known.has(name)) ? choice.known : new Set([...choice.known, ...told]);
}

function standingOf(
  facts: Facts,
  { decision, keys }: Pair,
  option: OptionId,
): 'best' | 'defensible' | 'wrong' {
  const { options } = stand(programFor(facts, decision, keys), facts);
  return options.find(one => one.option === option)?.standing ?? 'wrong';
}

const remember = rememberByPrompt<Reasons>();

function judgeReason(
  prompt: Prompt,
  pair: Pair,
  stage: number,
  choice: Choice,
  known: ReadonlySet<string>,
  facts: Facts,
): ReasonStanding {
  const isKnown = (fact: FactName): boolean => {
    const statement = findStatement(prompt, pair.part, fact, stage);
    return statement !== null && known.has(statement);
  };
  const key = `${stage} ${pair.part} ${pair.decision} ${choice.option}`;
  const reasons = remember(prompt, key, () => findReasons(facts, pair.decision, pair.keys, choice.option));
  const stands = weighReason(choice, pair.decision, reasons);
  if (stands !== 'sufficient') return stands;
  // What nobody told is no reason; and that nothing known moves the default says little while much is not known.
  const backed = choice.nothing
    ? listRelevant(prompt, pair, stage).every(name => known.has(name))
    : choice.facts.every(isKnown);
  return backed ? 'sufficient' : 'insufficient';
}

/** Names of the stated facts that a pair's decision can turn on. */
export function listRelevant(prompt: Prompt, { part, decision }: Pair, stage: number): string[] {
  const relevant = listRelevantFacts(decision);
  return relevant
    .map(fact => findStatement(prompt, part, fact, stage))
    .filter(statement => statement !== null);
}

/** Statements that were not known and that, told, would have led to another answer. */
function listUnasked(prompt: Prompt, pair: Pair, stage: number, known: ReadonlySet<string>): string[] {
  const hidden = listRelevant(prompt, pair, stage).filter(name => !known.has(name));
  const all = new Set(listStatements(prompt, stage).map(nameStatement));
  const best = (names: ReadonlySet<string>): string => {
    const facts = gatherFacts(prompt, pair.part, stage, names);
    return stand(programFor(facts, pair.decision, pair.keys), facts).best.join();
  };
  const full = best(all);
  const telling = hidden.filter(name => best(new Set([...all].filter(one => one !== name))) !== full);
  return telling.length > 0 ? telling : hidden;
}

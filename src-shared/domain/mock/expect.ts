import type { FactName, Facts } from '../facts.ts';
import { decide, type Verdict } from '../rules/decide.ts';
import type { DecisionId, DefaultId, OptionId } from '../rules/decisions.ts';
import { explain, writeExplanation } from '../rules/explain.ts';
import type { Pair, Prompt } from './prompt.ts';
import { rememberByPrompt } from './remember.ts';
import { gatherFacts, type Known } from './stage.ts';

/** What the rules expect of one scored pair. */
export type Expectation = {
  part: string;
  decision: DecisionId;
  /** False where the decision is not asked of this part. */
  applies: boolean;
  best: readonly OptionId[];
  defensible: readonly OptionId[];
  wrong: readonly OptionId[];
  /** The rows that make the best options best. */
  rules: readonly string[];
  /** The known facts that decide. */
  facts: Facts;
  defaults: readonly DefaultId[];
  /** No fact that is not known could change which options are best. */
  settled: boolean;
  /** Why the first best option (else the first defensible one) holds. */
  because: string;
};

/** Derives what the rules expect of every scored pair, from the known statements alone; null: from all. */
export function expectAll(prompt: Prompt, stage = 0, known: Known = null): Expectation[] {
  return prompt.score.map(pair => expectPair(prompt, pair, stage, known));
}

const remember = rememberByPrompt<Expectation>();

/** Derives what the rules expect of one scored pair. */
export function expectPair(prompt: Prompt, pair: Pair, stage = 0, known: Known = null): Expectation {
  if (known !== null) return derive(prompt, pair, stage, known);
  const key = `${stage} ${pair.part} ${pair.decision} ${pair.keys?.join() ?? ''}`;
  return remember(prompt, key, () => derive(prompt, pair, stage, null));
}

function derive(prompt: Prompt, pair: Pair, stage: number, known: Known): Expectation {
  const facts = gatherFacts(prompt, pair.part, stage, known);
  const verdict = decide(facts, pair.decision, pair.keys);
  const naming = verdict.best.length > 0 ? verdict.best : verdict.defensible;
  const told = naming[0] === undefined ? null : explain(verdict, facts, naming[0]);
  return {
    part: pair.part,
    decision: pair.decision,
    applies: verdict.applies === true,
    best: verdict.best,
    defensible: verdict.defensible,
    wrong: verdict.wrong,
    rules: listRules(verdict, naming),
    facts: pick(facts, verdict.deciding),
    defaults: verdict.defaults,
    settled: verdict.settled,
    because: told ? writeExplanation(told) : '',
  };
}

function listRules(verdict: Verdict, options: readonly OptionId[]): string[] {
  return verdict.options
    .filter(({ option }) => options.includes(option))
    .flatMap(({ rows }) => rows.map(({ id }) => id));
}

function pick(facts: Facts, names: readonly FactName[]): Facts {
  return Object.fromEntries(names.map(name => [name, facts[name]]));
}

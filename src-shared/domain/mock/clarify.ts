import { keyOf } from './attempt.ts';
import { listRelevant } from './judge.ts';
import type { Played } from './play.ts';
import type { Pair, Prompt } from './prompt.ts';
import { findReasons, nameGroup } from './reasons.ts';
import { gatherFacts, listHidden } from './stage.ts';

/** Each wasted question after the second costs this share of the clarifying points. */
const WASTE = 0.1;
const FREE_WASTE = 2;

/**
 * The clarifying phase, as names of statements and questions: what was needed, what of it was asked in time, and
 * the questions that brought out nothing which a scored decision can turn on.
 */
export type ClarifyVerdict = { decisive: string[]; asked: string[]; wasted: string[] };

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

/** Judges the questions that were asked. */
export function judgeClarify(prompt: Prompt, played: Played): ClarifyVerdict {
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
  const bearing = new Set(prompt.score.flatMap(pair => listRelevant(prompt, pair, 0)));
  const wasted = played.asked
    .map(({ question }) => question)
    .filter(id => !prompt.menu.find(one => one.id === id)?.reveals.some(name => bearing.has(name)));
  return { decisive, asked: decisive.filter(inTime), wasted };
}

/** The share of the clarifying points, 0 to 1. */
export function creditClarify({ decisive, asked, wasted }: ClarifyVerdict): number {
  const waste = Math.max(0, wasted.length - FREE_WASTE) * WASTE;
  return Math.max(0, asked.length / decisive.length - waste);
}

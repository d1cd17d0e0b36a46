import { createRandom, hash32 } from '../random.ts';
import { type Cost, costOf, listCosts } from '../rules/costs.ts';
import { type DecisionId, decisionIds, labelOption, listOptions, type OptionId } from '../rules/decisions.ts';
import { keyOf, type PushbackEvent } from './attempt.ts';
import type { Board, Played } from './play.ts';
import type { Prompt } from './prompt.ts';

/** "Why not …?": the interviewer asks for the cost of an option that was not chosen. */
export type Pushback = {
  part: string;
  decision: DecisionId;
  /** The option that is asked about. */
  option: OptionId;
  ask: string;
  /** Costs to choose from, of which one is the option's own. */
  costs: readonly Cost[];
};

/** A pushback with its answer. */
export type PushbackVerdict = Pushback & {
  /** The id of the cost that was given; null where none was. */
  given: string | null;
  right: boolean;
  /** The option's own cost. */
  cost: Cost;
};

/** So many pushbacks a mock has. */
export const PUSHBACKS = 3;
/** Costs to choose from. */
const CHOICES = 3;

/**
 * The pushbacks that a board calls for: drawn decisions on it, each about an option that was not chosen. The same
 * seed and board give the same ones, so that they can be asked again after a restart.
 */
export function listPushbacks(prompt: Prompt, board: Board, seed: number): Pushback[] {
  const candidates = prompt.score.flatMap(({ part, decision }) => {
    const chosen = board.get(keyOf(part, decision))?.option;
    const others = listOptions(decision).filter(option => option !== chosen && costOf(decision, option));
    return chosen === undefined || others.length === 0 ? [] : [{ part, decision, others }];
  });
  const drawn = createRandom(seed).shuffle(candidates).slice(0, PUSHBACKS);
  return drawn.map(({ part, decision, others }) => {
    const random = createRandom(hash32(`${seed} ${part} ${decision}`));
    const option = random.pick(others);
    const ask = `Why not ${labelOption(decision, option)}?`;
    return { part, decision, option, ask, costs: random.shuffle(drawCosts(decision, option, random)) };
  });
}

/** The option's own cost and wrong ones: of the same decision first, then of others. */
function drawCosts(decision: DecisionId, option: OptionId, random: ReturnType<typeof createRandom>): Cost[] {
  const own = costOf(decision, option);
  const near = listCosts(decision).filter(cost => cost !== own);
  const far = decisionIds.filter(other => other !== decision).flatMap(listCosts);
  return [...(own ? [own] : []), ...random.shuffle(near), ...random.shuffle(far)].slice(0, CHOICES);
}

/**
 * The pushbacks of an attempt that were asked, with what was answered. An attempt that keeps its seed was asked all
 * of them once it came to the twists; one without was asked what it answers.
 */
export function judgePushbacks(prompt: Prompt, played: Played, seed: number | undefined): PushbackVerdict[] {
  const all = seed !== undefined && played.reachedTwists;
  return listPushbacks(prompt, played.challenged, seed ?? 0).flatMap(pushback => {
    const cost = costOf(pushback.decision, pushback.option);
    const answer = played.answers.findLast(one => isAbout(one, pushback));
    if (!cost || (!answer && !all)) return [];
    const given = answer?.cost ?? null;
    return [{ ...pushback, given, right: given === cost.id, cost }];
  });
}

const isAbout = (answer: PushbackEvent, { part, decision, option }: Pushback): boolean =>
  answer.part === part && answer.decision === decision && answer.option === option;

import type { Memory } from '../card-state.ts';
import type { MemoryModel } from '../memory.ts';
import type { Settings } from '../settings.ts';
import { weighTurn } from './gain.ts';

/** What the plan needs of a card. */
export type PlanCard = {
  /** Null for a card that was never answered. */
  memory: Memory | null;
  /** Study days since its last answer; 0 for a new card, and for one that was answered today. */
  elapsedDays: number;
  /** Place among new cards (see `orderNewCards`). */
  position: number;
};

/** The ground of a plan. */
export type PlanBasis = {
  settings: Pick<Settings, 'learningStepsMin' | 'relearningStepsMin' | 'newPerDay'>;
  model: MemoryModel;
  /** Seconds that one answer takes this person. */
  secondsPerAnswer: number;
};

/** A card that the plan asks today, with the seconds it is expected to take, steps included. */
export type Planned<C> = { card: C; seconds: number };

/**
 * How fast new cards are met: today's share of those left is this over the days left, so most come early and
 * hardly any in the last days. 3 and 4 are alike in the simulation (docs/plan.md).
 */
const newCardPace = 4;

/** A turn that adds less than this to one card's recall, for each answer, is not worth the person's time. */
const leastGain = 0.001;

/**
 * What to ask today, the most useful first: greedy by gain. Each card's turn is weighed by what it adds to its
 * chance of recall on the interview day for each answer it takes, and turns are taken until `seconds` are full.
 * Reviews that are not due yet take part; an answer to one is an ordinary answer. A due date is never changed here.
 * New cards are spread (`newCardPace`); late ones are those that there was no room for before. None is met where
 * the settings say no new cards. `daysLeft` is at least 1.
 */
export function planDay<C extends PlanCard>(
  cards: readonly C[],
  daysLeft: number,
  seconds: number,
  basis: PlanBasis,
): Planned<C>[] {
  const { settings, model, secondsPerAnswer } = basis;
  const fresh = cards.filter(card => card.memory === null);
  const share = settings.newPerDay > 0 ? Math.ceil((newCardPace * fresh.length) / daysLeft) : 0;
  const candidates = [
    ...cards.filter(card => card.memory !== null && card.elapsedDays > 0),
    ...fresh.sort((a, b) => a.position - b.position).slice(0, share),
  ];
  const weighed = candidates
    .map(card => {
      const { gain, answers } = weighTurn(card.memory, card.elapsedDays, daysLeft, settings, model);
      return { card, worth: gain / answers, seconds: answers * secondsPerAnswer };
    })
    .filter(({ worth }) => worth > leastGain)
    .sort((a, b) => b.worth - a.worth || a.card.position - b.card.position);
  const planned: Planned<C>[] = [];
  let left = seconds;
  for (const { card, seconds: needed } of weighed) {
    if (left <= 0) break;
    planned.push({ card, seconds: needed });
    left -= needed;
  }
  return planned;
}

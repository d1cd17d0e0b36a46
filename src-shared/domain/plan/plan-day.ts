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

/** A card as a plan weighs it on a day: what its turn adds for each answer, and the answers that it takes. */
export type Weighed<C> = { card: C; worth: number; answers: number };

/** A day's cards as a plan takes them: those that were answered before by `compareWeighed`, new ones by position. */
export type Weighing<C> = { held: Weighed<C>[]; fresh: C[] };

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
  const held = cards.flatMap(card => weighHeld(card, daysLeft, basis) ?? []).sort(compareWeighed);
  const fresh = cards.filter(card => card.memory === null).sort(comparePositions);
  return takeWithin({ held, fresh }, daysLeft, seconds, basis);
}

/** Weighs a card that was answered before; null of a new one, one answered today, and one not worth a turn. */
export function weighHeld<C extends PlanCard>(
  card: C,
  daysLeft: number,
  basis: Omit<PlanBasis, 'secondsPerAnswer'>,
): Weighed<C> | null {
  if (card.memory === null || card.elapsedDays <= 0) return null;
  return weigh(card, daysLeft, basis);
}

/** What `planDay` takes of cards that are weighed already. */
export function takeWithin<C extends PlanCard>(
  { held, fresh }: Weighing<C>,
  daysLeft: number,
  seconds: number,
  basis: PlanBasis,
): Planned<C>[] {
  const share = basis.settings.newPerDay > 0 ? Math.ceil((newCardPace * fresh.length) / daysLeft) : 0;
  const [example] = share > 0 ? fresh : [];
  // All new cards weigh the same.
  const meeting = example ? weigh(example, daysLeft, basis) : null;
  const planned: Planned<C>[] = [];
  let left = seconds;
  let nextHeld = 0;
  let nextFresh = 0;
  while (left > 0) {
    const card = nextFresh < share ? fresh[nextFresh] : undefined;
    const met = card && meeting ? { ...meeting, card } : null;
    const review = held[nextHeld] ?? null;
    const next = met && (!review || compareWeighed(met, review) < 0) ? met : review;
    if (!next) break;
    if (next === met) nextFresh++;
    else nextHeld++;
    const needed = next.answers * basis.secondsPerAnswer;
    planned.push({ card: next.card, seconds: needed });
    left -= needed;
  }
  return planned;
}

/** The order of usefulness: the card that is worth more for each answer first. */
export function compareWeighed(a: Weighed<PlanCard>, b: Weighed<PlanCard>): number {
  return b.worth - a.worth || comparePositions(a.card, b.card);
}

/** The order of new cards. */
export function comparePositions(a: PlanCard, b: PlanCard): number {
  return a.position - b.position;
}

function weigh<C extends PlanCard>(
  card: C,
  daysLeft: number,
  { settings, model }: Omit<PlanBasis, 'secondsPerAnswer'>,
): Weighed<C> | null {
  const { gain, answers } = weighTurn(card.memory, card.elapsedDays, daysLeft, settings, model);
  const worth = gain / answers;
  return worth > leastGain ? { card, worth, answers } : null;
}

import type { Memory, Phase } from '../card-state.ts';
import type { MemoryModel } from '../memory.ts';
import type { StudyDay } from '../study-day.ts';
import { meanOf } from './share.ts';

/** Share of a default's cards from which on it counts as met: the rest ask the same thing in other words. */
const metShare = 0.5;

/** How well a default is held: not met, met in part, under the target, or at it. */
export const standings = ['unmet', 'partly', 'fading', 'firm'] as const;
export type MasteryStanding = (typeof standings)[number];

export type Mastery = {
  id: string;
  name: string;
  topic: string;
  /** Cards in decks that are not suspended, and those among them that were ever answered. */
  cards: number;
  met: number;
  /** Mean predicted recall of the cards met; null where none is. */
  recall: number | null;
  /** The same on a later day, if nothing were answered until then; null where none is asked for. */
  recallLater: number | null;
  standing: MasteryStanding;
};

/** A card that is about a default, as far as mastery reads it. */
export type HeldCard = {
  defaultId: string;
  phase: Phase;
  memory: Memory | null;
  lastDay: StudyDay | null;
  suspended: boolean;
};

export type MasteryInput = {
  defaults: readonly { id: string; name: string; topic: string }[];
  cards: readonly HeldCard[];
  model: Pick<MemoryModel, 'recall'>;
  today: StudyDay;
  /** A later day to predict for as well. */
  later: StudyDay | null;
  /** Desired retention. */
  target: number;
};

/**
 * The chance that a card is recalled on a day, if nothing were answered until then; null where it was never met. One in
 * its steps, new or just forgotten, counts as 0: the model looks ahead in days, and would take it for recalled today.
 */
export function predictRecall(
  { phase, memory, lastDay }: Pick<HeldCard, 'phase' | 'memory' | 'lastDay'>,
  model: MasteryInput['model'],
  day: StudyDay,
): number | null {
  if (!memory) return null;
  if (phase !== 'review') return 0;
  return model.recall(memory, lastDay === null ? 0 : Math.max(0, day - lastDay));
}

/** Predicted recall of every default: the mean over its cards that were met. Cards not met are counted, not guessed. */
export function readMastery({ defaults, cards, model, today, later, target }: MasteryInput): Mastery[] {
  const byDefault = Map.groupBy(
    cards.filter(({ suspended }) => !suspended),
    ({ defaultId }) => defaultId,
  );
  return defaults.map(({ id, name, topic }) => {
    const own = byDefault.get(id) ?? [];
    const recallOn = (day: StudyDay): number[] =>
      own.map(card => predictRecall(card, model, day)).filter(recall => recall !== null);
    const recalls = recallOn(today);
    const recall = meanOf(recalls);
    return {
      id,
      name,
      topic,
      cards: own.length,
      met: recalls.length,
      recall,
      recallLater: later === null ? null : meanOf(recallOn(later)),
      standing: findStanding(own.length, recalls.length, recall, target),
    };
  });
}

function findStanding(cards: number, met: number, recall: number | null, target: number): MasteryStanding {
  if (recall === null) return 'unmet';
  if (met / cards < metShare) return 'partly';
  return recall >= target ? 'firm' : 'fading';
}

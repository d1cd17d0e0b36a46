import type { Memory } from '../card-state.ts';
import type { MemoryModel } from '../memory.ts';
import { ratings } from '../rating.ts';
import type { Settings } from '../settings.ts';

/** What one possible course of a card's turn today would leave behind, and how likely it is. */
export type Outcome = { chance: number; memory: Memory; remembered: boolean };

/** What a turn today adds to the chance of recall on the interview day, and the answers that it takes. */
export type Turn = { gain: number; answers: number };

type Steps = Pick<Settings, 'learningStepsMin' | 'relearningStepsMin'>;

/** Share of new cards taken to be unknown at first sight: `field`, a cautious middle. */
const firstAgain = 0.3;
/** Share of the steps taken to be missed, so that they are asked once more: `field`. */
const stepsAgain = 0.15;

/**
 * How a turn today may go: a card that is held is remembered (Good) with its predicted recall, else forgotten and
 * taken through its steps; a new card is taken through its first steps. `elapsedDays` is 0 for a new card.
 */
export function listOutcomes(
  memory: Memory | null,
  elapsedDays: number,
  steps: Steps,
  model: MemoryModel,
): readonly Outcome[] {
  const walk = (start: Memory, count: number): Memory => {
    let held = start;
    for (let step = 0; step < count; step++) held = model.next(held, 0, ratings.good);
    return held;
  };
  const recall = memory ? model.recall(memory, elapsedDays) : 1 - firstAgain;
  const good = model.next(memory, elapsedDays, ratings.good);
  const again = model.next(memory, elapsedDays, ratings.again);
  const first = steps.learningStepsMin.length;
  return [
    { chance: recall, memory: memory ? good : walk(good, first), remembered: true },
    {
      chance: 1 - recall,
      memory: walk(again, memory ? steps.relearningStepsMin.length : first),
      remembered: false,
    },
  ];
}

/** Answers that an outcome takes: one for the card, and one for each step, some of them twice. */
export function countAnswers(isNew: boolean, remembered: boolean, steps: Steps): number {
  const again = 1 + stepsAgain;
  if (isNew) return 1 + again * (steps.learningStepsMin.length + (remembered ? 0 : 1));
  return remembered ? 1 : 1 + again * steps.relearningStepsMin.length;
}

/** Weighs a turn today against none, for a card that would be met again only on the interview day, `daysLeft` away. */
export function weighTurn(
  memory: Memory | null,
  elapsedDays: number,
  daysLeft: number,
  steps: Steps,
  model: MemoryModel,
): Turn {
  let after = 0;
  let answers = 0;
  for (const outcome of listOutcomes(memory, elapsedDays, steps, model)) {
    after += outcome.chance * model.recall(outcome.memory, daysLeft);
    answers += outcome.chance * countAnswers(memory === null, outcome.remembered, steps);
  }
  const without = memory ? model.recall(memory, elapsedDays + daysLeft) : 0;
  return { gain: after - without, answers };
}

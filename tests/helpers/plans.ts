import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import { defaultSettings } from '../../src-shared/domain/default-settings.ts';
import { noLoad } from '../../src-shared/domain/due-day.ts';
import { applyCardEvent } from '../../src-shared/domain/fold.ts';
import { eventIdSchema } from '../../src-shared/domain/ids.ts';
import { createMemoryModel, defaultWeights } from '../../src-shared/domain/memory.ts';
import type { Rating } from '../../src-shared/domain/rating.ts';
import { type AnswerPlan, type PlanInput, planAnswers } from '../../src-shared/domain/scheduling.ts';
import type { Settings } from '../../src-shared/domain/settings.ts';
import { findStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import { at, toCardId } from './profile.ts';

/** The moment, card and model of plans that do not say otherwise. */
export const noon = at('2026-11-24T12:00:00Z');
export const model = createMemoryModel(defaultWeights);
const cardId = toCardId('caching.ttl-1');

export const settingsWith = (change: Partial<Settings>): Settings => ({ ...defaultSettings, ...change });

/** What each rating would do to a card: new, at noon, in an empty collection, unless said otherwise. */
export function plan(input: Partial<PlanInput>): Record<Rating, AnswerPlan> {
  return planAnswers({
    cardId,
    state: newCardState,
    at: noon,
    settings: defaultSettings,
    model,
    load: noLoad,
    ...input,
  });
}

/** The state of a card after an answer, as the log would fold it. */
export function answerWith(state: CardState, planned: AnswerPlan, when: Instant): CardState {
  const { rating, phase, step, dueDay, dueAtMs } = planned;
  return applyCardEvent(
    cardId,
    state,
    {
      id: eventIdSchema.parse('00000000-0000-4000-8000-000000000000'),
      studyDay: findStudyDay(when, 4),
      body: {
        type: 'answer',
        rating,
        phaseAfter: phase,
        stepAfter: step,
        dueDay,
        dueAtMs,
        chainBefore: state.chain,
        retention: 0.9,
        maximumDays: 365,
      },
    },
    model,
  );
}

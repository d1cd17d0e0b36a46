import type { Profile } from '../../src-main/services/profile.ts';
import { readLimits } from '../../src-main/services/queue.ts';
import { newCardState } from '../../src-shared/domain/card-state.ts';
import { selectEffective } from '../../src-shared/domain/fold.ts';
import type { DayTally } from '../../src-shared/domain/statistics/activity.ts';
import { type ForecastDay, forecastWork } from '../../src-shared/domain/statistics/forecast.ts';
import type { LoggedStep } from '../../src-shared/domain/statistics/trace.ts';
import { findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';

/** The events that count, in their order, from nothing but the log. */
function listEffective({ store }: Profile) {
  return selectEffective([...store.log.scan()].flatMap(item => ('event' in item ? [item.event] : [])));
}

/** The study days with answers, counted one by one. */
export function countDays(profile: Profile): DayTally[] {
  const answers = listEffective(profile).flatMap(({ studyDay, body }) =>
    body.type === 'answer' || body.type === 'practice' ? [{ day: studyDay, takenMs: body.takenMs }] : [],
  );
  return [...Map.groupBy(answers, ({ day }) => day)]
    .map(([day, list]) => ({
      day,
      answers: list.length,
      takenMs: list.reduce((sum, { takenMs }) => sum + Math.min(takenMs, 120_000), 0),
    }))
    .sort((a, b) => a.day - b.day);
}

/** What each card's history is made of, card by card. */
export function listSteps(profile: Profile): LoggedStep[] {
  const steps = listEffective(profile).flatMap(
    ({ body, studyDay, at: { atMs, offsetMin } }): LoggedStep[] => {
      switch (body.type) {
        case 'answer':
        case 'practice':
        case 'forget':
        case 'memory_set':
        case 'set_due':
          return [
            {
              other: body.type === 'answer' ? null : body.type,
              cardId: body.cardId,
              day: studyDay,
              localHour: Math.floor((atMs + offsetMin * 60_000) / 3_600_000),
              rating: 'rating' in body ? body.rating : null,
              isReview: 'phaseBefore' in body && body.phaseBefore === 'review' ? 1 : 0,
              recall: 'recall' in body ? body.recall : null,
              dueDay: 'dueDay' in body ? body.dueDay : null,
            },
          ];
        default:
          return [];
      }
    },
  );
  const cards = Map.groupBy(steps, ({ cardId }) => cardId);
  return [...cards].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, list]) => list);
}

/** The days that come, from the state of every card that stands in a deck. */
export function forecastFromStates(profile: Profile, at: Instant): ForecastDay[] {
  const { store, journal } = profile;
  const settings = journal.settings();
  const today = findStudyDay(at, settings.dayStartHour);
  const stored = new Map([...store.states.all()].map(({ cardId, state }) => [cardId, state]));
  const asked = store.content
    .activeCards()
    .map(({ cardId }) => stored.get(cardId) ?? newCardState)
    .filter(({ suspended }) => !suspended);
  const days = asked.flatMap(({ phase, dueDay, buriedUntil }): StudyDay[] =>
    phase === 'review' && dueDay !== null
      ? [[today, dueDay, buriedUntil ?? today].toSorted((a, b) => b - a)[0] ?? today]
      : [],
  );
  return forecastWork({
    today,
    dueByDay: new Map([...Map.groupBy(days, day => day)].map(([day, list]) => [day, list.length])),
    learning: asked.filter(({ phase }) => phase === 'learning' || phase === 'relearning').length,
    unmet: asked.filter(({ phase }) => phase === 'new').length,
    allowance: readLimits(profile, today).allowance,
    settings,
    pace: store.answers.pace(),
  });
}

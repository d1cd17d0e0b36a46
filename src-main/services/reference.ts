import { listExercised } from '../../src-shared/domain/mock/propose.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { type DefaultId, defaultIds } from '../../src-shared/domain/rules/decisions.ts';
import { predictRecall } from '../../src-shared/domain/statistics/mastery.ts';
import { findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';
import type { DefaultPage, Reference } from '../../src-shared/ipc/reference-contract.ts';
import { readAttempt } from './mocks/attempts.ts';
import { describeAttempt } from './mocks/lines.ts';
import { readCurated } from './mocks/prompts.ts';
import type { Profile } from './profile.ts';
import { masteryOf } from './statistics.ts';
import { listTopics } from './today.ts';

/** All defaults by topic, as they are learned, with how well each is held now. */
export function readReference(profile: Profile, at: Instant): Reference {
  return profile.store.readAtOnce(() => {
    const mastery = masteryOf(profile, readToday(profile, at), null);
    const texts = new Map(profile.store.content.defaults().map(one => [one.id, one.default]));
    const titles = new Map(listTopics(profile).map(({ topic, title }) => [topic, title]));
    return {
      topics: [...Map.groupBy(mastery, one => one.topic)].map(([topic, list]) => ({
        topic,
        title: titles.get(topic) ?? topic,
        defaults: list.map(({ id, name, ...held }) => ({
          id,
          name,
          default: texts.get(id) ?? '',
          mastery: held,
        })),
      })),
    };
  });
}

/** One default with what hangs on it. Throws a ProblemError where there is none of that id. */
export function readDefault(profile: Profile, id: string, at: Instant): DefaultPage {
  return profile.store.readAtOnce(() => {
    const { store, journal } = profile;
    const today = readToday(profile, at);
    const found = store.content.defaults().find(one => one.id === id);
    const known = defaultIds.find(one => one === id);
    const mastery = masteryOf(profile, today, null).find(one => one.id === id);
    if (!found || !known || !mastery) {
      throw new ProblemError('not-found', `There is no default “${id}”.`, 'Choose one of the list.');
    }
    const model = journal.model();
    return {
      default: found,
      mastery,
      cards: store.statistics.cardsAbout(id).map(card => ({
        cardId: card.cardId,
        title: card.title,
        suspended: card.suspended,
        recall: predictRecall(card, model, today),
      })),
      ...readInterviews(profile, known),
    };
  });
}

function readToday({ journal }: Profile, at: Instant): StudyDay {
  return findStudyDay(at, journal.settings().dayStartHour);
}

/** The interviews that turned on a default, by their own prompts, and how many prompts that do are left. */
function readInterviews(profile: Profile, id: DefaultId): Pick<DefaultPage, 'taken' | 'untaken'> {
  const rows = profile.store.mocks.all();
  const begun = new Set(rows.map(row => row.prompt_id));
  const taken = rows.flatMap(row => {
    if (row.total === null || row.abandoned === 1) return [];
    if (!listExercised(readAttempt(profile, row.attempt_id).start.prompt).has(id)) return [];
    const { attemptId, title, date } = describeAttempt(row, rows);
    return [{ attemptId, title, date, total: row.total }];
  });
  const untaken = readCurated(profile).filter(
    prompt => !begun.has(prompt.id) && listExercised(prompt).has(id),
  ).length;
  return { taken: taken.reverse(), untaken };
}

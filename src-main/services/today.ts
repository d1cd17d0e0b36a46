import { countBacklogDays, estimateWork } from '../../src-shared/domain/estimate.ts';
import { topics } from '../../src-shared/domain/ids.ts';
import {
  addDays,
  findStudyDay,
  formatStudyDay,
  type Instant,
  type StudyDay,
} from '../../src-shared/domain/study-day.ts';
import type { Counts, Summary, Today } from '../../src-shared/ipc/contract.ts';
import { describeHistory } from './history.ts';
import { choosePlanned, findAim } from './plan.ts';
import type { Profile } from './profile.ts';
import { countQueue, type DayQueue, readQueue } from './queue.ts';
import { isDiagnosed } from './rounds/lines.ts';

/** Today's screen: what is due, in all and by topic, how long it takes, and how it has gone so far. */
export function readToday(profile: Profile, at: Instant): Today {
  const day = readQueue(profile, at);
  const { store, journal } = profile;
  const settings = journal.settings();
  return {
    studyDay: day.today,
    date: formatStudyDay(day.today),
    counts: day.counts,
    topics: listTopics(profile).map(({ topic, title }) => ({
      topic,
      title,
      counts: countQueue(day.queue, topic),
    })),
    answeredToday: countAnswered(profile, day.today),
    begun: store.states.anyMet(),
    diagnosed: isDiagnosed(profile),
    streakDays: countStreak(profile, day.today),
    estimate: estimateWork(day.counts, settings, store.answers.pace()),
    backlog: day.waiting > 0 ? { cards: day.waiting, days: readBacklogDays(profile, day) } : null,
    tomorrow: forecastTomorrow(profile, day.today),
    history: describeHistory(profile),
  };
}

/** How many days ahead a backlog is counted. */
const farthestDays = 365;

function readBacklogDays({ store, journal }: Profile, day: DayQueue): number | null {
  const byDay = store.content.reviewsByDay(day.today, addDays(day.today, farthestDays));
  return countBacklogDays({
    waiting: day.waiting,
    dueToday: day.counts.due,
    reviewsPerDay: journal.settings().reviewsPerDay,
    dueLater: Array.from({ length: farthestDays }, (_, n) => byDay.get(addDays(day.today, n + 1)) ?? 0),
  });
}

/** What a session needs of the day beside its card. */
export function readProgress(
  profile: Profile,
  day: { today: StudyDay; counts: Counts },
): { counts: Counts; answeredToday: number; minutesLeft: number } {
  const { store, journal } = profile;
  return {
    counts: day.counts,
    answeredToday: countAnswered(profile, day.today),
    minutesLeft: estimateWork(day.counts, journal.settings(), store.answers.pace()).minutes,
  };
}

/** What was done today, what slipped, and what comes tomorrow. */
export function readSummary(profile: Profile, at: Instant): Summary {
  const { store } = profile;
  const today = findStudyDay(at, profile.journal.settings().dayStartHour);
  const counts = store.answers.countOfDay(today);
  const reviewed = counts.find(count => count.phase === 'review');
  const names = new Map(store.content.defaults().map(({ id, name }) => [id, name]));
  return {
    answered: counts.reduce((sum, count) => sum + count.answers, 0),
    minutes: counts.reduce((sum, count) => sum + count.takenMs, 0) / 60_000,
    retention: reviewed ? { remembered: reviewed.remembered, reviews: reviewed.answers } : null,
    newCards: counts.find(count => count.phase === 'new')?.answers ?? 0,
    tomorrow: forecastTomorrow(profile, today),
    slipped: store.answers.slippedOn(today).flatMap(cardId => {
      const card = store.content.card(store.settings.resolve(cardId));
      if (!card) return [];
      const { default: defaultId } = card.content;
      return [
        { cardId: card.cardId, title: card.title, defaultName: (defaultId && names.get(defaultId)) ?? null },
      ];
    }),
  };
}

function forecastTomorrow(profile: Profile, today: StudyDay): Counts {
  const { store, journal } = profile;
  const { newPerDay, reviewsPerDay } = journal.settings();
  const tomorrow = addDays(today, 1);
  const learning = store.content.stepCards(tomorrow).length;
  const aim = findAim(profile, tomorrow);
  if (aim) {
    const planned = choosePlanned(profile, aim, tomorrow);
    const fresh = planned.filter(row => row.phase === 'new').length;
    return { new: fresh, learning, due: planned.length - fresh };
  }
  return {
    new: store.content.newCards(tomorrow, newPerDay).length,
    learning,
    due: store.content.countReviews(tomorrow, reviewsPerDay),
  };
}

function countAnswered(profile: Profile, today: StudyDay): number {
  return profile.store.answers.countOfDay(today).reduce((sum, count) => sum + count.answers, 0);
}

/** Days in a row with study, back from today (or from yesterday while nothing was studied today). */
function countStreak(profile: Profile, today: StudyDay): number {
  let days = 0;
  let next = today;
  for (const day of profile.store.answers.studiedUntil(today)) {
    const isReached = day === next || (days === 0 && day === addDays(today, -1));
    if (!isReached) break;
    days++;
    next = addDays(day, -1);
  }
  return days;
}

const topicOrder: readonly string[] = topics;

/** The topics that there are cards for: the built-in ones in their order, then a person's own by name. */
export function listTopics(profile: Profile): { topic: string; title: string }[] {
  const { content } = profile.store;
  const filled = content.activeTopics();
  const decks = content
    .files()
    .flatMap(({ deck, own }) => (deck && filled.has(deck.topic) ? [{ ...deck, own }] : []));
  const titles = new Map<string, string>();
  for (const { topic } of decks) {
    const sharing = decks.filter(deck => deck.topic === topic);
    // Of several decks of one's own, none names the topic for the others.
    const naming = sharing.find(deck => !deck.own) ?? (sharing.length === 1 ? sharing[0] : null);
    titles.set(topic, naming?.title ?? topic);
  }
  const place = (topic: string): number => {
    const index = topicOrder.indexOf(topic);
    return index < 0 ? topicOrder.length : index;
  };
  return [...titles]
    .map(([topic, title]) => ({ topic, title }))
    .sort((a, b) => place(a.topic) - place(b.topic) || a.title.localeCompare(b.title));
}

import { answerCard, readNext, stepSession } from '../../src-main/services/review.ts';
import { changeSettings } from '../../src-main/services/settings.ts';
import { createRandom } from '../../src-shared/domain/random.ts';
import { addDays, findStudyDay, formatStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import { channels, type Input, type Next } from '../../src-shared/ipc/contract.ts';
import { type Collection, openCollection } from './collection.ts';
import type { Side } from './measure.ts';

const today = { kind: 'today' } as const;
const DAY_MS = 86_400_000;

/** Days from the collection's morning to an interview that is planned for. */
const daysAhead = 40;

/** Answers what is asked, day after day, ten seconds a card: all that the main process does between two cards. */
export function answering(collection: Collection): Side {
  const learner = createLearner(collection);
  return { before: learner.prepare, run: learner.answer, close: learner.close };
}

/** The same in the days before an interview, whose plan chooses the cards. */
export function answeringByPlan(collection: Collection): Side {
  const profile = openCollection(collection);
  const day = findStudyDay(collection.now, profile.journal.settings().dayStartHour);
  const interviewDate = formatStudyDay(addDays(day, daysAhead));
  changeSettings(profile, { interviewDate, minutesPerDay: 120 }, collection.now);
  profile.close();
  return answering(collection);
}

/** Answers, which is not timed, and takes that back; what is shown then is read as for an answer. */
export function takingBack(collection: Collection): Side {
  const learner = createLearner(collection);
  return {
    before() {
      learner.prepare();
      learner.answer();
    },
    run: learner.undo,
    close: learner.close,
  };
}

function createLearner(collection: Collection) {
  const profile = openCollection(collection);
  const random = createRandom(1);
  let now: Instant = collection.now;
  let next: Next = readNext(profile, today, now, false);
  let input: Input<'review:answer'> | null = null;
  return {
    /** Decides on the answer to the next card, which may be on a later day. */
    prepare() {
      now = { ...now, atMs: now.atMs + 10_000 };
      if (next.kind !== 'card') next = readNext(profile, today, now, true);
      while (next.kind !== 'card') {
        now = { ...collection.now, atMs: now.atMs - ((now.atMs - collection.now.atMs) % DAY_MS) + DAY_MS };
        next = readNext(profile, today, now, true);
      }
      const { cardId, surfaceSeed } = next.card;
      const rating = random.next() < 0.9 ? 3 : 1;
      input = {
        session: today,
        cardId,
        rating,
        surfaceSeed,
        takenMs: 9_000,
        response: null,
        confidence: null,
      };
    },
    answer() {
      const answer = channels['review:answer'].input.parse(input);
      answerCard(profile, answer, now);
      next = channels['review:answer'].output.parse(readNext(profile, today, now, false));
    },
    undo() {
      next = channels['history:undo'].output.parse(stepSession(profile, today, 'undo', now)).next;
    },
    close: () => profile.close(),
  };
}

/** Takes back the last of many answers, one after another; what is shown then is read as for an answer. */
export function undoing(collection: Collection): Side {
  const profile = openCollection(collection);
  let now: Instant = collection.now;
  readNext(profile, today, now, false);
  return {
    before() {
      now = { ...now, atMs: now.atMs + 10_000 };
    },
    run: () => channels['history:undo'].output.parse(stepSession(profile, today, 'undo', now)),
    close: () => profile.close(),
  };
}

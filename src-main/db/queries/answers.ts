import type { LoggedBreak, LoggedRating } from '../../../src-shared/domain/fit/sequence.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { Rating } from '../../../src-shared/domain/rating.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Connection } from '../open.ts';

/** Answers of one study day to cards that were in one phase. */
export type AnswerCount = { phase: string; answers: number; remembered: number; takenMs: number };

/** Timed answers that a person's pace is taken from. */
const enoughForPace = 200;

/** Questions about effective answers: what undo took back does not count. */
export function createAnswerQueries(db: Connection) {
  const effective = `event JOIN operation ON operation.op_id = event.op_id AND operation.status = 'done'`;
  const countOfDay = db.prepare<[number], AnswerCount>(
    `SELECT phase, answers, remembered, taken_ms AS takenMs FROM day_tally
     WHERE study_day = ? AND phase <> 'practice' AND answers > 0`,
  );
  const timed = db.prepare<[], { timed: number; takenMs: number }>(
    `SELECT timed, taken_ms AS takenMs FROM day_tally WHERE phase <> 'practice' AND timed > 0
     ORDER BY study_day DESC, phase DESC`,
  );
  const studied = db
    .prepare<[number], StudyDay>(
      `SELECT study_day FROM day_tally WHERE study_day <= ? AND answers > 0 GROUP BY study_day
       ORDER BY study_day DESC`,
    )
    .pluck();
  const last = db
    .prepare<[number], CardId>(
      `SELECT event.card_id FROM ${effective} WHERE study_day = ? AND event.type = 'answer' ORDER BY n DESC LIMIT 1`,
    )
    .pluck();
  const slipped = db
    .prepare<[number], CardId>(
      `SELECT event.card_id FROM ${effective}
       WHERE study_day = ? AND event.type = 'answer' AND event.rating = 1 AND phase_before = 'review'
       GROUP BY event.card_id ORDER BY max(event.n) DESC`,
    )
    .pluck();
  const missedSince = db
    .prepare<[number], CardId>(
      `SELECT DISTINCT event.card_id FROM ${effective}
       WHERE study_day >= ? AND event.type IN ('answer', 'practice') AND event.rating = 1`,
    )
    .pluck();
  const practisedSince = db
    .prepare<[number, number], CardId>(
      `SELECT DISTINCT event.card_id FROM ${effective}
       WHERE study_day >= ? AND event.type = 'practice' AND at_ms >= ?`,
    )
    .pluck();
  const ratings = db.prepare<
    [],
    { cardId: CardId; type: string; rating: Rating | null; day: StudyDay; isFirst: number }
  >(
    `SELECT event.card_id AS cardId, event.type AS type, event.rating AS rating, study_day AS day,
            stability_before IS NULL AS isFirst
     FROM ${effective} WHERE event.type IN ('answer', 'forget', 'memory_set')
     ORDER BY clock, event.device, event.seq`,
  );
  const practices = db
    .prepare<[string], number>(
      `SELECT count(*) FROM ${effective} WHERE event.card_id = ? AND event.type = 'practice'`,
    )
    .pluck();

  return {
    countOfDay: (day: StudyDay): AnswerCount[] => countOfDay.all(day),
    /**
     * How many timed answers the latest days hold, as many days as it takes to have 200, and their mean time in ms
     * (pauses cut at two minutes).
     */
    pace(): { answers: number; meanMs: number | null } {
      let answers = 0;
      let takenMs = 0;
      for (const row of timed.iterate()) {
        answers += row.timed;
        takenMs += row.takenMs;
        if (answers >= enoughForPace) break;
      }
      return { answers, meanMs: answers === 0 ? null : takenMs / answers };
    },
    /** The days on which anything was studied, back from a day. */
    studiedUntil: (day: StudyDay): Iterable<StudyDay> => studied.iterate(day),
    /** The card that was answered last on a day. */
    lastOn: (day: StudyDay): CardId | null => last.get(day) ?? null,
    /** Cards in review that were forgotten on a day, the last first. */
    slippedOn: (day: StudyDay): CardId[] => slipped.all(day),
    missedSince: (day: StudyDay): CardId[] => missedSince.all(day),
    /** Cards practised at or after a moment; `day` is its study day, which the index needs. */
    practisedSince: (day: StudyDay, atMs: number): CardId[] => practisedSince.all(day, atMs),
    /** All ratings in the order of events, and where a card was forgotten or given another memory. */
    ratingsInOrder: (): (LoggedRating | LoggedBreak)[] =>
      ratings
        .all()
        .map(({ cardId, rating, day, isFirst }) =>
          rating === null ? { cardId, isBreak: true } : { cardId, rating, day, isFirst: isFirst === 1 },
        ),
    countPractices: (cardId: CardId): number => practices.get(cardId) ?? 0,
  };
}

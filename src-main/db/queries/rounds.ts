import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { LogEvent, RoundEventBody } from '../../../src-shared/domain/events.ts';
import { isRight, type RoundAnswer, type RoundKind } from '../../../src-shared/domain/mock/round-answer.ts';
import { type EventRow, fromRow } from '../event-row.ts';
import type { Connection } from '../open.ts';

/** A round of single decisions, as its events left it. */
export type RoundRow = {
  round_id: string;
  kind: RoundKind;
  seed: number;
  generator_version: number;
  started_at_ms: number;
  study_day: number;
  answered: number;
  /** Answers that were best or defensible. */
  held: number;
  /** On its own clock: at the last answer, and in the end at its end. */
  ran_ms: number;
  over: number;
};

/** An event on a round. */
export type RoundEvent = LogEvent & { body: RoundEventBody };

/** True for an event that a round's fold reads. */
export function isRoundEvent(event: LogEvent): event is RoundEvent {
  return event.body.type.startsWith('round_');
}

const columns = [
  'round_id',
  'kind',
  'seed',
  'generator_version',
  'started_at_ms',
  'study_day',
  'answered',
  'held',
  'ran_ms',
  'over',
] as const satisfies readonly (keyof RoundRow)[];

/** One step of the fold of a round's events; null before it began. */
export function foldRound(before: RoundRow | null, { body, at, studyDay }: RoundEvent): RoundRow | null {
  if (body.type === 'round_start') {
    return {
      round_id: body.roundId,
      kind: body.kind,
      seed: body.seed,
      generator_version: body.generatorVersion,
      started_at_ms: at.atMs,
      study_day: studyDay,
      answered: 0,
      held: 0,
      ran_ms: 0,
      over: 0,
    };
  }
  if (!before) return null;
  switch (body.type) {
    case 'round_answer':
      return {
        ...before,
        answered: before.answered + 1,
        held: before.held + (isRight(body.answer) ? 1 : 0),
        ran_ms: body.atMs,
      };
    case 'round_end':
      return { ...before, ran_ms: body.atMs, over: 1 };
    default:
      return assertNever(body);
  }
}

/** Queries on rounds of single decisions. */
export function createRoundQueries(db: Connection) {
  const one = db.prepare<[string], RoundRow>('SELECT * FROM round WHERE round_id = ?');
  const all = db.prepare<[], RoundRow>('SELECT * FROM round ORDER BY started_at_ms, round_id');
  const open = db.prepare<[], RoundRow>(
    'SELECT * FROM round WHERE over = 0 ORDER BY started_at_ms DESC, round_id DESC LIMIT 1',
  );
  const clear = db.prepare('DELETE FROM round');
  const put = db.prepare<RoundRow>(
    `INSERT OR REPLACE INTO round (${columns.join(', ')}) VALUES (${columns.map(c => `@${c}`).join(', ')})`,
  );
  const ofRound = db.prepare<[string], EventRow>(
    `SELECT * FROM event WHERE payload ->> 'roundId' = ?
       AND type IN ('round_start', 'round_answer', 'round_end') ORDER BY clock, device, seq`,
  );
  const lastAt = db
    .prepare<[string], number>(
      `SELECT max(at_ms) FROM event WHERE payload ->> 'roundId' = ?
       AND type IN ('round_start', 'round_answer', 'round_end')`,
    )
    .pluck();
  const marks = db
    .prepare<[string], string>(
      `SELECT event.card_id FROM event JOIN operation USING (op_id)
       WHERE event.type = 'mark' AND operation.status = 'done' AND payload ->> 'roundId' = ? ORDER BY n`,
    )
    .pluck();

  const markedBy = db.prepare<[string, string], { kind: RoundKind | 'mock'; title: string | null }>(
    `SELECT coalesce(round.kind, 'mock') AS kind, mock_attempt.title FROM event JOIN operation USING (op_id)
         LEFT JOIN round ON round.round_id = event.payload ->> 'roundId'
         LEFT JOIN mock_attempt ON mock_attempt.attempt_id = event.payload ->> 'attemptId'
       WHERE event.type = 'mark' AND operation.status = 'done'
         AND (event.card_id = ? OR event.card_id IN (SELECT former_id FROM card_alias WHERE card_alias.card_id = ?))
       ORDER BY clock DESC, event.device DESC, event.seq DESC LIMIT 1`,
  );

  return {
    get: (roundId: string): RoundRow | null => one.get(roundId) ?? null,
    /** The round that was begun last and is not over. */
    open: (): RoundRow | null => open.get() ?? null,
    /** Every round, the earliest first. */
    all: (): RoundRow[] => all.all(),
    /** Puts these in the place of all that are there. */
    replaceAll(rows: Iterable<RoundRow>): void {
      clear.run();
      for (const row of rows) put.run(row);
    },
    /** Folds one new event, the latest of its round. */
    apply(event: RoundEvent): void {
      const next = foldRound(one.get(event.body.roundId) ?? null, event);
      if (next) put.run(next);
    },
    /** What was answered, in order. */
    answers: (roundId: string): RoundAnswer[] =>
      ofRound
        .all(roundId)
        .map(fromRow)
        .flatMap(({ body }) => (body.type === 'round_answer' ? [body.answer] : [])),
    /** UTC ms at which the last event of a round was recorded, by the wall clock of then. */
    lastAtMs: (roundId: string): number => lastAt.get(roundId) ?? 0,
    /** Cards that a round brought back, as long as that is not undone. */
    marked: (roundId: string): string[] => marks.all(roundId),
    /** What brought a card back last: a mock, by its title, or a round of that kind. */
    markedBy: (cardId: string): { kind: RoundKind | 'mock'; title: string | null } | null =>
      markedBy.get(cardId, cardId) ?? null,
  };
}

import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { LogEvent, MockEventBody } from '../../../src-shared/domain/events.ts';
import { type EventRow, fromRow } from '../event-row.ts';
import type { Connection } from '../open.ts';

/** An attempt at a mock interview, as its events left it. */
export type AttemptRow = {
  attempt_id: string;
  prompt_id: string;
  title: string;
  minutes: number;
  level: string;
  mode: string;
  started_at_ms: number;
  study_day: number;
  note: string;
  contest: string;
  abandoned: number;
  total: number | null;
  rules_version: number | null;
};

/** An event on an attempt. */
export type MockEvent = LogEvent & { body: MockEventBody };

/** True for an event that an attempt's fold reads. */
export function isMockEvent(event: LogEvent): event is MockEvent {
  return event.body.type.startsWith('mock_');
}

const columns = [
  'attempt_id',
  'prompt_id',
  'title',
  'minutes',
  'level',
  'mode',
  'started_at_ms',
  'study_day',
  'note',
  'contest',
  'abandoned',
  'total',
  'rules_version',
] as const satisfies readonly (keyof AttemptRow)[];

/** One step of the fold of an attempt's events; null before it began. */
export function foldAttempt(before: AttemptRow | null, { body, at, studyDay }: MockEvent): AttemptRow | null {
  if (body.type === 'mock_start') {
    const { prompt } = body;
    return {
      attempt_id: body.attemptId,
      prompt_id: prompt.id,
      title: prompt.title ?? prompt.id,
      minutes: prompt.minutes,
      level: body.level,
      mode: body.mode,
      started_at_ms: at.atMs,
      study_day: studyDay,
      note: '',
      contest: '',
      abandoned: 0,
      total: null,
      rules_version: null,
    };
  }
  if (!before) return null;
  switch (body.type) {
    case 'mock_act':
      return before;
    case 'mock_note':
      return { ...before, note: body.text };
    case 'mock_submit':
      return { ...before, total: body.total, rules_version: body.rulesVersion };
    case 'mock_contest':
      return { ...before, contest: body.text };
    case 'mock_abandon':
      return { ...before, abandoned: 1 };
    default:
      return assertNever(body);
  }
}

/** Queries on mock interviews. */
export function createMockQueries(db: Connection) {
  const one = db.prepare<[string], AttemptRow>('SELECT * FROM mock_attempt WHERE attempt_id = ?');
  // In the order of the log: by the wall, a clock that was set back would make a first attempt a repeat.
  const all = db.prepare<[], AttemptRow>(
    `SELECT mock_attempt.* FROM mock_attempt JOIN event ON payload ->> 'attemptId' = attempt_id
       AND type IN ('mock_start', 'mock_act', 'mock_note', 'mock_submit', 'mock_contest', 'mock_abandon')
     WHERE type = 'mock_start' ORDER BY clock, device, seq`,
  );
  const open = db.prepare<[], AttemptRow>(
    `SELECT * FROM mock_attempt WHERE total IS NULL AND abandoned = 0
     ORDER BY started_at_ms DESC, attempt_id DESC LIMIT 1`,
  );
  const clear = db.prepare('DELETE FROM mock_attempt');
  const put = db.prepare<AttemptRow>(
    `INSERT OR REPLACE INTO mock_attempt (${columns.join(', ')}) VALUES (${columns.map(c => `@${c}`).join(', ')})`,
  );
  const ofAttempt = db.prepare<[string], EventRow>(
    `SELECT * FROM event WHERE payload ->> 'attemptId' = ?
       AND type IN ('mock_start', 'mock_act', 'mock_note', 'mock_submit', 'mock_contest', 'mock_abandon')
     ORDER BY clock, device, seq`,
  );
  const marks = db
    .prepare<[string], string>(
      `SELECT event.card_id FROM event JOIN operation USING (op_id)
       WHERE event.type = 'mark' AND operation.status = 'done' AND payload ->> 'attemptId' = ? ORDER BY n`,
    )
    .pluck();
  const elapsed = db
    .prepare<[string], number>('SELECT elapsed_ms FROM mock_clock WHERE attempt_id = ?')
    .pluck();
  const putElapsed = db.prepare<[string, number]>(
    'INSERT OR REPLACE INTO mock_clock (attempt_id, elapsed_ms) VALUES (?, ?)',
  );
  const clocks = db.prepare<[], { attempt_id: string; elapsed_ms: number }>('SELECT * FROM mock_clock');
  const clearClocks = db.prepare('DELETE FROM mock_clock');
  const dropElapsed = db.prepare<[string]>('DELETE FROM mock_clock WHERE attempt_id = ?');

  return {
    get: (attemptId: string): AttemptRow | null => one.get(attemptId) ?? null,
    /** The attempt that was begun last and neither submitted nor given up. */
    open: (): AttemptRow | null => open.get() ?? null,
    /** Every attempt, in the order of the log. */
    all: (): AttemptRow[] => all.all(),
    /** Puts these in the place of all that are there. */
    replaceAll(rows: Iterable<AttemptRow>): void {
      clear.run();
      for (const row of rows) put.run(row);
    },
    /** Folds one new event, the latest of its attempt. */
    apply(event: MockEvent): void {
      const next = foldAttempt(one.get(event.body.attemptId) ?? null, event);
      if (next) put.run(next);
    },
    /** An attempt's events in order. */
    events: (attemptId: string): LogEvent[] => ofAttempt.all(attemptId).map(fromRow),
    /** Cards that an attempt brought back, as long as that is not undone. */
    marked: (attemptId: string): string[] => marks.all(attemptId),
    /** How far a practice attempt's own time has run, in ms. */
    elapsed: (attemptId: string): number | null => elapsed.get(attemptId) ?? null,
    keepElapsed(attemptId: string, elapsedMs: number): void {
      putElapsed.run(attemptId, Math.round(elapsedMs));
    },
    /** How far each attempt's own time has run. */
    clocks: (): Map<string, number> => new Map(clocks.all().map(row => [row.attempt_id, row.elapsed_ms])),
    replaceClocks(list: ReadonlyMap<string, number>): void {
      clearClocks.run();
      for (const [attemptId, elapsedMs] of list) putElapsed.run(attemptId, elapsedMs);
    },
    dropElapsed(attemptId: string): void {
      dropElapsed.run(attemptId);
    },
  };
}

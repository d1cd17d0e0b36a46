import type { EventBody, LogEvent } from '../../../src-shared/domain/events.ts';
import type { DeviceId, OpId } from '../../../src-shared/domain/ids.ts';
import type { Rating } from '../../../src-shared/domain/rating.ts';
import { type EventRow, eventColumns, fromRow, sumRow, toRow } from '../event-row.ts';
import type { Connection } from '../open.ts';

/** Whether an operation counts, can be done again, or was put out of reach of redo by a later action. */
export type OperationStatus = 'done' | 'undone' | 'dropped';

/** One user action, as undo and redo see it. */
export type Operation = {
  opId: OpId;
  type: string;
  cardId: string | null;
  rating: Rating | null;
};

type OperationRow = { op_id: OpId; type: string; card_id: string | null; rating: Rating | null };

/** An event that an operation of status `done` holds, or one that was annulled. */
export type LoggedEvent = { event: LogEvent; effective: boolean };

/** How far a log goes in its order of arrival, by the last event; 0 and null in an empty one. */
export type LogEnd = { n: number; id: string | null };

/** Queries on the event log, its devices and its operations. */
export function createLogQueries(db: Connection) {
  const places = eventColumns.map(column => `@${column}`).join(', ');
  const insertEvent = db.prepare<EventRow>(
    `INSERT INTO event (${eventColumns.join(', ')}, checksum) VALUES (${places}, @checksum)`,
  );
  const byCard = db.prepare<[string, string], EventRow & { status: OperationStatus }>(
    `SELECT event.*, operation.status FROM event JOIN operation USING (op_id)
     WHERE event.card_id = ? OR event.card_id IN (SELECT former_id FROM card_alias WHERE card_alias.card_id = ?)
     ORDER BY clock, event.device, event.seq`,
  );
  const byOp = db.prepare<[string], EventRow>('SELECT * FROM event WHERE op_id = ? ORDER BY seq');
  const firstOfOp = db.prepare<[string], EventRow>(
    'SELECT * FROM event WHERE op_id = ? ORDER BY seq LIMIT 1',
  );
  const reachOfOp = db.prepare<[string], { cards: number; types: number }>(
    'SELECT count(DISTINCT card_id) AS cards, count(DISTINCT type) AS types FROM event WHERE op_id = ?',
  );
  let reach: { opId: OpId; cards: number; types: number } | null = null;
  // The keys alone are put in order, since whole rows would go through a file; without a LIMIT the order would be lost.
  const all = db.prepare<[], EventRow>(
    `SELECT event.* FROM (SELECT n FROM event ORDER BY clock, device, seq LIMIT -1) AS place
     CROSS JOIN event ON event.n = place.n`,
  );
  // Few events have these types, and an index knows the type of each; SQLite keeps no statistics that would tell it so.
  const governing = db.prepare<[], EventRow>(
    `SELECT * FROM event INDEXED BY event_by_day WHERE type IN ('undo', 'redo', 'setting', 'parameters', 'rename')
     ORDER BY clock, device, seq`,
  );
  const ownDevice = db.prepare<[], { device: DeviceId; last_seq: number; last_clock: number }>(
    'SELECT device, last_seq, last_clock FROM device WHERE own = 1',
  );
  const maxClock = db.prepare<[], number | null>('SELECT max(last_clock) FROM device').pluck();
  const putDevice = db.prepare<{ device: string; own: number; seq: number; clock: number }>(
    `INSERT INTO device (device, own, last_seq, last_clock) VALUES (@device, @own, @seq, @clock)
     ON CONFLICT (device) DO UPDATE SET last_seq = max(last_seq, excluded.last_seq),
       last_clock = max(last_clock, excluded.last_clock)`,
  );
  const insertOperation = db.prepare<{
    op_id: string;
    device: string;
    seq: number;
    type: string;
    card_id: string | null;
    rating: number | null;
    undoable: number;
  }>(
    `INSERT INTO operation (op_id, device, seq, type, card_id, rating, status, undoable)
     VALUES (@op_id, @device, @seq, @type, @card_id, @rating, 'done', @undoable)`,
  );
  const end = db.prepare<[], { n: number; id: string }>('SELECT n, id FROM event ORDER BY n DESC LIMIT 1');
  const idAt = db.prepare<[number], string>('SELECT id FROM event WHERE n = ?').pluck();
  const after = db.prepare<[number], EventRow>('SELECT * FROM event WHERE n > ? ORDER BY n');
  const placeOf = db
    .prepare<[string, number], number>('SELECT n FROM event WHERE device = ? AND seq = ?')
    .pluck();
  const alignDevices = db.prepare(
    `INSERT INTO device (device, own, last_seq, last_clock)
       SELECT device, 0, max(seq), max(clock) FROM event WHERE true GROUP BY device
       ON CONFLICT (device) DO UPDATE SET last_seq = excluded.last_seq, last_clock = excluded.last_clock`,
  );
  const clearOperations = db.prepare('DELETE FROM operation');
  // Of the columns that stand bare beside min(), SQLite takes those of the row that has it: the action's first event.
  const gatherOperations = db.prepare<[string]>(
    `INSERT INTO operation (op_id, device, seq, type, card_id, rating, status, undoable)
     SELECT op_id, device, seq, type, card_id, rating, 'done', type NOT IN (SELECT value FROM json_each(?)) FROM
       (SELECT op_id, min(clock), device, seq, type, card_id, rating FROM event GROUP BY op_id)`,
  );
  const dropUndone = db.prepare<[string]>(
    `UPDATE operation SET status = 'dropped' WHERE undoable = 1 AND status = 'undone' AND device = ?`,
  );
  const setStatus = db.prepare<[OperationStatus, string]>('UPDATE operation SET status = ? WHERE op_id = ?');
  const topDone = db.prepare<[string], OperationRow>(
    `SELECT op_id, type, card_id, rating FROM operation
     WHERE undoable = 1 AND device = ? AND status = 'done' ORDER BY seq DESC LIMIT 1`,
  );
  const topUndone = db.prepare<[string], OperationRow>(
    `SELECT op_id, type, card_id, rating FROM operation
     WHERE undoable = 1 AND device = ? AND status = 'undone' ORDER BY seq LIMIT 1`,
  );
  const lastOfKey = db.prepare<[string, string | null, string | null], EventRow>(
    `SELECT event.* FROM event JOIN operation USING (op_id)
     WHERE event.type = ? AND (? IS NULL OR payload ->> 'key' = ?) AND operation.status = 'done'
     ORDER BY clock DESC, event.device DESC, event.seq DESC LIMIT 1`,
  );
  const annulled = db.prepare<[], { op_id: string; status: OperationStatus }>(
    `SELECT op_id, status FROM operation WHERE status <> 'done'`,
  );
  const strayOperations = db
    .prepare<[], string>('SELECT op_id FROM operation EXCEPT SELECT op_id FROM event')
    .pluck();
  const missingOperations = db
    .prepare<[], string>('SELECT op_id FROM event EXCEPT SELECT op_id FROM operation')
    .pluck();
  const lastSeqs = db.prepare<[], { device: string; last_seq: number }>(
    'SELECT device, last_seq FROM device',
  );
  const renames = db.prepare<[], EventRow>(
    `SELECT event.* FROM event JOIN operation USING (op_id)
     WHERE event.type = 'rename' AND operation.status = 'done' ORDER BY clock, event.device, event.seq`,
  );

  const toOperation = (row: OperationRow | undefined): Operation | null =>
    row ? { opId: row.op_id, type: row.type, cardId: row.card_id, rating: row.rating } : null;

  return {
    /** Appends one event and moves its device's sequence and clock. */
    append(event: LogEvent, own: boolean): void {
      putDevice.run({ device: event.device, own: own ? 1 : 0, seq: event.seq, clock: event.clock });
      insertEvent.run(toRow(event));
    },
    /** Records a new operation by its first event. */
    addOperation(first: LogEvent, undoable: boolean): void {
      insertOperation.run({
        op_id: first.opId,
        device: first.device,
        seq: first.seq,
        type: first.body.type,
        card_id: 'cardId' in first.body ? first.body.cardId : null,
        rating: 'rating' in first.body ? first.body.rating : null,
        undoable: undoable ? 1 : 0,
      });
    },
    /** Puts what was undone out of reach of redo: a new action was taken. */
    dropUndone(device: DeviceId): void {
      dropUndone.run(device);
    },
    /** Makes the table of operations anew from the log, as if none had been annulled; undo reaches none that begins with these types. */
    rebuildOperations(typesOutsideUndo: readonly string[]): void {
      clearOperations.run();
      gatherOperations.run(JSON.stringify(typesOutsideUndo));
    },
    /** Brings each device's place in line with the log. */
    alignDevices(): void {
      alignDevices.run();
    },
    setStatus(opId: OpId, status: OperationStatus): void {
      setStatus.run(status, opId);
    },
    /** The operation that undo would take back, and the one that redo would do again. */
    topDone: (device: DeviceId): Operation | null => toOperation(topDone.get(device)),
    topUndone: (device: DeviceId): Operation | null => toOperation(topUndone.get(device)),
    /** All events of a card and of its former ids, in order, each with whether it counts. */
    ofCard(cardId: string): LoggedEvent[] {
      return byCard
        .all(cardId, cardId)
        .map(row => ({ event: fromRow(row), effective: row.status === 'done' }));
    },
    /** How many cards an operation touches, and in how many ways. */
    reachOf(opId: OpId): { cards: number; types: number } {
      // The one that can be undone is asked for at every look, and an import has a million events that never change.
      if (reach?.opId !== opId) reach = { opId, ...(reachOfOp.get(opId) ?? { cards: 0, types: 0 }) };
      return reach;
    },
    /** What an operation begins with. */
    firstOf(opId: OpId): EventBody | null {
      const row = firstOfOp.get(opId);
      return row ? fromRow(row).body : null;
    },
    ofOperation: (opId: OpId): LogEvent[] => byOp.all(opId).map(fromRow),
    /** The last effective event of a type (and, for settings, of a key). */
    lastOf(type: 'setting' | 'parameters', key: string | null): LogEvent | null {
      const row = lastOfKey.get(type, key, key);
      return row ? fromRow(row) : null;
    },
    renames: (): LogEvent[] => renames.all().map(fromRow),
    /** Every event in order; in the place of one that is damaged or unknown to this version, what is wrong with it. */
    *scan(): Generator<{ event: LogEvent } | { fault: string }> {
      for (const row of all.iterate()) yield readRow(row);
    },
    end: (): LogEnd => end.get() ?? { n: 0, id: null },
    /** What arrived after that end, in the order of arrival; null where the log never ended so. */
    after: ({ n, id }: LogEnd): LogEvent[] | null =>
      (idAt.get(n) ?? null) === id ? after.all(n).map(fromRow) : null,
    /** What decides how the rest of the log counts, in order; what is damaged or unknown is left to `scan`. */
    governing: (): LogEvent[] =>
      governing.all().flatMap(row => {
        const item = readRow(row);
        return 'event' in item ? [item.event] : [];
      }),
    /** Every operation that does not count, and why. */
    annulled: (): Map<string, OperationStatus> => new Map(annulled.all().map(row => [row.op_id, row.status])),
    /** Operations that no event belongs to, and those that are missing. */
    strayOperations: (): string[] => strayOperations.all(),
    missingOperations: (): string[] => missingOperations.all(),
    /** Whether there is an event at a place in a device's sequence. */
    isTaken: (device: DeviceId, seq: number): boolean => placeOf.get(device, seq) !== undefined,
    /** Where each device's sequence stands. */
    lastSeqs: (): Map<string, number> => new Map(lastSeqs.all().map(row => [row.device, row.last_seq])),
    /** This installation's device, or null before it has one. */
    ownDevice(): { device: DeviceId; lastSeq: number } | null {
      const row = ownDevice.get();
      return row ? { device: row.device, lastSeq: row.last_seq } : null;
    },
    addOwnDevice(device: DeviceId): void {
      putDevice.run({ device, own: 1, seq: 0, clock: 0 });
    },
    /** The latest clock seen of any device; 0 in an empty log. */
    lastClock: (): number => maxClock.get() ?? 0,
  };
}

function readRow(row: EventRow): { event: LogEvent } | { fault: string } {
  if (sumRow(row) !== row.checksum) return { fault: `event ${row.id}: its checksum does not hold` };
  try {
    return { event: fromRow(row) };
  } catch {
    return { fault: `event ${row.id}: this version cannot read it` };
  }
}

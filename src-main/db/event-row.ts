import { hash } from 'node:crypto';
import type { AnswerBody, EventBody, LogEvent } from '../../src-shared/domain/events.ts';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { proveEvent } from '../../src-shared/domain/prove-event.ts';

/** The version of each event type's payload; a reader that meets a newer one refuses it. */
const payloadVersion = 1;

/** An event as the `event` table holds it, but for its order of arrival. */
export type EventRow = {
  id: string;
  device: string;
  seq: number;
  clock: number;
  op_id: string;
  type: string;
  version: number;
  at_ms: number;
  offset_min: number;
  study_day: number;
  card_id: CardId | null;
  rating: number | null;
  taken_ms: number | null;
  phase_before: string | null;
  phase_after: string | null;
  step_after: number | null;
  stability_before: number | null;
  difficulty_before: number | null;
  stability_after: number | null;
  difficulty_after: number | null;
  recall: number | null;
  due_day: number | null;
  due_at_ms: number | null;
  chain_before: number | null;
  surface_seed: number | null;
  payload: string;
  checksum: string;
};

/** Columns in the order in which they are written and summed. */
export const eventColumns = [
  'id',
  'device',
  'seq',
  'clock',
  'op_id',
  'type',
  'version',
  'at_ms',
  'offset_min',
  'study_day',
  'card_id',
  'rating',
  'taken_ms',
  'phase_before',
  'phase_after',
  'step_after',
  'stability_before',
  'difficulty_before',
  'stability_after',
  'difficulty_after',
  'recall',
  'due_day',
  'due_at_ms',
  'chain_before',
  'surface_seed',
  'payload',
] as const satisfies readonly (keyof EventRow)[];

const noAnswer = {
  rating: null,
  taken_ms: null,
  phase_before: null,
  phase_after: null,
  step_after: null,
  stability_before: null,
  difficulty_before: null,
  stability_after: null,
  difficulty_after: null,
  recall: null,
  due_day: null,
  due_at_ms: null,
  chain_before: null,
  surface_seed: null,
} as const;

/** 64 bits of SHA-256 over a row's values: finds a flipped bit; it is no defence against a forger. */
export function sumRow(row: Omit<EventRow, 'checksum'>): string {
  const values = eventColumns.map(column => row[column]);
  return hash('sha256', JSON.stringify(values), 'hex').slice(0, 16);
}

/** Writes an event as a row, with its checksum. */
export function toRow(event: LogEvent): EventRow {
  const { body } = event;
  const row = {
    id: event.id,
    device: event.device,
    seq: event.seq,
    clock: event.clock,
    op_id: event.opId,
    type: body.type,
    version: payloadVersion,
    at_ms: event.at.atMs,
    offset_min: event.at.offsetMin,
    study_day: event.studyDay,
    card_id: 'cardId' in body ? body.cardId : null,
    ...writeColumns(body),
  };
  return { ...row, checksum: sumRow(row) };
}

/** Reads a row back. Throws where it is not an event that this version knows. */
export function fromRow(row: EventRow): LogEvent {
  return proveEvent(composeEvent(row));
}

/** The same without proving it again, for a row that was proven when it was written. */
export function composeEvent(row: EventRow): unknown {
  if (row.version > payloadVersion) throw new Error(`event ${row.id} has payload version ${row.version}`);
  return {
    at: { atMs: row.at_ms, offsetMin: row.offset_min },
    body: composeBody(row, JSON.parse(row.payload)),
    clock: row.clock,
    device: row.device,
    id: row.id,
    opId: row.op_id,
    seq: row.seq,
    studyDay: row.study_day,
  };
}

// An event's keys, and those of an answer, stand in the order of an export, which then need not put them in order.
function composeBody(row: EventRow, rest: Readonly<Record<string, unknown>>): unknown {
  if (row.type === 'answer') return readAnswer(row, rest);
  const card = row.card_id === null ? {} : { cardId: row.card_id };
  const practice =
    row.type === 'practice'
      ? { rating: row.rating, takenMs: row.taken_ms, surfaceSeed: row.surface_seed }
      : {};
  return { type: row.type, ...card, ...practice, ...rest };
}

/** The columns of a body; what has none of its own goes into the payload. */
function writeColumns(body: EventBody): Omit<EventRow, Envelope | 'checksum'> {
  if (body.type === 'answer') return writeAnswer(body);
  if (body.type !== 'practice') return { ...noAnswer, payload: writePayload(body) };
  const { rating, takenMs, surfaceSeed, response, confidence } = body;
  return {
    ...noAnswer,
    rating,
    taken_ms: takenMs,
    surface_seed: surfaceSeed,
    payload: JSON.stringify({ response, confidence }),
  };
}

function writePayload(body: Exclude<EventBody, AnswerBody | PracticeBody>): string {
  const { type: _type, ...rest } = body;
  if (!('cardId' in rest)) return JSON.stringify(rest);
  const { cardId: _cardId, ...payload } = rest;
  return JSON.stringify(payload);
}

function writeAnswer(body: AnswerBody): Omit<EventRow, Envelope | 'checksum'> {
  return {
    rating: body.rating,
    taken_ms: body.takenMs,
    phase_before: body.phaseBefore,
    phase_after: body.phaseAfter,
    step_after: body.stepAfter,
    stability_before: body.memoryBefore?.stability ?? null,
    difficulty_before: body.memoryBefore?.difficulty ?? null,
    stability_after: body.memoryAfter.stability,
    difficulty_after: body.memoryAfter.difficulty,
    recall: body.recall,
    due_day: body.dueDay,
    due_at_ms: body.dueAtMs,
    chain_before: body.chainBefore,
    surface_seed: body.surfaceSeed,
    payload: JSON.stringify({
      retention: body.retention,
      maximumDays: body.maximumDays,
      response: body.response,
      confidence: body.confidence,
    }),
  };
}

function readAnswer(row: EventRow, rest: Readonly<Record<string, unknown>>): unknown {
  const { confidence, maximumDays, response, retention } = rest;
  return {
    cardId: row.card_id,
    chainBefore: row.chain_before,
    confidence,
    dueAtMs: row.due_at_ms,
    dueDay: row.due_day,
    maximumDays,
    memoryAfter: { difficulty: row.difficulty_after, stability: row.stability_after },
    memoryBefore:
      row.stability_before === null
        ? null
        : { difficulty: row.difficulty_before, stability: row.stability_before },
    phaseAfter: row.phase_after,
    phaseBefore: row.phase_before,
    rating: row.rating,
    recall: row.recall,
    response,
    retention,
    stepAfter: row.step_after,
    surfaceSeed: row.surface_seed,
    takenMs: row.taken_ms,
    type: row.type,
  };
}

type PracticeBody = Extract<EventBody, { type: 'practice' }>;

type Envelope =
  | 'id'
  | 'device'
  | 'seq'
  | 'clock'
  | 'op_id'
  | 'type'
  | 'version'
  | 'at_ms'
  | 'offset_min'
  | 'study_day'
  | 'card_id';

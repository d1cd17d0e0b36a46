import { phases } from './card-state.ts';
import { confidences } from './confidence.ts';
import { eventSchema, type LogEvent } from './events.ts';
import { cardIdPattern, longestCardId } from './ids.ts';
import { allRatings } from './rating.ts';
import { farthestDay } from './study-day.ts';

/**
 * Reads a value as an event, as `eventSchema` does. Nearly all of a log are answers: one that is plainly sound is told
 * by hand, at a tenth of the schema's cost, and whatever is not goes the schema's way. Throws its ZodError.
 */
export function proveEvent(value: unknown): LogEvent {
  return isPlainAnswer(value) ? value : eventSchema.parse(value);
}

type Fields = Readonly<Record<string, unknown>>;

/** True only for what `eventSchema` accepts too; it may be false for some of that. Fields that no answer has may stand beside. */
export function isPlainAnswer(value: unknown): value is LogEvent {
  return (
    isFields(value) &&
    isUuid(value.id) &&
    isUuid(value.device) &&
    isInt(value.seq, 1) &&
    isInt(value.clock, 0) &&
    isUuid(value.opId) &&
    isFields(value.at) &&
    isInt(value.at.atMs, -8.64e15, 8.64e15) &&
    isInt(value.at.offsetMin, -1080, 1080) &&
    isDay(value.studyDay) &&
    isFields(value.body) &&
    isAnswer(value.body)
  );
}

function isAnswer(body: Fields): boolean {
  return (
    body.type === 'answer' &&
    isCardId(body.cardId) &&
    isOneOf(body.rating, allRatings) &&
    isInt(body.takenMs, 0, 86_400_000) &&
    isOneOf(body.phaseBefore, phases) &&
    isOneOf(body.phaseAfter, phases) &&
    isInt(body.stepAfter, 0) &&
    (body.memoryBefore === null || isMemory(body.memoryBefore)) &&
    isMemory(body.memoryAfter) &&
    (body.recall === null || isNumber(body.recall, 0, 1)) &&
    isDay(body.dueDay) &&
    (body.dueAtMs === null || isInt(body.dueAtMs, -8.64e15, 8.64e15)) &&
    isInt(body.chainBefore, 0, 0xffffffff) &&
    isInt(body.surfaceSeed, 0, 0xffffffff) &&
    isNumber(body.retention) &&
    isInt(body.maximumDays) &&
    (body.response === null || isResponse(body.response)) &&
    (body.confidence === null || isOneOf(body.confidence, confidences))
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isInt(
  value: unknown,
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): value is number {
  return Number.isSafeInteger(value) && isNumber(value, least, most);
}

function isNumber(value: unknown, least = -Number.MAX_VALUE, most = Number.MAX_VALUE): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function isDay(value: unknown): boolean {
  return isInt(value, -farthestDay, farthestDay);
}

function isOneOf(value: unknown, values: readonly unknown[]): boolean {
  return values.includes(value);
}

/** As those of version 4 and 7 are written. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && uuid.test(value);
}

function isCardId(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestCardId && cardIdPattern.test(value);
}

function isMemory(value: unknown): boolean {
  return isFields(value) && isNumber(value.stability, Number.MIN_VALUE) && isNumber(value.difficulty, 1, 10);
}

/** What no field may stand beside, since it is kept as it is. */
function isResponse(value: unknown): boolean {
  if (!isFields(value) || Object.keys(value).length !== 2) return false;
  return value.kind === 'option'
    ? isInt(value.index, 0, 9)
    : value.kind === 'number' && isNumber(value.value);
}

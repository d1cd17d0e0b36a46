import fs from 'node:fs';
import { z } from 'zod';
import { phases } from '../../src-shared/domain/card-state.ts';
import { cardKinds } from '../../src-shared/domain/deck/card-schema.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { nameRating, parseRating, ratingNames } from '../../src-shared/domain/rating.ts';
import { renderText } from '../../src-shared/domain/render-text.ts';
import { formatInstant, formatStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import { todaySchema } from '../../src-shared/ipc/contract.ts';
import { findCard, seedCard } from '../services/card-views.ts';
import { readCardDetail } from '../services/cards.ts';
import { checkProfile } from '../services/check.ts';
import { stepHistory } from '../services/history.ts';
import type { Profile } from '../services/profile.ts';
import { repairProfile } from '../services/repair.ts';
import { applyHistory, readHistory } from '../services/replay.ts';
import { answerCard, readNext } from '../services/review.ts';
import { readToday } from '../services/today.ts';
import { type AnyCommand, defineCommand } from './define.ts';

const nothing = z.object({});
const cardId = z.string().min(1).max(200);

const stateSchema = z.object({
  phase: z.enum(phases),
  step: z.number().describe('index of the step in force, from 0'),
  stability: z.number().nullable().describe('days until recall falls to 90 %; null for a new card'),
  difficulty: z.number().nullable().describe('1 to 10; null for a new card'),
  reps: z.number().describe('answers that count'),
  lapses: z.number().describe('times that a review was forgotten'),
  dueDate: z.string().nullable().describe('study day on which the card comes due, YYYY-MM-DD'),
  dueAt: z.string().nullable().describe('the exact moment, only while in steps'),
  suspended: z.boolean(),
  buriedUntil: z.string().nullable().describe('first study day on which it is asked again'),
  flag: z.number().describe('0 is none'),
  tags: z.array(z.string()),
  note: z.string().describe('empty where there is none'),
});

const today = defineCommand({
  name: 'today',
  summary: 'What is due today, in all and by topic.',
  needs: 'read',
  positional: [],
  options: {},
  input: nothing,
  output: todaySchema,
  run: ({ profile, at }) => readToday(profile, at),
  format: value =>
    [
      `${value.date}: ${value.counts.due} due, ${value.counts.new} new, ${value.counts.learning} learning`,
      `about ${Math.round(value.estimate.minutes)} min${value.estimate.fromHistory ? '' : ', at an assumed pace'}`,
      ...value.topics.map(
        ({ title, counts }) =>
          `  ${title}: ${counts.due} due, ${counts.new} new, ${counts.learning} learning`,
      ),
    ].join('\n'),
});

const next = defineCommand({
  name: 'next',
  summary: 'The next card, with its two sides and what each rating would do.',
  needs: 'read',
  positional: [],
  options: {},
  input: nothing,
  output: z.object({
    id: z.string().nullable().describe('the card to answer; null where none is to be asked now'),
    state: z.enum(['card', 'wait', 'done']),
    kind: z.enum(cardKinds).nullable(),
    front: z.string().nullable().describe('Markdown'),
    back: z.string().nullable().describe('Markdown'),
    waitMs: z.number().nullable().describe('ms until the next card in steps, where the state is `wait`'),
    intervals: z
      .object({ again: z.string(), hard: z.string(), good: z.string(), easy: z.string() })
      .nullable()
      .describe('until the card comes back, for each rating'),
  }),
  run: ({ profile, at }) => {
    const value = readNext(profile, { kind: 'today' }, at, false);
    const none = { id: null, kind: null, front: null, back: null, intervals: null };
    if (value.kind === 'done') return { ...none, state: 'done' as const, waitMs: null };
    if (value.kind === 'wait') return { ...none, state: 'wait' as const, waitMs: value.waitMs };
    const { card } = value;
    const [again = '', hard = '', good = '', easy = ''] = card.buttons.map(button => button.interval);
    return {
      id: card.cardId,
      state: 'card' as const,
      kind: card.kind,
      ...renderText(card),
      waitMs: null,
      intervals: { again, hard, good, easy },
    };
  },
  format: value => {
    if (value.state === 'done') return 'Nothing more is due today.';
    if (value.state === 'wait')
      return `The next card comes in ${countOf(Math.ceil((value.waitMs ?? 0) / 60_000), 'minute')}.`;
    return [`${value.id} (${value.kind})`, value.front, '---', value.back].join('\n\n');
  },
});

const answer = defineCommand({
  name: 'answer',
  summary: 'Rates a card and schedules it.',
  needs: 'write',
  positional: [],
  options: { card: 'id of the card', rating: 'again, hard, good, easy or 1 to 4' },
  input: z.object({ card: cardId, rating: z.string() }),
  output: z.object({ id: z.string(), rating: z.enum(ratingNames), state: stateSchema }),
  run: ({ profile, at }, input) => {
    const rating = parseRating(input.rating);
    if (rating === null) {
      throw new ProblemError(
        'invalid',
        `“${input.rating}” is not a rating.`,
        'Use again, hard, good, easy or 1 to 4.',
      );
    }
    const { card, state } = findCard(profile, input.card);
    const surfaceSeed = seedCard(profile, card.cardId, state, at);
    const session = { kind: 'today' } as const;
    answerCard(
      profile,
      { session, cardId: card.cardId, rating, surfaceSeed, takenMs: 0, response: null, confidence: null },
      at,
    );
    return { id: card.cardId, rating: nameRating(rating), state: describeState(profile, card.cardId, at) };
  },
  format: value => `${value.id}: ${value.rating}, due ${value.state.dueAt ?? value.state.dueDate}`,
});

const undo = defineCommand({
  name: 'undo',
  summary: 'Takes back the last action.',
  needs: 'write',
  positional: [],
  options: {},
  input: nothing,
  output: z.object({
    undone: z.string().nullable().describe('the action in words; null where there was none'),
    id: z.string().nullable().describe('its card'),
  }),
  run: ({ profile, at }) => {
    const step = stepHistory(profile, 'undo', at);
    return { undone: step?.label ?? null, id: step?.cardId ?? null };
  },
  format: value => (value.undone === null ? 'There is nothing to undo.' : `Undone: ${value.undone}`),
});

const redo = defineCommand({
  name: 'redo',
  summary: 'Does again what was undone last.',
  needs: 'write',
  positional: [],
  options: {},
  input: nothing,
  output: z.object({
    redone: z.string().nullable().describe('the action in words; null where there was none'),
    id: z.string().nullable().describe('its card'),
  }),
  run: ({ profile, at }) => {
    const step = stepHistory(profile, 'redo', at);
    return { redone: step?.label ?? null, id: step?.cardId ?? null };
  },
  format: value => (value.redone === null ? 'There is nothing to redo.' : `Redone: ${value.redone}`),
});

const card = defineCommand({
  name: 'card',
  summary: 'One card: its sides, its state and its log.',
  needs: 'read',
  positional: ['id'],
  options: {},
  input: z.object({ id: cardId }),
  output: z.object({
    id: z.string(),
    kind: z.enum(cardKinds),
    front: z.string(),
    back: z.string(),
    state: stateSchema,
    log: z.array(z.object({ at: z.string(), text: z.string(), annulled: z.boolean() })),
  }),
  run: ({ profile, at }, { id }) => {
    const detail = readCardDetail(profile, id, at);
    const { cardId: found, kind } = detail.card;
    return {
      id: found,
      kind,
      ...renderText(detail.card),
      state: describeState(profile, found, at),
      log: detail.log,
    };
  },
  format: value =>
    [
      `${value.id} (${value.kind}), ${value.state.phase}, due ${value.state.dueAt ?? value.state.dueDate ?? 'never yet'}`,
      value.front,
      ...value.log.map(line => `${line.at}  ${line.text}${line.annulled ? ' (undone)' : ''}`),
    ].join('\n'),
});

const replay = defineCommand({
  name: 'replay',
  summary: 'Applies a history of answers at its own times: all of it, or nothing where a line is faulty.',
  needs: 'write',
  positional: [],
  options: { log: 'CSV file with the columns card, rating, at and, where it is known, taken_ms' },
  input: z.object({ log: z.string().min(1) }),
  output: z.object({ applied: z.number().describe('answers') }),
  run: ({ profile }, { log }) => ({
    applied: applyHistory(profile, readHistory(profile, readTextFile(log))),
  }),
  format: value => `${countOf(value.applied, 'answer')} applied.`,
});

const check = defineCommand({
  name: 'check',
  summary:
    'Replays the log and compares it with every table. Exit code 1 where something differs, and is not repaired.',
  needs: 'read',
  positional: [],
  options: {},
  flags: { repair: 'make anew what differs from the log; the log itself is never touched' },
  input: z.object({ repair: z.boolean().default(false) }),
  output: z.object({
    events: z.number(),
    cards: z.number(),
    faults: z.array(z.string()).describe('in words; empty where all agrees'),
    mend: z
      .enum(['nothing', 'tables', 'file', 'recovery'])
      .describe('what would put it right: `--repair` for the first, the window for the last'),
    did: z.array(z.string()).describe('what `--repair` did'),
  }),
  run: ({ profile }, { repair }) => {
    if (!repair) return { ...checkProfile(profile), did: [] };
    const { found, did } = repairProfile(profile);
    return { ...found, did };
  },
  format: value =>
    [
      `${countOf(value.events, 'event')}, ${countOf(value.cards, 'card')}: ${countOf(value.faults.length, 'fault')}`,
      ...value.faults,
      ...value.did,
    ].join('\n'),
  isFault: value => value.faults.length > 0 && value.did.length === 0,
});

/** The commands of the daily review. */
export const reviewCommands: readonly AnyCommand[] = [today, next, answer, undo, redo, card, replay, check];

function describeState(profile: Profile, id: string, at: Instant): z.output<typeof stateSchema> {
  const { state } = findCard(profile, id);
  return {
    phase: state.phase,
    step: state.step,
    stability: state.memory?.stability ?? null,
    difficulty: state.memory?.difficulty ?? null,
    reps: state.reps,
    lapses: state.lapses,
    dueDate: state.dueDay === null ? null : formatStudyDay(state.dueDay),
    dueAt: state.dueAtMs === null ? null : formatInstant({ atMs: state.dueAtMs, offsetMin: at.offsetMin }),
    suspended: state.suspended,
    buriedUntil: state.buriedUntil === null ? null : formatStudyDay(state.buriedUntil),
    flag: state.flag,
    tags: [...state.tags],
    note: state.note,
  };
}

function readTextFile(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    throw new ProblemError('invalid', `${file} cannot be read.`, 'Check the path and its permissions.');
  }
}

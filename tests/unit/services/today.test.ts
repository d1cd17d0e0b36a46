import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../src-main/services/cards.ts';
import { readNext } from '../../../src-main/services/review.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { readSummary, readToday } from '../../../src-main/services/today.ts';
import { defaultSettings } from '../../../src-shared/domain/default-settings.ts';
import type { Session } from '../../../src-shared/ipc/contract.ts';
import { formatDeck, makeCards, writeDeck } from '../../helpers/decks.ts';
import {
  answer,
  at,
  later,
  makeFolder,
  openTestProfile,
  openWithCards,
  readState,
  tamper,
  today,
} from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const tomorrow = later(now, { days: 1 });

describe("today's screen", () => {
  test('a topic that several own decks share goes by its own name', () => {
    const dir = makeFolder();
    for (const name of ['a', 'b']) {
      writeDeck(dir, `${name}.yaml`, formatDeck(makeCards(1, name), { deck: name, topic: 'queues' }));
    }
    writeDeck(dir, 'c.yaml', formatDeck(makeCards(1, 'c'), { deck: 'c', topic: 'logs' }));
    expect(readToday(openTestProfile(dir, now, path.join(dir, 'none')), now).topics).toMatchObject([
      { topic: 'queues', title: 'queues', counts: { new: 2 } },
      { topic: 'logs', title: 'The deck c', counts: { new: 1 } },
    ]);
  });

  test('a topic without a sound card is left out', () => {
    const dir = makeFolder();
    writeDeck(dir, 'a.yaml', formatDeck(makeCards(1, 'a'), { deck: 'a' }));
    writeDeck(dir, 'b.yaml', formatDeck([], { deck: 'b' }));
    const { topics } = readToday(openTestProfile(dir, now, path.join(dir, 'none')), now);
    expect(topics.map(({ topic }) => topic)).toEqual(['a']);
  });

  test('tomorrow holds what comes due then and new cards up to the limit', () => {
    const profile = openWithCards(now, 9);
    changeSettings(profile, { newPerDay: 2 }, now);
    changeCard(profile, 'one.1', { kind: 'setDue', inDays: 1 }, now);
    changeCard(profile, 'one.2', { kind: 'setDue', inDays: 2 }, now);
    expect(readToday(profile, now).tomorrow).toEqual({ new: 2, learning: 0, due: 1 });
  });

  test('counts by topic, in all and after an answer', () => {
    const dir = makeFolder();
    writeDeck(dir, 'a.yaml', formatDeck(makeCards(3, 'a'), { deck: 'caching' }));
    writeDeck(dir, 'b.yaml', formatDeck(makeCards(2, 'b'), { deck: 'my-own' }));
    const profile = openTestProfile(dir, now, path.join(dir, 'none'));
    answer(profile, 'b.1', 3, now);
    expect(readToday(profile, now)).toMatchObject({
      date: '2026-11-24',
      counts: { new: 4, learning: 1, due: 0 },
      topics: [
        { topic: 'caching', title: 'The deck caching', counts: { new: 3, learning: 0, due: 0 } },
        { topic: 'my-own', counts: { new: 1, learning: 1, due: 0 } },
      ],
      history: { undo: 'Good on “What is b.1?”', redo: null },
    });
  });

  test('the streak counts days in a row, today only once something was studied, by study days', () => {
    const profile = openWithCards(now, 9);
    expect(readToday(profile, now).streakDays).toBe(0);
    answer(profile, 'one.1', 4, at('2026-11-22T23:00:00+01:00'));
    // 02:00 on the 24th is still the 23rd.
    answer(profile, 'one.2', 4, at('2026-11-24T02:00:00+01:00'));
    expect(readToday(profile, now).streakDays).toBe(2);
    answer(profile, 'one.3', 4, now);
    expect(readToday(profile, now).streakDays).toBe(3);
    profile.journal.undo(now);
    expect(readToday(profile, now).streakDays).toBe(2);
    expect(readToday(profile, tomorrow).streakDays).toBe(0);
  });

  test('the estimate assumes a pace, and takes the own one from 20 timed answers on', () => {
    const profile = openWithCards(now, 40);
    for (let n = 1; n <= 19; n++) answer(profile, `one.${n}`, 4, now, { takenMs: 6000 });
    // Answers without a time (from the command line or a replay) say nothing about the pace.
    for (let n = 20; n <= 30; n++) answer(profile, `one.${n}`, 4, now, { takenMs: 0 });
    expect(readToday(profile, now).estimate).toMatchObject({ fromHistory: false, secondsPerCard: 20 });
    answer(profile, 'one.31', 4, now, { takenMs: 6000 });
    expect(readToday(profile, now).estimate).toMatchObject({ fromHistory: true, secondsPerCard: 6 });
    profile.journal.undo(now);
    expect(readToday(profile, now).estimate.fromHistory).toBe(false);
  });

  test('a pause is not taken for thinking', () => {
    const profile = openWithCards(now, 20);
    for (let n = 1; n <= 20; n++) answer(profile, `one.${n}`, 4, now, { takenMs: 3_600_000 });
    expect(readToday(profile, now).estimate.secondsPerCard).toBe(120);
  });
});

describe('the summary of a day', () => {
  test('tells what was done, what was remembered, what slipped and what comes', () => {
    const profile = openWithCards(now, 8);
    changeSettings(profile, { newPerDay: 2 }, now);
    for (const n of [1, 2, 3, 4]) changeCard(profile, `one.${n}`, { kind: 'setDue', inDays: 0 }, now);
    changeCard(profile, 'one.5', { kind: 'setDue', inDays: 1 }, now);
    answer(profile, 'one.1', 3, now, { takenMs: 30_000 });
    answer(profile, 'one.2', 1, now, { takenMs: 30_000 });
    answer(profile, 'one.3', 2, now, { takenMs: 30_000 });
    answer(profile, 'one.4', 1, now, { takenMs: 30_000 });
    answer(profile, 'one.6', 1, now, { takenMs: 60_000 });
    expect(readSummary(profile, now)).toEqual({
      answered: 5,
      minutes: 3,
      retention: { remembered: 2, reviews: 4 },
      newCards: 1,
      tomorrow: { new: 2, learning: 3, due: 1 },
      slipped: [
        { cardId: 'one.4', title: 'What is one.4?', defaultName: null },
        { cardId: 'one.2', title: 'What is one.2?', defaultName: null },
      ],
    });
    profile.journal.undo(now);
    profile.journal.undo(now);
    expect(readSummary(profile, now).slipped.map(({ cardId }) => cardId)).toEqual(['one.2']);
    expect(readSummary(profile, tomorrow)).toMatchObject({ answered: 0, retention: null, slipped: [] });
  });
});

describe('extra study', () => {
  const extra = (
    scope: Extract<Session, { kind: 'extra' }>['scope'],
    minutes: number | null = null,
  ): Session => ({
    kind: 'extra',
    scope,
    startedAtMs: now.atMs,
    minutes,
  });

  test('asks each studied card once, the weakest first, and leaves the schedule alone', () => {
    const profile = openWithCards(now, 4);
    changeCard(profile, 'one.1', { kind: 'setDue', inDays: 40 }, later(now, { days: -30 }));
    changeCard(profile, 'one.2', { kind: 'setDue', inDays: 40 }, later(now, { days: -10 }));
    changeCard(profile, 'one.3', { kind: 'setDue', inDays: 40 }, now);
    const before = ['one.1', 'one.2', 'one.3'].map(id => readState(profile, id));
    const session = extra({ kind: 'all' });
    const asked: string[] = [];
    for (let n = 0; n < 3; n++) {
      const next = readNext(profile, session, now, false);
      if (next.kind !== 'card') throw new Error('no card');
      asked.push(next.card.cardId);
      answer(profile, next.card.cardId, 1, now, { session });
    }
    expect(asked).toEqual(['one.1', 'one.2', 'one.3']);
    expect(readNext(profile, session, now, false).kind).toBe('done');
    expect(['one.1', 'one.2', 'one.3'].map(id => readState(profile, id))).toEqual(before);
    expect(readToday(profile, now)).toMatchObject({ answeredToday: 0, streakDays: 1 });
  });

  test('shows another surface after a practice, the same again after its undo', () => {
    const profile = openWithCards(now, 1);
    changeCard(profile, 'one.1', { kind: 'setDue', inDays: 5 }, now);
    const seed = (): number => {
      const next = readNext(profile, extra({ kind: 'all' }), later(now, { minutes: -1 }), false);
      return next.kind === 'card' ? next.card.surfaceSeed : Number.NaN;
    };
    const first = seed();
    answer(profile, 'one.1', 3, later(now, { minutes: -1 }), { session: extra({ kind: 'all' }) });
    expect(seed()).not.toBe(first);
    profile.journal.undo(now);
    expect(seed()).toBe(first);
  });

  test('only one topic, and for so many minutes', () => {
    const dir = makeFolder();
    writeDeck(dir, 'a.yaml', formatDeck(makeCards(1, 'a'), { deck: 'caching' }));
    writeDeck(dir, 'b.yaml', formatDeck(makeCards(1, 'b'), { deck: 'storage' }));
    const profile = openTestProfile(dir, now, path.join(dir, 'none'));
    for (const id of ['a.1', 'b.1']) changeCard(profile, id, { kind: 'setDue', inDays: 5 }, now);
    const session = extra({ kind: 'topic', topic: 'storage' }, 30);
    const next = readNext(profile, session, later(now, { minutes: 10 }), false);
    expect(next).toMatchObject({ card: { cardId: 'b.1' }, minutesLeft: 20, counts: { due: 1 } });
    expect(readNext(profile, session, later(now, { minutes: 30 }), false).kind).toBe('done');
  });

  test('only what was missed lately, in review or in extra study', () => {
    const profile = openWithCards(now, 4);
    for (const n of [1, 2, 3, 4]) changeCard(profile, `one.${n}`, { kind: 'setDue', inDays: 30 }, now);
    const lastWeek = later(now, { days: -7 });
    answer(profile, 'one.1', 1, lastWeek, { session: extra({ kind: 'all' }) });
    answer(profile, 'one.2', 3, lastWeek, { session: extra({ kind: 'all' }) });
    answer(profile, 'one.3', 1, later(now, { days: -15 }), { session: extra({ kind: 'all' }) });
    answer(profile, 'one.4', 1, later(now, { days: -2 }));
    changeCard(profile, 'one.4', { kind: 'setDue', inDays: 30 }, now);
    const session = extra({ kind: 'missed' });
    const next = readNext(profile, session, now, false);
    expect(next).toMatchObject({ kind: 'card', counts: { due: 2 } });
    answer(profile, 'one.1', 3, now, { session });
    expect(readNext(profile, session, now, false)).toMatchObject({ card: { cardId: 'one.4' } });
  });
});

describe('settings', () => {
  test('are changed as one action, undone and redone, and unchanged ones make no event', () => {
    const profile = openWithCards(now, 1);
    changeSettings(profile, { newPerDay: 5, theme: 'dark' }, now);
    expect(changeSettings(profile, { newPerDay: 5 }, now)).toMatchObject({ newPerDay: 5, theme: 'dark' });
    expect([...profile.store.log.scan()]).toHaveLength(2);
    changeSettings(profile, { newPerDay: 6 }, now);
    profile.journal.undo(now);
    expect(profile.journal.settings()).toMatchObject({ newPerDay: 5, theme: 'dark' });
    profile.journal.undo(now);
    expect(profile.journal.settings()).toMatchObject({ newPerDay: 20, theme: 'system' });
    profile.journal.redo(now);
    expect(profile.journal.settings()).toMatchObject({ newPerDay: 5, theme: 'dark' });
  });

  test('one that no longer fits falls back to its default, and the others hold', () => {
    const profile = openWithCards(now, 1);
    changeSettings(profile, { newPerDay: 5, theme: 'dark' }, now);
    profile.close();
    tamper(profile.dir, `UPDATE setting SET value = '-3' WHERE key = 'newPerDay'`);
    const again = openTestProfile(profile.dir, now, profile.builtInDecks);
    expect(again.journal.settings()).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  test('a new start of the day counts from now on and leaves the past where it was', () => {
    const profile = openWithCards(now, 3);
    const night = at('2026-11-25T03:00:00+01:00');
    answer(profile, 'one.1', 4, night);
    expect(readToday(profile, night)).toMatchObject({ date: '2026-11-24', answeredToday: 1 });
    const { dueDay } = readState(profile, 'one.1');
    changeSettings(profile, { dayStartHour: 2 }, night);
    expect(readToday(profile, night)).toMatchObject({ date: '2026-11-25', answeredToday: 0, streakDays: 1 });
    expect(readState(profile, 'one.1').dueDay).toBe(dueDay);
    profile.journal.undo(night);
    expect(readToday(profile, night).date).toBe('2026-11-24');
  });
});
test('the session is over when nothing is left', () => {
  const profile = openWithCards(now, 0);
  expect(readNext(profile, today, now, true)).toMatchObject({ kind: 'done', summary: { answered: 0 } });
});

import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerCall } from '../../../src-main/ipc/answer.ts';
import { createHandlers, isChannel, runHandler } from '../../../src-main/ipc/handlers.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { type Channel, channels, type Result } from '../../../src-shared/ipc/contract.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import { answer, at, openWithCards, readState, today } from '../../helpers/profile.ts';
import { makeShell } from '../../helpers/shell.ts';

const now = at('2026-11-24T08:00:00+01:00');

type Rig = {
  profile: Profile;
  opened: string[];
  logged: unknown[];
  call(channel: Channel, input: unknown): Promise<Result<unknown>>;
};

/** The handlers as they stand behind Electron's IPC, on a real profile. */
function makeRig(profile = openWithCards(now, 3)): Rig {
  const opened: string[] = [];
  const logged: unknown[] = [];
  const handlers = createHandlers(
    profile,
    makeShell({
      openPath: async target => {
        opened.push(target);
      },
    }),
  );
  const call: Rig['call'] = (channel, input) =>
    answerCall<unknown>(
      () => runHandler(handlers, channel, input, now),
      error => logged.push(error),
    );
  return { profile, opened, logged, call };
}

function snapshot({ store, journal }: Profile): unknown {
  return {
    log: [...store.log.scan()],
    states: [...store.states.all()],
    settings: journal.settings(),
    cards: store.content.activeCards(),
  };
}

const shown = { session: today, cardId: 'one.1' };
const given = { ...shown, rating: 3, surfaceSeed: 1, takenMs: 10, response: null, confidence: null };

/** For every channel, inputs that must be refused. A channel without one does not compile. */
const malformed: { [C in Channel]: unknown[] } = {
  'app:info': [null, 'x', 7],
  'mocks:list': [null],
  'mocks:start': [
    {},
    { source: { kind: 'curated', promptId: 'chat' }, level: 'guided', mode: 'lenient' },
    { source: { kind: 'generated', seed: -1, minutes: 35 }, level: 'guided', mode: 'strict' },
    { source: { kind: 'generated', seed: 1, minutes: 20 }, level: 'open', mode: 'strict' },
  ],
  'mocks:view': [{}, { attemptId: 7 }, { attemptId: 'x'.repeat(61) }],
  'mocks:act': [
    { attemptId: 'x' },
    { attemptId: 'x', act: { type: 'submit' } },
    { attemptId: 'x', act: { type: 'decide', part: 'a', decision: 'colour', option: 'b' } },
    { attemptId: 'x', act: { type: 'ask', question: 'a', atMs: 5 } },
  ],
  'mocks:note': [{ attemptId: 'x' }, { attemptId: 'x', text: 'x'.repeat(20_001) }],
  'mocks:pause': [{ attemptId: 'x', on: 1 }],
  'mocks:hint': [{ attemptId: 'x', part: 'a', decision: 'colour' }],
  'mocks:submit': [{}],
  'mocks:abandon': [{}],
  'mocks:report': [{}],
  'mocks:contest': [{ attemptId: 'x', text: 'x'.repeat(5_001) }],
  'mocks:keep-sheet': [{}],
  'rounds:start': [{}, { kind: 'slow' }],
  'rounds:ask': [{}, { roundId: 7 }],
  'rounds:view': [{}, { roundId: 7 }, { roundId: 'x'.repeat(61) }],
  'rounds:answer': [
    { roundId: 'x' },
    { roundId: 'x', index: -1, option: 'none', takenMs: 5 },
    { roundId: 'x', index: 0.5, option: 'none', takenMs: 5 },
    { roundId: 'x', index: 0, option: 'x'.repeat(121), takenMs: 5 },
    { roundId: 'x', index: 0, option: 'none', takenMs: Number.NaN },
  ],
  'rounds:end': [{}, { roundId: null }],
  'rounds:mend': [{}, { roundId: ['x'] }],
  'today:get': [undefined, []],
  'backups:list': [null],
  'backups:create': ['now'],
  'backups:restore': [{}, { name: '../../etc' }, { name: '20261124T070000Z-start/..' }, { name: 7 }],
  'cards:find': [
    {},
    { search: 'x'.repeat(1001), order: 'deck', descending: false, offset: 0, limit: 10 },
    { search: '', order: 'colour', descending: false, offset: 0, limit: 10 },
    { search: '', order: 'deck', descending: false, offset: 0, limit: 9999 },
  ],
  'cards:ids': [{}, { search: '', order: 'deck', descending: false, from: -1, to: 10 }],
  'cards:change': [
    {},
    { on: { ids: [] }, change: { kind: 'suspend', on: true } },
    { on: { search: '' }, change: { kind: 'note', text: 'x' } },
  ],
  'exchange:get': [null],
  'exchange:export': [{}, { format: 'docx' }, { format: 7 }],
  'exchange:import': [null],
  'exchange:offer': [{}, { file: 7 }, { file: 'x'.repeat(5000) }],
  'exchange:bring': [null],
  'exchange:cancel': [null],
  'exchange:show': [null],
  'decks:settle': [{}, { entry: 'card:one.1', clock: 1, use: 'both' }, { entry: 7, clock: 1, use: 'other' }],
  'defaults:list': [null],
  'defaults:get': [{}, { id: 7 }, { id: 'x'.repeat(61) }],
  'plan:get': [null, 'now'],
  'fit:begin': [null],
  'fit:get': [7],
  'fit:cancel': [null],
  'fit:apply': [{}, { reschedule: 'yes' }],
  'extra:begin': [
    {},
    { scope: { kind: 'all' } },
    { scope: { kind: 'topic' }, minutes: null },
    { scope: { kind: 'missed' }, minutes: 0 },
  ],
  'review:next': [
    {},
    { session: today },
    { session: { kind: 'other' }, learnAhead: true },
    { session: today, learnAhead: 1 },
  ],
  'review:answer': [
    {},
    { ...given, rating: 5 },
    { ...given, rating: '3' },
    { ...given, cardId: '../x' },
    { ...given, takenMs: -1 },
    { ...given, takenMs: Number.NaN },
    { ...given, takenMs: 1e12 },
    { ...given, surfaceSeed: 2 ** 32 },
    { ...given, response: { kind: 'option', index: -1 } },
    { ...given, confidence: 'sure' },
    { ...given, session: null },
  ],
  'card:change': [
    shown,
    { ...shown, change: { kind: 'burn' } },
    { ...shown, change: { kind: 'flag', flag: 5 } },
    { ...shown, change: { kind: 'setDue', inDays: -1 } },
    { ...shown, change: { kind: 'setDue', inDays: 1e9 } },
    { ...shown, change: { kind: 'tag', tag: '  ', on: true } },
    { ...shown, change: { kind: 'note', text: 'x'.repeat(10_001) } },
    { ...shown, change: { kind: 'suspend' } },
  ],
  'card:get': [{}, { cardId: 7 }, { cardId: 'A B' }],
  'card:open-source': [{}, { cardId: '/etc/passwd' }],
  'card:report': [
    { cardId: 'one.1' },
    { cardId: 'one.1', text: ' ' },
    { cardId: 'one.1', text: 'x'.repeat(5001) },
  ],
  'history:undo': [{}, { session: 'today' }],
  'history:redo': [{}, { session: { kind: 'extra' } }],
  'decks:list': [null],
  'decks:repair': [{}, { file: 1 }, { file: 'x'.repeat(5000) }],
  'decks:open-folder': [null],
  'profile:open-folder': [null],
  'profile:open-another': [null, 'x'],
  'profile:copy': [null, 7],
  'profile:open-copy': [null],
  'profile:reset': [{}, { word: 'yes' }, { word: 'reset ' }, { word: 'reset'.repeat(5000) }],
  'own:open': [{}, { cardId: '../one' }],
  'own:check': [{}, { text: 7 }, { text: 'x'.repeat(200_001) }],
  'own:save': [
    { deck: 'one', cardId: 'one.1', base: '', text: '' },
    { deck: '../one', cardId: null, base: null, text: 'a: b', isText: false },
    { deck: 'one', cardId: 'A B', base: null, text: 'a: b', isText: false },
  ],
  'own:remove': [{ cardId: 'one.1' }, { cardId: 1, base: '' }],
  'own:begin-deck': [{}, { title: ' ' }, { title: 'x'.repeat(201) }],
  'own:add-picture': [{}, { content: 'x' }, { content: [1, 2] }, { content: { length: 3 } }],
  'settings:set': [
    null,
    { newPerDay: -1 },
    { newPerDay: 1.5 },
    { dayStartHour: 24 },
    { desiredRetention: 1 },
    { learningStepsMin: [0] },
    { theme: 'pink' },
    { newPerDay: 5, theme: 'pink' },
  ],
  'stats:get': [null, 7],
  'stats:count': [null, 7],
};

describe('every channel', () => {
  test.each(Object.entries(malformed))(
    '%s refuses what is malformed, and nothing changes',
    async (name, inputs) => {
      if (!isChannel(name)) throw new Error(name);
      const { profile, call, opened, logged } = makeRig();
      answer(profile, 'one.2', 3, now);
      const before = snapshot(profile);
      for (const input of inputs) {
        const result = await call(name, input);
        expect(result).toMatchObject({
          ok: false,
          problem: { code: 'invalid', hint: 'Nothing was changed.' },
        });
        expect(JSON.stringify(result)).not.toMatch(/\\n\s+at |ZodError/);
      }
      expect(snapshot(profile)).toEqual(before);
      expect([opened, logged]).toEqual([[], []]);
    },
  );

  test('any input whatever gets a value or a problem, never a rejection or a fault of ours', async () => {
    const { call, logged } = makeRig();
    const names = Object.keys(channels).filter(isChannel);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, input) => {
        const result = await call(name, input);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 300 },
    );
    expect(logged).toEqual([]);
  });

  test('an unknown channel is none, nor is what every object has', () => {
    for (const name of ['review:delete', '', 'toString', '__proto__', 'constructor', 7, null, undefined])
      expect(isChannel(name)).toBe(false);
    expect(Object.keys(channels).every(isChannel)).toBe(true);
  });
});

describe('calls that are understood', () => {
  test('an unknown card is a problem on each channel that takes one', async () => {
    const { call, profile, opened } = makeRig();
    const cardId = 'no.such';
    const inputs: [Channel, unknown][] = [
      ['review:answer', { ...given, cardId }],
      ['card:change', { session: today, cardId, change: { kind: 'bury' } }],
      ['card:get', { cardId }],
      ['card:open-source', { cardId }],
      ['card:report', { cardId, text: 'wrong' }],
    ];
    for (const [channel, input] of inputs) {
      expect(await call(channel, input)).toMatchObject({
        ok: false,
        problem: { code: 'not-found', message: 'There is no card “no.such”.' },
      });
    }
    expect(opened).toEqual([]);
    expect(fs.existsSync(path.join(profile.dir, 'reports'))).toBe(false);
    expect([...profile.store.log.scan()]).toEqual([]);
  });

  test('a session: next, answer, undo, redo, change', async () => {
    const { call, profile } = makeRig();
    const first = await call('review:next', { session: today, learnAhead: false });
    expect(first).toMatchObject({
      ok: true,
      value: { kind: 'card', card: { cardId: 'one.1' }, counts: { new: 3 } },
    });
    const { surfaceSeed } = JSON.parse(JSON.stringify(first)).value.card;
    const second = await call('review:answer', { ...given, surfaceSeed });
    expect(second).toMatchObject({
      ok: true,
      value: { kind: 'card', card: { cardId: 'one.2' }, counts: { new: 2 } },
    });
    expect(await call('review:answer', { ...given, surfaceSeed })).toMatchObject({
      ok: false,
      problem: { hint: 'It is shown anew.' },
    });
    expect(await call('history:undo', { session: today })).toMatchObject({
      value: { label: 'Good on “What is one.1?”', next: { card: { cardId: 'one.1', surfaceSeed } } },
    });
    expect(await call('history:redo', { session: today })).toMatchObject({
      value: { next: { card: { cardId: 'one.2' } } },
    });
    const change = { kind: 'suspend', on: true };
    expect(await call('card:change', { session: today, cardId: 'one.2', change })).toMatchObject({
      value: { card: { cardId: 'one.3' } },
    });
    expect(readState(profile, 'one.2').suspended).toBe(true);
  });

  test('extra study begins at the moment of the call', async () => {
    const { call } = makeRig();
    const scope = { kind: 'missed' };
    expect(await call('extra:begin', { scope, minutes: 30 })).toEqual({
      ok: true,
      value: { kind: 'extra', scope, minutes: 30, startedAtMs: now.atMs },
    });
  });

  test('what the window shows besides', async () => {
    const { call, profile, opened } = makeRig();
    expect(await call('app:info', {})).toMatchObject({ value: { version: '1.2.3', profile: profile.dir } });
    expect(await call('today:get', {})).toMatchObject({ value: { counts: { new: 3 } } });
    expect(await call('card:get', { cardId: 'one.1' })).toMatchObject({ value: { log: [] } });
    expect(await call('stats:get', {})).toMatchObject({ value: { activity: { answers: 0 } } });
    expect(await call('stats:count', {})).toMatchObject({ value: { stages: { all: { new: 3 } } } });
    expect(await call('decks:list', {})).toMatchObject({ value: { decks: [{ cards: 3 }], faults: [] } });
    await call('settings:set', { theme: 'dark', learningStepsMin: [5] });
    expect(await call('settings:set', { newPerDay: 1 })).toMatchObject({
      value: { newPerDay: 1, theme: 'dark', learningStepsMin: [5] },
    });
    await call('card:open-source', { cardId: 'one.1' });
    await call('decks:open-folder', {});
    expect(opened).toEqual([path.join(profile.ownDecks, 'one.yaml'), profile.ownDecks]);
    const report = await call('card:report', { cardId: 'one.1', text: 'wrong' });
    expect(report).toMatchObject({ ok: true, value: { path: expect.stringContaining('reports') } });
  });

  test('a repair, by the name that the list gave', async () => {
    const { call, profile } = makeRig();
    const text = formatDeck([{ kind: 'basic', ask: 'New?', answer: 'Yes.' }], { deck: 'two' });
    const file = writeDeck(profile.dir, 'two.yaml', text);
    expect(await call('decks:repair', { file })).toEqual({ ok: true, value: { repaired: 1 } });
    expect(await call('decks:repair', { file: '/etc/hosts' })).toMatchObject({
      ok: false,
      problem: { code: 'invalid' },
    });
  });
});

describe('what goes wrong inside', () => {
  test('is a plain message without details, which go to the log; the next call works', async () => {
    const { call, profile, logged } = makeRig();
    profile.close();
    const result = await call('today:get', {});
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'failed', message: expect.stringContaining('went wrong') },
    });
    expect(logged).toHaveLength(1);
    expect(await call('app:info', {})).toMatchObject({ ok: true });
  });

  test('an output that breaks the contract is our fault, not malformed input', async () => {
    const { profile } = makeRig();
    const logged: unknown[] = [];
    const handlers = { ...createHandlers(profile, makeShell()) };
    handlers['decks:repair'] = () => ({ repaired: 0.5 });
    const result = await answerCall(
      () => runHandler(handlers, 'decks:repair', { file: 'x' }, now),
      error => logged.push(error),
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'failed' } });
    expect(logged).toHaveLength(1);
  });

  test.each([
    ['SQLITE_READONLY', 'read-only', 'The database of this profile cannot be written.'],
    ['SQLITE_READONLY_DBMOVED', 'read-only', 'The database of this profile cannot be written.'],
    ['SQLITE_FULL', 'failed', 'The disk is full.'],
    ['ENOSPC', 'failed', 'The disk is full.'],
    ['SQLITE_CORRUPT', 'damaged', 'The database of this profile is damaged.'],
    ['SQLITE_CORRUPT_INDEX', 'damaged', 'The database of this profile is damaged.'],
    ['SQLITE_ERROR', 'damaged', 'The database of this profile is damaged.'],
  ])('%s is told for what it is', async (code, kind, message) => {
    const failed = Object.assign(new Error('raw text'), { code });
    const result = await answerCall(
      () => Promise.reject(failed),
      () => undefined,
    );
    expect(result).toMatchObject({ ok: false, problem: { code: kind, message } });
  });
});

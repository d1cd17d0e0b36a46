import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../src-main/services/cards.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { readNext, stepSession } from '../../../src-main/services/review.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { readToday } from '../../../src-main/services/today.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { CardChange, Next } from '../../../src-shared/ipc/contract.ts';
import { answer, at, later, openWithCards, readState, reopen, today } from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

function nextCard(profile: Profile, when: Instant, learnAhead = false): string {
  const next = readNext(profile, today, when, learnAhead);
  if (next.kind !== 'card') throw new Error(`expected a card, got ${next.kind}`);
  return next.card.cardId;
}

function buttonsOf(next: Next): string[] {
  return next.kind === 'card' ? next.card.buttons.map(({ interval }) => interval) : [];
}

describe("today's limits", () => {
  test('new cards up to the limit of the day, counted down by each, and given back by undo', () => {
    const profile = openWithCards(now, 30);
    changeSettings(profile, { newPerDay: 3 }, now);
    for (const left of [3, 2, 1]) {
      expect(readToday(profile, now).counts.new).toBe(left);
      answer(profile, nextCard(profile, now), 4, now);
    }
    expect(readNext(profile, today, now, true).kind).toBe('done');
    profile.journal.undo(now);
    expect(readToday(profile, now).counts.new).toBe(1);
    profile.journal.redo(now);
    expect(readToday(profile, later(now, { days: 1 })).counts.new).toBe(3);
  });

  test('reviews up to the limit of the day; the rest waits and is counted as a backlog', () => {
    const profile = openWithCards(now, 12);
    changeSettings(profile, { reviewsPerDay: 5, newPerDay: 0 }, now);
    for (let n = 1; n <= 12; n++) changeCard(profile, `one.${n}`, { kind: 'setDue', inDays: 0 }, now);
    expect(readToday(profile, now)).toMatchObject({ counts: { due: 5 }, backlog: { cards: 7, days: 3 } });
    for (let n = 0; n < 5; n++) answer(profile, nextCard(profile, now), 3, now);
    expect(readNext(profile, today, now, false).kind).toBe('done');
    expect(readToday(profile, now)).toMatchObject({
      counts: { due: 0 },
      answeredToday: 5,
      backlog: { cards: 7, days: 2 },
    });
    expect(readToday(profile, later(now, { days: 1 })).counts.due).toBe(5);
  });

  test('the backlog counts what comes due meanwhile, but no card that will not be asked', () => {
    const profile = openWithCards(now, 10);
    changeSettings(profile, { reviewsPerDay: 2, newPerDay: 0 }, now);
    const setDue = (n: number, inDays: number): void =>
      changeCard(profile, `one.${n}`, { kind: 'setDue', inDays }, now);
    for (const n of [1, 2, 3]) setDue(n, 0);
    expect(readToday(profile, now).backlog).toEqual({ cards: 1, days: 2 });
    for (const n of [4, 5, 6]) setDue(n, 1);
    expect(readToday(profile, now).backlog).toEqual({ cards: 1, days: 3 });
    for (const n of [4, 5]) changeCard(profile, `one.${n}`, { kind: 'suspend', on: true }, now);
    expect(readToday(profile, now).backlog).toEqual({ cards: 1, days: 2 });
    changeSettings(profile, { reviewsPerDay: 0 }, now);
    expect(readToday(profile, now).backlog).toEqual({ cards: 3, days: null });
  });
});

test('after missed days the best held reviews are asked first, and the worst are what waits', () => {
  const profile = openWithCards(now, 4);
  changeSettings(profile, { reviewsPerDay: 3, newPerDay: 0 }, now);
  for (const [n, days] of [
    [1, -90],
    [2, -5],
    [3, -30],
    [4, -1],
  ] as const)
    changeCard(profile, `one.${n}`, { kind: 'setDue', inDays: 0 }, later(now, { days }));
  const asked = [1, 2, 3].map(() => {
    const id = nextCard(profile, now);
    answer(profile, id, 3, now);
    return id;
  });
  expect(asked).toEqual(['one.4', 'one.2', 'one.3']);
  expect(readToday(profile, now).backlog).toEqual({ cards: 1, days: 1 });
});

describe('steps', () => {
  test('the wait is told, and learning ahead asks at once', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    const wait = readNext(profile, today, later(now, { minutes: 4 }), false);
    expect(wait).toMatchObject({
      kind: 'wait',
      waitMs: 6 * 60_000,
      untilMs: now.atMs + 10 * 60_000,
      cards: 1,
    });
    expect(nextCard(profile, later(now, { minutes: 4 }), true)).toBe('one.1');
    expect(nextCard(profile, later(now, { minutes: 10 }))).toBe('one.1');
  });

  test('a step that has come goes before what is new', () => {
    const profile = openWithCards(now, 5);
    answer(profile, 'one.4', 1, now);
    expect(nextCard(profile, now)).not.toBe('one.4');
    expect(nextCard(profile, later(now, { minutes: 1 }))).toBe('one.4');
  });
});

describe('the buttons', () => {
  test('show the interval that is applied, the same a minute later and after a restart', () => {
    const profile = openWithCards(now, 1);
    changeCard(profile, 'one.1', { kind: 'known' }, now);
    const due = readState(profile, 'one.1').dueDay;
    if (due === null) throw new Error('not due');
    const then = later(now, { days: due - Math.floor(now.atMs / 86_400_000) });
    const shown = readNext(profile, today, then, false);
    const buttons = buttonsOf(shown);
    expect(new Set(buttons).size).toBe(4);
    expect(buttonsOf(readNext(profile, today, later(then, { minutes: 1 }), false))).toEqual(buttons);
    const again = reopen(profile, then);
    expect(buttonsOf(readNext(again, today, then, false))).toEqual(buttons);
    const good = shown.kind === 'card' ? shown.card.buttons[2] : undefined;
    answer(again, 'one.1', 3, then);
    expect(readState(again, 'one.1')).toMatchObject({ dueDay: good?.dueDay, dueAtMs: null });
  });

  test('an answer to a surface that is no longer shown is refused, and nothing is recorded', () => {
    const profile = openWithCards(now, 2);
    const shown = readNext(profile, today, now, false);
    if (shown.kind !== 'card') throw new Error('no card');
    const { cardId, surfaceSeed } = shown.card;
    answer(profile, cardId, 3, now, { surfaceSeed });
    expect(() => answer(profile, cardId, 3, now, { surfaceSeed })).toThrow('Nothing was recorded');
    expect(readState(profile, cardId).reps).toBe(1);
    profile.journal.undo(now);
    answer(profile, cardId, 1, now, { surfaceSeed });
    expect(readState(profile, cardId).reps).toBe(1);
  });

  test('a rating given after the day has turned is refused: its buttons told the intervals of yesterday', () => {
    const evening = at('2026-11-25T03:59:00+01:00');
    const profile = openWithCards(evening, 1);
    const shown = readNext(profile, today, evening, false);
    if (shown.kind !== 'card') throw new Error('no card');
    const { cardId, surfaceSeed } = shown.card;
    const morning = at('2026-11-25T04:01:00+01:00');
    expect(() => answer(profile, cardId, 4, morning, { surfaceSeed })).toThrow('Nothing was recorded');
    const anew = readNext(profile, today, morning, false);
    if (anew.kind !== 'card') throw new Error('no card');
    expect(anew.card).toMatchObject({ cardId });
    answer(profile, cardId, 4, morning, { surfaceSeed: anew.card.surfaceSeed });
    expect(readState(profile, cardId).dueDay).toBe(anew.card.buttons[3]?.dueDay);
  });
});

describe('leeches', () => {
  /** Lets a card lapse so many times, and tells after which lapses it was tagged anew. */
  function lapse(profile: Profile, times: number): number[] {
    const tagged: number[] = [];
    let when = now;
    for (let n = 1; n <= times; n++) {
      changeCard(profile, 'one.1', { kind: 'setDue', inDays: 0 }, when);
      answer(profile, 'one.1', 1, when);
      if (profile.store.log.ofCard('one.1').at(-1)?.event.body.type !== 'answer') tagged.push(n);
      when = later(when, { days: 1 });
    }
    return tagged;
  }

  test('are tagged at 8 lapses and then at every fourth', () => {
    const profile = openWithCards(now, 1);
    expect(lapse(profile, 17)).toEqual([8, 12, 16]);
    expect(readState(profile, 'one.1')).toMatchObject({ lapses: 17, tags: ['leech'], suspended: false });
  });

  test('are suspended if wished, in the same action, which one undo takes back', () => {
    const profile = openWithCards(now, 1);
    changeSettings(profile, { suspendLeeches: true }, now);
    lapse(profile, 7);
    expect(readState(profile, 'one.1')).toMatchObject({ tags: [], suspended: false });
    answer(profile, 'one.1', 3, later(now, { days: 8 }));
    changeCard(profile, 'one.1', { kind: 'setDue', inDays: 0 }, later(now, { days: 8 }));
    answer(profile, 'one.1', 1, later(now, { days: 8 }));
    expect(readState(profile, 'one.1')).toMatchObject({ lapses: 8, tags: ['leech'], suspended: true });
    profile.journal.undo(now);
    expect(readState(profile, 'one.1')).toMatchObject({ lapses: 7, tags: [], suspended: false });
  });
});

describe('undo', () => {
  const changes: CardChange[] = [
    { kind: 'suspend', on: true },
    { kind: 'bury' },
    { kind: 'flag', flag: 3 },
    { kind: 'forget' },
    { kind: 'setDue', inDays: 9 },
    { kind: 'tag', tag: 'mine', on: true },
    { kind: 'note', text: 'remember the lag' },
  ];

  test.each(changes)('takes back $kind and shows the card again, and redo does it again', change => {
    const profile = openWithCards(now, 3);
    answer(profile, 'one.1', 4, now);
    const before = readState(profile, 'one.1');
    changeCard(profile, 'one.1', change, now);
    const changed = readState(profile, 'one.1');
    expect(changed).not.toEqual(before);
    const undone = stepSession(profile, today, 'undo', now);
    expect(undone).toMatchObject({ next: { kind: 'card', card: { cardId: 'one.1' } } });
    expect(undone.label).toContain('“What is one.1?”');
    expect(readState(profile, 'one.1')).toEqual(before);
    stepSession(profile, today, 'redo', now);
    expect(readState(profile, 'one.1')).toEqual(changed);
  });

  test('takes back "I know this already"', () => {
    const profile = openWithCards(now, 1);
    changeCard(profile, 'one.1', { kind: 'known' }, now);
    expect(readState(profile, 'one.1')).toMatchObject({ phase: 'review', reps: 1, lapses: 0 });
    expect(stepSession(profile, today, 'undo', now).label).toBe('Known already: “What is one.1?”');
    expect(readState(profile, 'one.1').phase).toBe('new');
  });

  test('says that there is nothing, and changes nothing', () => {
    const profile = openWithCards(now, 1);
    expect(stepSession(profile, today, 'undo', now)).toMatchObject({ label: null, next: { kind: 'card' } });
    expect([...profile.store.log.scan()]).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeCards, findCards } from '../../../src-main/services/browse.ts';
import { changeCard } from '../../../src-main/services/cards.ts';
import { checkProfile } from '../../../src-main/services/check.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import {
  answer,
  at,
  later,
  makeFolder,
  openTestProfile,
  openWithCards,
  reopen,
  toCardId,
} from '../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const page = { order: 'deck', descending: false, offset: 0, limit: 200 } as const;
const find = (profile: Profile, search: string, more: Partial<Parameters<typeof findCards>[1]> = {}) =>
  findCards(profile, { search, ...page, ...more }, now);
const ids = (profile: Profile, search: string): string[] =>
  find(profile, search).rows.map(({ cardId }) => cardId);

/** Cards in every state there is. */
function openVaried(): Profile {
  const dir = makeFolder();
  const cards = [
    { id: 'v.plain', ask: 'What is Redis?', answer: 'A cache.' },
    { id: 'v.naive', ask: 'Naïve 100% of_it?', answer: 'No.', tags: ['shop'] },
    { id: 'v.met', default: 'cache.aside' },
    { id: 'v.due' },
    { id: 'v.out' },
    { id: 'v.lapsed' },
  ];
  writeDeck(dir, 'v.yaml', formatDeck(cards, { deck: 'varied' }));
  const profile = openTestProfile(dir, now, 'none');
  answer(profile, 'v.met', 4, now);
  answer(profile, 'v.due', 4, later(now, { days: -40 }));
  answer(profile, 'v.lapsed', 4, later(now, { days: -40 }));
  answer(profile, 'v.lapsed', 1, later(now, { days: -2 }));
  changeCard(profile, 'v.out', { kind: 'suspend', on: true }, now);
  changeCard(profile, 'v.met', { kind: 'flag', flag: 2 }, now);
  changeCard(profile, 'v.met', { kind: 'tag', tag: 'hard one', on: true }, now);
  return profile;
}

describe('findCards', () => {
  test.each([
    ['redis', ['v.plain']],
    ['REDIS cache', ['v.plain']],
    ['naive', ['v.naive']],
    ['100%', ['v.naive']],
    ['of_it', ['v.naive']],
    ['o__it', []],
    ['"it of"', []],
    ['"redis a"', []],
    ['na', ['v.naive']],
    ['"na"', []],
    ['"what is redis"', ['v.plain']],
    ['aive', []],
    ['prop:recall<90%', ['v.due', 'v.lapsed']],
    ['tag:shop or tag:"hard one"', ['v.naive', 'v.met']],
    ['is:suspended', ['v.out']],
    ['is:due', ['v.due', 'v.lapsed']],
    ['is:buried', []],
    ['is:new -is:suspended', ['v.plain', 'v.naive']],
    ['is:flagged or is:suspended', ['v.met', 'v.out']],
    ['flag:2', ['v.met']],
    ['tag:hard*', ['v.met']],
    ['tag:"hard one"', ['v.met']],
    ['tag:shop', ['v.naive']],
    ['default:cache.aside', ['v.met']],
    ['deck:varied redis', ['v.plain']],
    ['id:v.d*', ['v.due']],
    ['prop:lapses>=1', ['v.lapsed']],
    ['prop:due>0', ['v.met']],
    ['-kind:basic', []],
  ])('%s', (search, expected) => {
    expect(ids(openVaried(), search).sort()).toEqual([...expected].sort());
  });

  test('says what it does not understand, and finds nothing then', () => {
    expect(find(openVaried(), 'is:sleepy')).toMatchObject({
      count: 0,
      rows: [],
      problem: expect.stringContaining('is:sleepy'),
    });
  });

  test('sorts, and gives a window of what it finds', () => {
    const profile = openVaried();
    const { count, rows } = find(profile, '', { order: 'title', offset: 1, limit: 2 });
    const whole = find(profile, '', { order: 'title' }).rows;
    expect(count).toBe(6);
    expect(rows).toEqual(whole.slice(1, 3));
    expect(find(profile, '', { order: 'lapses', descending: true }).rows[0]?.cardId).toBe('v.lapsed');
    expect(find(profile, '', { order: 'due' }).rows[0]?.dueDate).not.toBeNull();
  });

  test('never fails, whatever is typed', () => {
    const profile = openVaried();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), typed => {
        expect(find(profile, typed).count).toBeGreaterThanOrEqual(0);
      }),
    );
    for (const part of ['(', '-(', '"', 'a or (', '-', 'a ', 'tag:*', '-a '])
      expect(find(profile, part.repeat(1000 / part.length)).count).toBeGreaterThanOrEqual(0);
  });
});

describe('changeCards', () => {
  test('changes what is named in one step, which one undo takes back', () => {
    const profile = openWithCards(now, 4);
    expect(
      changeCards(profile, { ids: ['one.1', 'one.3'].map(toCardId) }, { kind: 'suspend', on: true }, now),
    ).toBe(2);
    expect(ids(profile, 'is:suspended')).toEqual(['one.1', 'one.3']);
    profile.journal.undo(now);
    expect(ids(profile, 'is:suspended')).toEqual([]);
  });

  test('changes all that a search finds, also those beyond any window', () => {
    const profile = openWithCards(now, 450);
    expect(changeCards(profile, { search: 'is:new' }, { kind: 'tag', tag: 'all', on: true }, now)).toBe(450);
    expect(find(profile, 'tag:all').count).toBe(450);
    expect(changeCards(profile, { search: 'tag:nobody' }, { kind: 'forget' }, now)).toBe(0);
    expect(() => changeCards(profile, { search: 'is:sleepy' }, { kind: 'forget' }, now)).toThrow(/not known/);
    expect(checkProfile(reopen(profile, now)).faults).toEqual([]);
  });

  test('a suspended card comes back', () => {
    const profile = openWithCards(now, 2);
    changeCard(profile, 'one.1', { kind: 'suspend', on: true }, now);
    changeCards(
      profile,
      { ids: [toCardId('one.1')] },
      { kind: 'suspend', on: false },
      later(now, { days: 1 }),
    );
    expect(ids(profile, 'is:suspended')).toEqual([]);
  });
});

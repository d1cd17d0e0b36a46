import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkProfile } from '../../../../src-main/services/check.ts';
import { syncDecks } from '../../../../src-main/services/decks/sync.ts';
import { exportFile } from '../../../../src-main/services/exchange/export.ts';
import { importFile } from '../../../../src-main/services/exchange/import.ts';
import { listOwnConflicts, settleConflict } from '../../../../src-main/services/own/conflicts.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { salvage } from '../../../../src-main/services/recovery/recover.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import { formatDeck, makeCards } from '../../../helpers/decks.ts';
import { bringBack, takeOut } from '../../../helpers/exports.ts';
import {
  answer,
  at,
  later,
  makeFolder,
  openTestProfile,
  openWithCards,
  readState,
  tamper,
} from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const picture = Buffer.from('GIF89a lamp', 'latin1');
const specification = path.resolve(import.meta.dirname, '../../../../docs/export-format.md');

function openStudied(): Profile {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.1', 3, now);
  profile.journal.undo(now);
  answer(profile, 'one.2', 4, now);
  fs.mkdirSync(path.join(profile.dir, 'media'));
  fs.writeFileSync(path.join(profile.dir, 'media', 'lamp.gif'), picture);
  return profile;
}

/** All that an import may change. */
function readAll({ dir, store }: Profile): unknown {
  const files = ['decks', 'media'].flatMap(folder =>
    fs.existsSync(path.join(dir, folder))
      ? fs
          .readdirSync(path.join(dir, folder))
          .map(name => [name, fs.readFileSync(path.join(dir, folder, name), 'utf8')])
      : [],
  );
  return {
    log: [...store.log.scan()],
    states: [...store.states.all()],
    registers: store.ownRegisters.all(),
    files,
  };
}

describe('the example of the specification', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(fs.readFileSync(specification, 'utf8')) ?? [];

  test('comes in, and goes out as the same bytes', () => {
    const profile = openTestProfile(makeFolder(), now, 'none');
    expect(bringBack(profile, example)).toMatchObject({ added: 1, progress: 1 });
    expect(readState(profile, 'own.lamp').suspended).toBe(true);
    expect(takeOut(profile)).toBe(example);
  });

  test('comes in however it is set', () => {
    const profile = openTestProfile(makeFolder(), now, 'none');
    bringBack(profile, JSON.stringify(JSON.parse(example), null, 2));
    expect(readState(profile, 'own.lamp').suspended).toBe(true);
  });
});

test.each([
  ['a due day that no calendar has', { dueDay: 9_007_199_254_740_991 }, {}],
  ['a due moment that no calendar has', { dueAtMs: 9e15 }, {}],
  ['a moment before there was any', {}, { atMs: -8.64e15 }],
])('%s is refused: no screen could show it', (_what, body, at) => {
  const text = takeOut(openStudied());
  const changed = text.replace(/^.*"type":"answer".*$/m, line => {
    const event: { body: object; at: object } = JSON.parse(line.replace(/,$/, ''));
    const other = { ...event, at: { ...event.at, ...at }, body: { ...event.body, ...body } };
    return JSON.stringify(other) + (line.endsWith(',') ? ',' : '');
  });
  expect(changed).not.toBe(text);
  const profile = openWithCards(now, 0);
  const before = readAll(profile);
  expect(() => bringBack(profile, changed)).toThrow(ProblemError);
  expect(readAll(profile)).toEqual(before);
});

test('an export goes out and comes in by the tables of formats, whole, and only its owner can read it', () => {
  const profile = openStudied();
  const out = path.join(makeFolder(), 'all.json');
  expect(exportFile(profile, 'json', out, now)).toMatchObject({
    counts: { events: 3, 'own cards': 2, pictures: 1 },
    leftOut: [],
  });
  expect(fs.statSync(out).mode & 0o077).toBe(0);
  const copy = openWithCards(now, 0);
  expect(importFile(copy, out, now)).toMatchObject({ added: 2, reviews: 2, media: 1, leftOut: [] });
  expect(readState(copy, 'one.2')).toEqual(readState(profile, 'one.2'));
  expect(readState(copy, 'one.1').reps).toBe(0);
  expect(importFile(copy, out, now)).toMatchObject({ added: 0, known: 2, reviews: 0, media: 0 });
  expect(takeOut(copy)).toBe(takeOut(profile));
  expect(fs.readdirSync(copy.dir)).not.toContain('incoming');
});

test('what was lost here and is known to be comes in elsewhere, and no check finds a fault', () => {
  const { dir, ...profile } = openWithCards(now, 3);
  for (const [index, card] of ['one.1', 'one.2', 'one.3'].entries())
    answer({ dir, ...profile }, card, 3, later(now, { minutes: index }));
  profile.close();
  tamper(dir, 'UPDATE event SET study_day = study_day + 1 WHERE seq = 2');
  salvage(dir, now);
  const mended = openTestProfile(dir, later(now, { hours: 1 }), 'none');
  const losses = [...mended.store.log.scan()].filter(
    entry => 'event' in entry && entry.event.body.type === 'loss',
  );
  expect(losses).toHaveLength(1);
  const text = takeOut(mended);
  const elsewhere = openWithCards(now, 3);
  answer(elsewhere, 'one.2', 4, now);
  expect(bringBack(elsewhere, text)).toMatchObject({ reviews: 2 });
  expect(readState(elsewhere, 'one.3').reps).toBe(1);
  for (const checked of [mended, elsewhere]) expect(checkProfile(checked).faults).toEqual([]);
  // And from there on again, as from any profile.
  const third = openTestProfile(makeFolder(), now, 'none');
  bringBack(third, takeOut(elsewhere));
  expect(checkProfile(third).faults).toEqual([]);
  expect(takeOut(third)).toBe(takeOut(elsewhere));
});

describe('own cards edited on two devices', () => {
  const write = (profile: Profile, text: string, minutes: number): void => {
    profile.clock = { now: () => later(now, { minutes }), monotonicMs: () => 0 };
    const cards = makeCards(2).map(card => (card.id === 'one.1' ? { ...card, answer: text } : card));
    const before = fs.readFileSync(path.join(profile.ownDecks, 'one.yaml'), 'utf8');
    const comment = before.includes('# mine') ? '# mine\n' : '';
    fs.writeFileSync(path.join(profile.ownDecks, 'one.yaml'), comment + formatDeck(cards));
    syncDecks(profile);
  };
  const textOf = ({ store }: Profile) => {
    const content = store.content.activeCards().find(({ cardId }) => cardId === 'one.1')?.content;
    return content?.kind === 'basic' ? content.answer : null;
  };

  test('an edit reaches the other device, whose file keeps its comments', () => {
    const [a, b] = [openWithCards(now, 2), openWithCards(now, 2)];
    fs.writeFileSync(path.join(b.ownDecks, 'one.yaml'), `# mine\n${formatDeck(makeCards(2))}`);
    write(a, 'Better.', 1);
    expect(bringBack(b, takeOut(a)).leftOut).toEqual([]);
    expect(textOf(b)).toBe('Better.');
    expect(fs.readFileSync(path.join(b.ownDecks, 'one.yaml'), 'utf8')).toMatch(/^# mine\n/);
    // And what it replaced never comes back.
    bringBack(b, takeOut(openWithCards(now, 2)));
    expect(textOf(b)).toBe('Better.');
  });

  test('of two edits the later stands, and the other is told and kept', () => {
    const [a, b] = [openWithCards(now, 2), openWithCards(now, 2)];
    write(a, 'From a.', 2);
    write(b, 'From b.', 1);
    const before = takeOut(b);
    const { leftOut } = bringBack(b, takeOut(a));
    expect(textOf(b)).toBe('From a.');
    expect(leftOut).toMatchObject([
      { why: expect.stringContaining('edited in two places'), examples: ['one.1'] },
    ]);
    expect(takeOut(b)).toContain('From b.');
    bringBack(a, before);
    expect(textOf(a)).toBe('From a.');
    expect(takeOut(a)).toBe(takeOut(b));
  });

  test('a person decides: what stands is kept, or the other takes its place; on every device nothing is left', () => {
    for (const use of ['present', 'other'] as const) {
      const [a, b] = [openWithCards(now, 2), openWithCards(now, 2)];
      write(a, 'From a.', 2);
      write(b, 'From b.', 1);
      bringBack(b, takeOut(a));
      const [conflict] = listOwnConflicts(b);
      expect(conflict).toMatchObject({ entry: 'card:one.1', title: 'What is one.1?' });
      expect(conflict?.stands).toContain('answer: From a.');
      expect(conflict?.other).toContain('answer: From b.');
      settleConflict(b, 'card:one.1', conflict?.clock ?? 0, use);
      expect(textOf(b)).toBe(use === 'other' ? 'From b.' : 'From a.');
      expect(listOwnConflicts(b)).toEqual([]);
      expect(() => settleConflict(b, 'card:one.1', conflict?.clock ?? 0, use)).toThrow(/decided already/);
      bringBack(a, takeOut(b));
      expect(listOwnConflicts(a)).toEqual([]);
      expect(takeOut(a)).toBe(takeOut(b));
    }
  });

  test('a decision that cannot be written leaves both versions', () => {
    const [a, b] = [openWithCards(now, 2), openWithCards(now, 2)];
    write(a, 'From a.', 2);
    write(b, 'From b.', 1);
    bringBack(b, takeOut(a));
    const before = listOwnConflicts(b);
    const failing = vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw new Error('the power went');
    });
    expect(() => settleConflict(b, 'card:one.1', before[0]?.clock ?? 0, 'other')).toThrow('the power went');
    failing.mockRestore();
    expect(listOwnConflicts(b)).toEqual(before);
    expect(takeOut(b)).toContain('From b.');
  });

  test('a card of ours under the id of one that stands in no deck of ours is left out and told', () => {
    const profile = openWithCards(now, 1);
    const text = takeOut(profile);
    const other = openWithCards(now, 0);
    tamper(
      other.dir,
      `INSERT INTO deck_file (path, own, hash, deck_id, title, topic, faults) VALUES ('built-in/x.yaml', 0, '', 'x', 'X', 'x', '[]');
      INSERT INTO card (card_id, path, line, kind, topic, sibling, title, position, content, hash, retired)
        VALUES ('one.1', 'built-in/x.yaml', 1, 'basic', 'x', 'one.1', 'X', 0, '{}', '', 0)`,
    );
    expect(bringBack(other, text)).toMatchObject({ added: 0, leftOut: [{ examples: ['one.1'] }] });
  });
});

describe('a file that is not what it says is refused, and nothing is touched', () => {
  const export1 = (): string => takeOut(openStudied());
  const edit = (work: (file: ExportShape) => unknown): string => {
    const value = JSON.parse(export1());
    work(value);
    return JSON.stringify(value);
  };
  type ExportShape = {
    baseline: number;
    cards: { id: string; versions: { card: Record<string, unknown>; deck: string }[] }[];
    events: { id: string; seq: number; device: string; clock: number; body: Record<string, unknown> }[];
    pictures: { name: string; content: string }[];
  };
  const numbered = ({ events }: ExportShape, seq: number): number =>
    events.findIndex(event => event.seq === seq);
  const first = <T>(list: T[]): T => {
    const [item] = list;
    if (item === undefined) throw new Error('empty');
    return item;
  };
  const cases: [string, () => string, RegExp][] = [
    ['empty', () => '', /no sound JSON|no export/],
    ['no JSON', () => 'front,back\n', /no sound JSON/],
    ['another program’s', () => '{"events":[{}]}', /no export of Baseline/],
    ['a list', () => '[1,2]', /no export of Baseline/],
    ['cut', () => export1().slice(0, -200), /cut/],
    ['cut between lists', () => export1().replace(/\],"pictures".*/s, ']'), /cut/],
    ['of a later version', () => edit(file => Object.assign(file, { baseline: 2 })), /format 2/],
    ['in UTF-16', () => [...export1()].join('\0'), /no sound JSON/],
    [
      'with an unknown event',
      () => edit(file => Object.assign(first(file.events).body, { type: 'dream' })),
      /events\[0\]/,
    ],
    [
      'with an event in the far future',
      () => edit(file => Object.assign(first(file.events), { clock: 9e15 })),
      /its moment/,
    ],
    ['with a gap', () => edit(file => file.events.splice(numbered(file, 2), 1)), /missing between/],
    [
      'with a number twice',
      () => edit(file => Object.assign(file.events[numbered(file, 3)] ?? {}, { seq: 2 })),
      /one place/,
    ],
    [
      'with an undo of nothing',
      () =>
        edit(file => {
          for (const event of file.events)
            if ('target' in event.body) event.body.target = '00000000-0000-4000-8000-000000000000';
        }),
      /takes back an action/,
    ],
    [
      'with a card that is none',
      () => edit(file => Object.assign(first(first(file.cards).versions).card, { kind: 'spell' })),
      /cards\[0\]/,
    ],
    [
      'with a deck that leads elsewhere',
      () => edit(file => Object.assign(first(first(file.cards).versions), { deck: '../x' })),
      /cards\[0\]\.versions\.0\.deck/,
    ],
    [
      'with a picture that leads elsewhere',
      () => edit(file => Object.assign(first(file.pictures), { name: '../../x.gif' })),
      /no plain name/,
    ],
    [
      'with an altered picture',
      () => edit(file => Object.assign(first(file.pictures), { content: 'R0lGODlh' })),
      /not what was saved/,
    ],
    [
      'nested without end',
      () =>
        export1().replace('"events":[\n', () => `"events":[\n${'['.repeat(200_000)}${']'.repeat(200_000)},`),
      /events\[0\]|sound/,
    ],
  ];
  test.each(cases)('%s', (_name, make, expected) => {
    const profile = openStudied();
    const text = make();
    const before = readAll(profile);
    const bring = () => bringBack(profile, text);
    expect(bring).toThrow(ProblemError);
    expect(bring).toThrow(expected);
    expect(readAll(profile)).toEqual(before);
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test('keys that would alter all objects alter none', () => {
    const keys = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
    const text = takeOut(openStudied()).replaceAll('"body":{', `"body":{${keys}`);
    const profile = openWithCards(now, 0);
    bringBack(profile, text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(takeOut(profile)).not.toContain('polluted');
  });

  test('a copy of the profile’s folder that went on by itself', () => {
    const profile = openStudied();
    const dir = makeFolder();
    fs.cpSync(profile.dir, dir, { recursive: true });
    answer(profile, 'one.1', 3, later(now, { days: 1 }));
    const text = takeOut(profile);
    profile.close();
    const copy = openTestProfile(dir, now, profile.builtInDecks);
    answer(copy, 'one.1', 1, later(now, { days: 2 }));
    expect(() => bringBack(copy, text)).toThrow(/one place.*cannot be one/s);
  });

  test('an event that differs from the one here', () => {
    const profile = openStudied();
    const text = takeOut(profile).replace('"takenMs":', '"takenMs":1');
    expect(() => bringBack(profile, text)).toThrow(/is another one here/);
  });
});

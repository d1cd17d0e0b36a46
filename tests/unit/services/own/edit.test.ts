import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { syncDecks } from '../../../../src-main/services/decks/sync.ts';
import { addPicture } from '../../../../src-main/services/media.ts';
import {
  beginOwnDeck,
  checkDraft,
  openOwnCard,
  removeOwnCard,
  saveOwnCard,
} from '../../../../src-main/services/own/edit.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { writeDeck } from '../../../helpers/decks.ts';
import { probes } from '../../../helpers/probes.ts';
import { answer, at, makeFolder, openTestProfile, readState, toCardId } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

/** A file as a careful person keeps it, with comments, a blank line and a quotation of its own. */
const kept = `# My own deck
deck: mine
title: 'Mine'   # for the interview
topic: mine

cards:
  # the first
  - id: mine.one
    kind: basic
    ask: "What is one?" # asked often
    answer: |
      It is the first.

      And odd.

  - { id: mine.two, kind: basic, ask: What is two?, answer: Even. }

  # the last
  - id: mine.three
    kind: basic
    ask: What is three?
    answer: Odd again.
    tags: [numbers]
`;

function openWith(text: string): { profile: Profile; file: string; read(): string } {
  const dir = makeFolder();
  const file = writeDeck(dir, 'mine.yaml', text);
  const profile = openTestProfile(dir, now);
  return { profile, file, read: () => fs.readFileSync(file, 'utf8') };
}

const save = (profile: Profile, id: string, card: object, base = openOwnCard(profile, toCardId(id)).text) =>
  saveOwnCard(profile, {
    deck: 'mine',
    cardId: toCardId(id),
    base,
    text: JSON.stringify(card),
    isText: false,
  });

describe('an edited card', () => {
  test.each([kept, kept.replaceAll('\n', '\r\n')])('changes its own lines and no others (%#)', text => {
    const { profile, read } = openWith(text);
    const { card } = openOwnCard(profile, toCardId('mine.one'));
    expect(save(profile, 'mine.one', { ...card, answer: 'The only one.' })).toEqual({
      kind: 'saved',
      cardId: 'mine.one',
    });
    const newLine = text.includes('\r') ? '\r\n' : '\n';
    expect(read()).toBe(
      text.replace(
        ['answer: |', '      It is the first.', '', '      And odd.'].join(newLine),
        'answer: The only one.',
      ),
    );
    expect(profile.store.content.card(toCardId('mine.one'))?.content).toMatchObject({
      answer: 'The only one.',
    });
  });

  test('in braces stays in braces; a field that is emptied goes, a new one comes last', () => {
    const { profile, read } = openWith(kept);
    save(profile, 'mine.two', { kind: 'basic', ask: 'What is two?', answer: 'A prime.' });
    save(profile, 'mine.three', {
      kind: 'basic',
      ask: 'What is three?',
      answer: 'Odd again.',
      say: 'Three: odd.',
    });
    expect(read()).toBe(
      kept
        .replace(
          '{ id: mine.two, kind: basic, ask: What is two?, answer: Even. }',
          '{"id":"mine.two","kind":"basic","ask":"What is two?","answer":"A prime."}',
        )
        .replace('    tags: [numbers]\n', '    say: "Three: odd."\n'),
    );
  });

  test('written as text keeps the lines as they were typed, comments too', () => {
    const { profile, read } = openWith(kept);
    const { text } = openOwnCard(profile, toCardId('mine.three'));
    const typed = `${text} # enough\nreason: Because.`;
    const saved = saveOwnCard(profile, {
      deck: 'mine',
      cardId: toCardId('mine.three'),
      base: text,
      text: typed,
      isText: true,
    });
    expect(saved.kind).toBe('saved');
    expect(read()).toBe(
      kept.replace('tags: [numbers]\n', 'tags: [numbers] # enough\n    reason: Because.\n'),
    );
    expect(
      saveOwnCard(profile, {
        deck: 'mine',
        cardId: toCardId('mine.three'),
        base: typed,
        text: typed.replace('mine.three', 'mine.four'),
        isText: true,
      }),
    ).toEqual({ kind: 'faulty', faults: [{ field: 'id', message: expect.stringContaining('mine.three') }] });
  });

  test('keeps its progress', () => {
    const { profile } = openWith(kept);
    answer(profile, 'mine.one', 4, now);
    const before = readState(profile, 'mine.one');
    save(profile, 'mine.one', { kind: 'basic', ask: 'Anew?', answer: 'Yes.' });
    expect(readState(profile, 'mine.one')).toEqual(before);
  });

  test('that was edited outside meanwhile is a conflict, and nothing is written until one is chosen', () => {
    const { profile, file, read } = openWith(kept);
    const { text: base } = openOwnCard(profile, toCardId('mine.three'));
    const outside = kept.replace('Odd again.', 'A prime.');
    fs.writeFileSync(file, outside);
    const mine = { kind: 'basic', ask: 'What is three?', answer: 'Mine.' };
    const met = save(profile, 'mine.three', mine, base);
    expect(met).toEqual({ kind: 'conflict', theirs: expect.stringContaining('answer: A prime.') });
    expect(read()).toBe(outside);
    const theirs = met.kind === 'conflict' ? (met.theirs ?? '') : '';
    expect(save(profile, 'mine.three', mine, theirs).kind).toBe('saved');
    expect(read()).toContain('answer: Mine.');
  });

  test('beside another one that was edited outside is no conflict, and both stay', () => {
    const { profile, file, read } = openWith(kept);
    const { text: base } = openOwnCard(profile, toCardId('mine.three'));
    fs.writeFileSync(file, kept.replace('Even.', 'Twice one.'));
    expect(save(profile, 'mine.three', { kind: 'basic', ask: 'Three?', answer: 'Mine.' }, base).kind).toBe(
      'saved',
    );
    expect(read()).toContain('Twice one.');
    expect(read()).toContain('answer: Mine.');
  });

  test('that is gone from its file is a conflict; it can be kept as a new one', () => {
    const { profile, file, read } = openWith(kept);
    const { text: base } = openOwnCard(profile, toCardId('mine.three'));
    fs.writeFileSync(file, kept.slice(0, kept.indexOf('  # the last')));
    const draft = { kind: 'basic', ask: 'Three?', answer: 'Mine.' };
    expect(save(profile, 'mine.three', draft, base)).toEqual({ kind: 'conflict', theirs: null });
    const again = saveOwnCard(profile, {
      deck: 'mine',
      cardId: null,
      base: null,
      text: JSON.stringify(draft),
      isText: false,
    });
    expect(again).toEqual({
      kind: 'saved',
      cardId: expect.stringMatching(/^mine\.three/),
    });
    expect(read()).toContain('answer: Mine.');
  });
});

describe('a file that lives outside of the app', () => {
  const one = { kind: 'basic', ask: 'What is one?', answer: 'New.' };

  test('keeps the comment behind a field that changes', () => {
    const { profile, read } = openWith(kept);
    const { card } = openOwnCard(profile, toCardId('mine.one'));
    save(profile, 'mine.one', { ...card, ask: 'Which is the first?' });
    expect(read()).toBe(kept.replace('"What is one?" # asked often', 'Which is the first? # asked often'));
  });

  test('that broke, or lost the card, and was read by the app since: the line is told, or the conflict', () => {
    const { profile, file } = openWith(kept);
    const { text: base } = openOwnCard(profile, toCardId('mine.three'));
    fs.writeFileSync(file, `${kept}  - id: [\n`);
    syncDecks(profile);
    expect(() => save(profile, 'mine.three', one, base)).toThrow(/from line \d+ on/);
    fs.writeFileSync(file, kept.slice(0, kept.indexOf('  # the last')));
    syncDecks(profile);
    expect(save(profile, 'mine.three', one, base)).toEqual({ kind: 'conflict', theirs: null });
  });

  test('loses the whole item of a card whose dash stands above a comment with a dash', () => {
    const { profile, read } = openWith(
      kept.replace('  - id: mine.three', '  -\n    # well-known\n    id: mine.three'),
    );
    removeOwnCard(profile, toCardId('mine.three'), openOwnCard(profile, toCardId('mine.three')).text);
    expect(read()).toBe(kept.slice(0, kept.indexOf('  - id: mine.three')));
    expect(profile.store.content.files().flatMap(({ faults }) => faults)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')(
    'stays the link that it is, and its target keeps its permissions',
    () => {
      const { profile, file } = openWith(kept);
      const target = path.join(profile.dir, 'checkout.yaml');
      fs.renameSync(file, target);
      fs.chmodSync(target, 0o640);
      fs.symlinkSync(target, file);
      expect(save(profile, 'mine.one', one).kind).toBe('saved');
      expect(fs.lstatSync(file).isSymbolicLink()).toBe(true);
      expect(fs.readFileSync(target, 'utf8')).toContain('answer: New.');
      expect(fs.statSync(target).mode & 0o777).toBe(0o640);
    },
  );
});

describe('what is refused, with the file as it was', () => {
  test.each<[string, object, string | null]>([
    ['a kind that there is not', { kind: 'riddle', ask: 'What?', answer: 'That.' }, 'kind'],
    ['an answer that is missing', { kind: 'basic', ask: 'What?' }, 'answer'],
    ['a gap that is not closed', { kind: 'cloze', text: 'A {{gap' }, 'text'],
    [
      'two right options',
      {
        kind: 'choice',
        ask: 'Which?',
        options: [
          { text: 'a', right: true },
          { text: 'b', right: true },
        ],
      },
      'options',
    ],
    [
      'a figure outside of its range',
      { kind: 'number', ask: 'How many?', value: 9, unit: 'ms', accept: [1, 2] },
      'accept',
    ],
    [
      'a figure that is a text',
      { kind: 'number', ask: 'How many?', value: 'ten', unit: 'ms', accept: [1, 20] },
      'value',
    ],
    ['a field that there is not', { kind: 'basic', ask: 'What?', answer: 'That.', colour: 'red' }, 'colour'],
  ])('%s', (_name, card, field) => {
    const { profile, read } = openWith(kept);
    const saved = save(profile, 'mine.one', card);
    expect(saved.kind === 'faulty' ? saved.faults[0]?.field : saved.kind).toBe(field);
    expect(read()).toBe(kept);
    const { sides, faults } = checkDraft(profile, JSON.stringify(card));
    expect([sides, faults[0]?.field]).toEqual([null, field]);
  });

  test('a text that is no YAML, and one that is no card', () => {
    const { profile } = openWith(kept);
    expect(checkDraft(profile, 'ask: [').faults).toMatchObject([
      { field: null, message: expect.stringMatching(/YAML/) },
    ]);
    expect(checkDraft(profile, 'just words').faults).toMatchObject([{ field: null }]);
    expect(checkDraft(profile, '').faults).toHaveLength(1);
    const bomb = `a: &a [x]\n${'bcdefghij'
      .split('')
      .map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[n]}`)}]`)
      .join('\n')}`;
    expect(checkDraft(profile, bomb).sides).toBeNull();
  });

  test('a file that cannot be read any more, with the line', () => {
    const { profile, file, read } = openWith(kept);
    const { text: base } = openOwnCard(profile, toCardId('mine.one'));
    const broken = kept.replace("title: 'Mine'", "title: 'Mine");
    fs.writeFileSync(file, broken);
    expect(() => save(profile, 'mine.one', { kind: 'basic', ask: 'a', answer: 'b' }, base)).toThrow(
      /mine\.yaml cannot be read from line \d+ on/,
    );
    expect(read()).toBe(broken);
  });

  test('a card that lives on an alias, and a built-in one', () => {
    const { profile, read } = openWith(
      kept.replace('answer: Even.', 'answer: &even Even.').replace('answer: Odd again.', 'answer: *even'),
    );
    const before = read();
    expect(() => save(profile, 'mine.three', { kind: 'basic', ask: 'a', answer: 'b' })).toThrow('borrows');
    expect(read()).toBe(before);
    const builtIn = profile.store.content.activeCards().find(({ path: file }) => file.startsWith('built-in'));
    expect(() => openOwnCard(profile, toCardId(builtIn?.cardId ?? ''))).toThrow('built in');
  });
});

describe('new cards, new decks, and cards that go', () => {
  test('the only card that says what another borrows stays', () => {
    const text =
      'deck: mine\ntitle: Mine\ntopic: mine\ncards: [{ id: mine.one, kind: basic, ask: &a One, answer: b }, { id: mine.two, kind: basic, ask: Two, answer: *a }]\n';
    const { profile, read } = openWith(text);
    const { text: base } = openOwnCard(profile, toCardId('mine.one'));
    expect(() => removeOwnCard(profile, toCardId('mine.one'), base)).toThrow('could not be written');
    expect(read()).toBe(text);
  });

  test('each kind of card is written into a deck that was just begun, and read back', () => {
    const profile = openTestProfile(makeFolder(), now);
    const deck = beginOwnDeck(profile, 'Mein Größtes: Übung');
    expect(deck).toBe('mein-gro-tes-ubung');
    expect(beginOwnDeck(profile, 'Mein Größtes: Übung')).toBe(`${deck}-2`);
    for (const { id: _id, ...card } of [
      probes.basic,
      probes.cloze,
      probes.choice,
      probes.number,
      probes.contrast,
      probes.scenario,
    ]) {
      const saved = saveOwnCard(profile, {
        deck,
        cardId: null,
        base: null,
        text: stringify(card),
        isText: false,
      });
      expect(saved.kind).toBe('saved');
      const id = saved.kind === 'saved' ? saved.cardId : toCardId('');
      expect(id).toMatch(/^mein-gro-tes-ubung\./);
      expect(openOwnCard(profile, id).card).toEqual({ id, ...card });
      expect(checkDraft(profile, openOwnCard(profile, id).text)).toMatchObject({
        sides: { body: { kind: card.kind } },
        faults: [],
      });
    }
    expect(
      profile.store.content.activeCards().filter(({ path: file }) => file.includes('mein')),
    ).toHaveLength(6);
  });

  test('a new card comes behind the last one, and the rest of the file stays', () => {
    const { profile, read } = openWith(kept);
    const text = JSON.stringify({ kind: 'basic', ask: 'What is four?', answer: 'Even.' });
    expect(saveOwnCard(profile, { deck: 'mine', cardId: null, base: null, text, isText: false })).toEqual({
      kind: 'saved',
      cardId: 'mine.what-is-four',
    });
    expect(read()).toBe(
      `${kept}  - id: mine.what-is-four\n    kind: basic\n    ask: What is four?\n    answer: Even.\n`,
    );
  });

  test('a card that is taken out goes with its lines alone; its history stays', () => {
    const { profile, read } = openWith(kept);
    answer(profile, 'mine.two', 3, now);
    const remove = (id: string) =>
      removeOwnCard(profile, toCardId(id), openOwnCard(profile, toCardId(id)).text);
    expect(removeOwnCard(profile, toCardId('mine.two'), 'other')).toMatchObject({ kind: 'conflict' });
    expect(remove('mine.two')).toEqual({ kind: 'removed' });
    expect(read()).toBe(kept.replace(/ {2}- \{.*\}\n/, ''));
    expect(readState(profile, 'mine.two').reps).toBe(1);
    remove('mine.one');
    remove('mine.three');
    expect(profile.store.content.activeCards().filter(({ path: file }) => file.includes('mine'))).toEqual([]);
    expect(read()).toContain('# My own deck');
    const text = JSON.stringify({ kind: 'basic', ask: 'Anew?', answer: 'Yes.' });
    expect(saveOwnCard(profile, { deck: 'mine', cardId: null, base: null, text, isText: false }).kind).toBe(
      'saved',
    );
  });
});

describe('pictures', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  test('are kept once under the fingerprint of what they are; what is none, or too large, is refused', () => {
    const profile = openTestProfile(makeFolder(), now);
    const name = addPicture(profile.dir, png);
    expect(name).toMatch(/^[0-9a-f]{32}\.png$/);
    expect(addPicture(profile.dir, png)).toBe(name);
    const folder = path.join(profile.dir, 'media');
    expect(fs.readFileSync(path.join(folder, name))).toEqual(png);
    expect(() => addPicture(profile.dir, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toThrow(
      'no picture',
    );
    expect(() => addPicture(profile.dir, Buffer.concat([png, Buffer.alloc(5_000_000)]))).toThrow('too large');
    expect(fs.readdirSync(folder)).toEqual([name]);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createHandlers, runHandler } from '../../../src-main/ipc/handlers.ts';
import { listDeckFiles } from '../../../src-main/services/decks/list.ts';
import { readCsvDeck } from '../../../src-main/services/exchange/text/csv-deck.ts';
import { readMarkdownDeck } from '../../../src-main/services/exchange/text/markdown-deck.ts';
import { checkDraft } from '../../../src-main/services/own/edit.ts';
import { readPlace } from '../../../src-main/windows/place-file.ts';
import { parseQuery, searchFields } from '../../../src-shared/domain/search/query.ts';
import { importHere } from '../../helpers/anki/exchange.ts';
import { basic, makePackage, png } from '../../helpers/anki/make-package.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import { bringBack, takeOut } from '../../helpers/exports.ts';
import { probes } from '../../helpers/probes.ts';
import { answer, at, makeFolder, openTestProfile, openWithCards, reopen } from '../../helpers/profile.ts';
import { makeShell } from '../../helpers/shell.ts';

const now = at('2026-11-24T09:00:00Z');

/** Names that every object has, though nobody gave them to it. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
/** A value that would make every object say so, if it came into their common ancestor. */
const evil = '{"polluted":true,"prototype":{"polluted":true},"sandbox":false}';

const before = Object.getOwnPropertyNames(Object.prototype).toSorted();
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).toSorted()).toEqual(before);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(Reflect.get(() => undefined, 'polluted')).toBeUndefined();
});

/** A text of JSON with such a name in each of its objects, one object at a time. */
function poison(json: string): string[] {
  const places = [...json.matchAll(/\{(?=")/g)].map(({ index }) => index + 1);
  return places.flatMap(place =>
    names.slice(0, 2).map(name => `${json.slice(0, place)}"${name}":${evil},${json.slice(place)}`),
  );
}

describe('names that every object has are names like others', () => {
  test('in decks and in drafts of cards: a fault, and the other cards come in', () => {
    const profile = openTestProfile(makeFolder(), now, 'none');
    const plain = formatDeck([{ id: 'one.1' }], { deck: 'one' });
    const poisoned = names.map(
      name =>
        `  - { id: x.${name.toLowerCase().replaceAll('_', '')}, kind: basic, ask: a, answer: b, ${name}: ${evil} }`,
    );
    writeDeck(profile.dir, 'one.yaml', `${plain}${poisoned.join('\n')}\n`);
    names.forEach((name, n) => void writeDeck(profile.dir, `head-${n}.yaml`, `${name}: ${evil}\n${plain}`));
    const again = reopen(profile, now);
    const { decks, faults } = listDeckFiles(again);
    expect(decks).toMatchObject([{ id: 'one', cards: 1 }]);
    for (const name of names) expect(faults.map(({ field }) => field)).toContain(name);
    // The first is no field of anything, and is left out before the fields are looked at.
    for (const name of names.slice(1))
      expect(checkDraft(again, `kind: basic\nask: a\nanswer: b\n${name}: ${evil}`).sides).toBeNull();
  });

  test('as a word of a scenario: one that nobody explained', () => {
    const profile = openTestProfile(makeFolder(), now, 'none');
    const { scenario } = probes;
    const freshness_s = scenario.facts.freshness_s.map(one => ({ ...one, say: `${one.say} {constructor}` }));
    writeDeck(
      profile.dir,
      'one.yaml',
      formatDeck([{ ...scenario, facts: { freshness_s } }], { deck: 'one' }),
    );
    const { decks, faults } = listDeckFiles(reopen(profile, now));
    expect(decks).toMatchObject([{ cards: 0 }]);
    expect(faults[0]?.message).toContain('constructor');
  });

  test('in an export of everything: refused or brought in, and nothing of it stays', () => {
    const profile = openWithCards(now, 1);
    answer(profile, 'one.1', 3, now);
    const whole = takeOut(profile);
    const poisoned = poison(whole);
    expect(poisoned.length).toBeGreaterThan(10);
    for (const text of poisoned) {
      const other = openTestProfile(makeFolder(), now, 'none');
      try {
        bringBack(other, text);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ProblemError' });
      }
      expect(takeOut(other)).not.toContain('polluted');
      other.close();
    }
  });

  test('as fields, tags, decks and pictures of an Anki package', async () => {
    for (const name of names) {
      const profile = openWithCards(now, 0);
      const type = {
        ...basic,
        id: 7,
        name,
        fields: [name, 'Back'],
        templates: [[`{{${name}}}{{#${name}}}+{{/${name}}}`, '{{Back}}']] as [string, string][],
      };
      const file = makePackage('anki2', {
        notetypes: [type],
        notes: [{ id: 1, guid: name, mid: 7, fields: [`Front <img src="${name}">`, 'B'], tags: ` ${name} ` }],
        cards: [{ id: 1, nid: 1 }],
        media: { [name]: png },
      });
      expect(await importHere(profile, file, now)).toMatchObject({ added: 1, media: 1 });
    }
  });

  test('in tables, texts and searches', () => {
    const head = names.join(',');
    expect(readCsvDeck(`front,back,${head}\na,b,${head}`).cards).toMatchObject([{ front: 'a', back: 'b' }]);
    for (const name of names) {
      expect(() => readMarkdownDeck(`# ${name}\n\n## ${name}\n\n${name}\n`)).not.toThrow();
      for (const term of [name, `${name}:x`, `is:${name}`, `prop:${name}<1`, `has:${name}`])
        expect(Object.keys(parseQuery(term))).toHaveLength(1);
      for (const field of searchFields)
        expect(JSON.stringify(parseQuery(`${field}:${name}`)).toLowerCase()).toContain(
          `"value":"${name.toLowerCase()}"`,
        );
    }
  });

  test('in what a page asks for, and in the file of the window’s place', async () => {
    const profile = openWithCards(now, 1);
    const handlers = createHandlers(profile, makeShell());
    const settings = await runHandler(
      handlers,
      'settings:set',
      JSON.parse(`{"__proto__":{"newPerDay":1},"constructor":${evil}}`),
      now,
    );
    expect(settings.newPerDay).toBe(20);
    expect(Object.keys(settings)).not.toContain('constructor');
    const place = '{"x":0,"y":0,"width":900,"height":600,"state":"normal"}';
    for (const text of poison(place)) {
      fs.writeFileSync(path.join(profile.dir, 'window.json'), text);
      expect(readPlace(profile.dir)).toEqual(JSON.parse(place));
    }
  });
});

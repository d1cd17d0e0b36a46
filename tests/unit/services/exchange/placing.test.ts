import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { beginPlacing } from '../../../../src-main/services/exchange/placing.ts';
import type { Profile } from '../../../../src-main/services/profile.ts';
import { formatDeck, makeCards } from '../../../helpers/decks.ts';
import { at, openWithCards, reopen } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');
const [before, after] = [3, 5].map(count => formatDeck(makeCards(count)));
const added = formatDeck(makeCards(2, 'two'), { deck: 'second' });

/** A profile of three cards whose process ended when these files, of two that were to be placed, were in their place. */
function endAfter(...placed: string[]): Profile {
  const profile = openWithCards(now, 3);
  const files = [
    { name: 'one.yaml', text: after ?? '' },
    { name: 'two.yaml', text: added },
  ];
  beginPlacing(profile, files);
  for (const { name, text } of files) {
    const file = path.join(profile.ownDecks, name);
    fs.writeFileSync(placed.includes(name) ? file : `${file}.new`, text);
  }
  return profile;
}

const listDir = (profile: Profile): string[] => fs.readdirSync(profile.ownDecks).sort();

describe('deck files of an import whose process was ended', () => {
  test.each([[[]], [['one.yaml']], [['one.yaml', 'two.yaml']]])(
    'are as before, where the log never got what they belong to (%j were placed)',
    placed => {
      const again = reopen(endAfter(...placed), now);
      expect(listDir(again)).toEqual(['one.yaml']);
      expect(fs.readFileSync(path.join(again.ownDecks, 'one.yaml'), 'utf8')).toBe(before);
      expect(again.store.content.activeCards()).toHaveLength(3);
      expect(fs.existsSync(path.join(again.dir, 'placing.json'))).toBe(false);
    },
  );

  test('stay, where it did; and what is written later stays too', () => {
    const profile = endAfter('one.yaml', 'two.yaml');
    const note = path.join(profile.dir, 'placing.json');
    const text = fs.readFileSync(note);
    fs.rmSync(note);
    const committed = reopen(profile, now);
    fs.writeFileSync(note, text);
    const again = reopen(committed, now);
    expect(again.store.content.activeCards()).toHaveLength(7);
    expect(fs.existsSync(note)).toBe(false);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixClock } from '../../../src-main/clock.ts';
import { createLog } from '../../../src-main/lifecycle/log.ts';
import { reportCard } from '../../../src-main/services/cards.ts';
import { addPicture } from '../../../src-main/services/media.ts';
import { beginOwnDeck } from '../../../src-main/services/own/edit.ts';
import { keepPlace } from '../../../src-main/windows/place-file.ts';
import { png } from '../../helpers/anki/make-package.ts';
import { formatDeck, writeDeck } from '../../helpers/decks.ts';
import {
  answer,
  at,
  makeFolder,
  openTestProfile,
  openWithCards,
  reopen,
  toCardId,
} from '../../helpers/profile.ts';

const now = at('2026-11-24T09:00:00Z');

/** What others than its owner may do with anything in a folder. */
function listOpen(dir: string): string[] {
  const all = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' });
  return all.filter(name => (fs.lstatSync(path.join(dir, name)).mode & 0o077) !== 0).toSorted();
}

describe.skipIf(process.platform === 'win32')('only its owner can read', () => {
  test('a new profile and what comes into it: answers, decks, pictures, reports, the log', () => {
    const dir = path.join(makeFolder(), 'profile');
    writeDeck(dir, 'one.yaml', formatDeck([{ id: 'one.1' }]));
    for (const name of ['', 'decks']) fs.chmodSync(path.join(dir, name), 0o700);
    fs.chmodSync(path.join(dir, 'decks', 'one.yaml'), 0o600);
    const profile = openTestProfile(dir, now, path.join(dir, 'none'));
    answer(profile, 'one.1', 3, now);
    reportCard(profile, toCardId('one.1'), 'wrong', now);
    beginOwnDeck(profile, 'My own');
    addPicture(dir, png);
    keepPlace(dir, { x: 0, y: 0, width: 900, height: 600, state: 'normal' });
    createLog(dir, fixClock(now))(new Error('x'));
    expect(fs.readdirSync(dir)).toEqual(
      expect.arrayContaining([
        'baseline.db',
        'baseline.db-wal',
        'baseline.db-shm',
        'lock',
        'lock.json',
        'decks',
        'media',
      ]),
    );
    expect(listOpen(dir)).toEqual([]);
  });

  test('what an earlier version left open to others, once it is opened again', () => {
    const profile = openWithCards(now, 1);
    profile.close();
    for (const name of ['baseline.db', 'lock', 'lock.json'])
      fs.chmodSync(path.join(profile.dir, name), 0o644);
    reopen(profile, now);
    expect(listOpen(profile.dir).filter(name => !name.startsWith('decks'))).toEqual([]);
  });
});

test.skipIf(process.platform === 'win32')('the folder of a new profile is its owner’s alone', () => {
  const dir = path.join(makeFolder(), 'a', 'profile');
  openTestProfile(dir, now, path.join(dir, 'none'));
  expect(
    [dir, path.dirname(dir), path.join(dir, 'decks')].map(each => fs.statSync(each).mode & 0o777),
  ).toEqual([0o700, 0o700, 0o700]);
});

import { expect, test } from 'vitest';
import { checkProfile } from '../../../src-main/services/check.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { repairProfile } from '../../../src-main/services/repair.ts';
import { zeroPages } from '../../helpers/damage-files.ts';
import { at, openTestProfile, tamper } from '../../helpers/profile.ts';
import { liveFully } from '../../migrations/life.ts';

const now = at('2026-11-26T08:00:00Z');

/** Lives, closes, changes the database behind Baseline's back, and opens it again. */
function openAfter(change: (dir: string) => void): Profile {
  const profile = liveFully();
  profile.close();
  change(profile.dir);
  return openTestProfile(profile.dir, now, profile.builtInDecks);
}

const readLog = (profile: Profile): unknown[] => [...profile.store.log.scan()];

test.each([
  ['a card’s state', 'UPDATE card_state SET reps = reps + 1'],
  ['a setting', `UPDATE setting SET value = '9' WHERE key = 'newPerDay'`],
  ['an operation’s status', `UPDATE operation SET status = 'dropped' WHERE status = 'done'`],
  ['a mock interview', 'UPDATE mock_attempt SET total = 99'],
  ['a round', 'DELETE FROM round'],
  ['where a device stands', 'UPDATE device SET last_seq = last_seq - 1'],
  ['what triggers count', 'UPDATE due_tally SET cards = cards + 1'],
  ['a card’s text', `UPDATE card SET content = replace(content, 'one', 'two')`],
])('%s that differs from the log is made anew, and the log stays', (_name, sql) => {
  const profile = openAfter(dir => tamper(dir, sql));
  const log = readLog(profile);
  expect(checkProfile(profile).mend).toBe('tables');
  expect(repairProfile(profile).did).toHaveLength(2);
  expect(checkProfile(profile)).toMatchObject({ faults: [], mend: 'nothing' });
  expect(readLog(profile)).toEqual(log);
});

test('a file that SQLite finds damaged is made anew, with every event, and the old one is kept', () => {
  const profile = openAfter(dir => zeroPages(dir, 'event_by_day'));
  const { found, did } = repairProfile(profile);
  expect(found.mend).toBe('file');
  expect(did.join()).toMatch(/from all 38 events.*damaged-20261126T080000Z/);
  expect(checkProfile(profile)).toMatchObject({ faults: [], events: 38 });
});

test('a damaged log is left alone', () => {
  const profile = openAfter(dir => tamper(dir, 'UPDATE event SET rating = 4 WHERE rating = 3'));
  const before = readLog(profile);
  expect(checkProfile(profile).mend).toBe('recovery');
  expect(() => repairProfile(profile)).toThrow('A part of the log itself is damaged.');
  expect(readLog(profile)).toEqual(before);
});

test('where nothing is wrong, nothing is done', () => {
  expect(repairProfile(liveFully())).toMatchObject({ found: { faults: [] }, did: [] });
});

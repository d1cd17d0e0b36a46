import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { changeCard } from '../../../src-main/services/cards.ts';
import { checkProfile } from '../../../src-main/services/check.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { changeSettings } from '../../../src-main/services/settings.ts';
import { answer, at, openTestProfile, openWithCards, readState, tamper } from '../../helpers/profile.ts';
import { liveFully } from '../../migrations/life.ts';

const now = at('2026-11-24T08:00:00Z');

/** Lives, closes, changes the database behind Baseline's back, and checks. */
function checkAfter(sql: string): string[] {
  const profile = liveFully();
  expect(checkProfile(profile).faults).toEqual([]);
  profile.close();
  tamper(profile.dir, sql);
  return checkProfile(openTestProfile(profile.dir, now, profile.builtInDecks)).faults;
}

function findRootPage(file: string, index: string): number {
  const db = new Database(file, { readonly: true });
  const page = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(index);
  db.close();
  if (page === undefined) throw new Error(`There is no index ${index}.`);
  return page;
}

describe('what a check finds', () => {
  test('nothing in a profile that was lived in, whose cards, events and marks it counts', () => {
    expect(checkProfile(liveFully())).toEqual({ events: 38, cards: 7, faults: [], mend: 'nothing' });
  });

  test('nothing where everything was undone', () => {
    const profile = openWithCards(now, 2);
    answer(profile, 'one.1', 3, now);
    changeCard(profile, 'one.2', { kind: 'flag', flag: 1 }, now);
    while (profile.journal.undo(now));
    expect(checkProfile(profile).faults).toEqual([]);
  });

  test.each([
    ['stability', 'stability = stability * 1.0000001', 'memory is'],
    ['due day', 'due_day = due_day + 1', 'dueDay is'],
    ['repetitions', 'reps = reps + 1', 'reps is'],
    ['flag', 'flag = 3', 'flag is 3'],
    ['suspended', 'suspended = 1', 'suspended is true'],
    ['note', `note = 'other'`, 'note is "other"'],
    ['chain', 'chain = chain + 1', 'chain is'],
  ])('a changed state: %s', (_name, change, message) => {
    const [fault, ...others] = checkAfter(`UPDATE card_state SET ${change} WHERE card_id = 'first.one'`);
    expect(fault).toMatch(/^card first\.one: /);
    expect(fault).toContain(message);
    expect(others).toEqual([]);
  });

  test('a state that is missing, one that nothing led to, and one left under a former id', () => {
    expect(checkAfter(`DELETE FROM card_state WHERE card_id = 'one.4'`)).toEqual([
      expect.stringMatching(/^card one\.4: phase is "new", the log gives "review"/),
    ]);
    const copy = `INSERT INTO card_state SELECT 'ID', phase, step, stability, difficulty, reps, lapses, last_day,
      due_day, due_at_ms, chain, suspended, buried_until, flag, tags, note, marked FROM card_state
      WHERE card_id = 'one.4'`;
    expect(checkAfter(copy.replace('ID', 'one.99'))).toEqual([
      expect.stringContaining('card one.99: phase is "review"'),
    ]);
    expect(checkAfter(copy.replace('ID', 'one.1'))).toEqual([
      expect.stringContaining('card one.1: phase is "review"'),
    ]);
  });

  test.each([
    ['undone', `status = 'undone' WHERE type = 'note'`, /^operation \S+: is undone, the log says done$/],
    [
      'done again',
      `status = 'done' WHERE status = 'dropped'`,
      /^operation \S+: is done, the log says dropped$/,
    ],
    ['in reach of redo', `status = 'undone' WHERE status = 'dropped'`, /: is undone, the log says dropped$/],
  ])('an operation that was made %s', (_name, change, message) => {
    expect(checkAfter(`UPDATE operation SET ${change}`)).toContainEqual(expect.stringMatching(message));
  });

  test('an operation that is missing, or that no event belongs to', () => {
    expect(checkAfter(`DELETE FROM operation WHERE type = 'setting' AND status = 'done'`)).toContainEqual(
      expect.stringMatching(/: is missing, the log says done$/),
    );
    expect(checkAfter(`INSERT INTO operation VALUES ('x', 'd', 1, 'flag', NULL, NULL, 'done', 1)`)).toEqual([
      'operation x: is done, the log says not there',
    ]);
  });

  test.each([
    ['in the middle', `type = 'flag'`],
    ['at the end', 'seq = (SELECT max(seq) FROM event)'],
  ])('an event missing %s', (_name, which) => {
    expect(checkAfter(`DELETE FROM event WHERE ${which}`)).toContainEqual(
      expect.stringMatching(/^device \S+: 1 of its 38 events are missing$/),
    );
  });

  test('a mock interview that was altered, and one that nothing began', () => {
    expect(checkAfter(`UPDATE mock_attempt SET total = 100 WHERE total IS NOT NULL`)).toEqual([
      expect.stringMatching(/^mock interview \S+aa: differs from the log$/),
    ]);
    expect(checkAfter(`DELETE FROM mock_attempt WHERE abandoned = 1`)).toEqual([
      expect.stringMatching(/^mock interview \S+bb: differs from the log$/),
    ]);
  });

  test('a round that was altered, and one that is missing', () => {
    for (const change of ['UPDATE round SET held = 1', 'UPDATE round SET over = 0', 'DELETE FROM round'])
      expect(checkAfter(change)).toEqual([expect.stringMatching(/^round \S+cc: differs from the log$/)]);
  });

  test('a sequence set back, which the next event would collide with', () => {
    expect(checkAfter('UPDATE device SET last_seq = last_seq - 1')).toEqual([
      expect.stringMatching(/stands at 37, the log at 38$/),
    ]);
  });

  test.each([
    ['a rating', 'rating = 5 - rating WHERE seq = 2'],
    ['a last digit', 'stability_after = stability_after + 1e-9 WHERE seq = 2'],
    ['a moment', 'at_ms = at_ms + 1 WHERE seq = 5'],
    ['a note', `payload = replace(payload, 'twice', 'thrice') WHERE type = 'note'`],
    ['an owner', `card_id = 'one.2' WHERE type = 'flag'`],
  ])('a flipped bit in the log: %s', (_name, change) => {
    expect(checkAfter(`UPDATE event SET ${change}`)).toEqual([
      expect.stringMatching(/^event \S+: its checksum does not hold$/),
    ]);
  });

  test('a changed setting, changed weights, and a setting from nowhere', () => {
    expect(checkAfter(`UPDATE setting SET value = '9' WHERE key = 'newPerDay'`)).toEqual([
      'setting newPerDay: is 9, the log says 7',
    ]);
    expect(checkAfter(`DELETE FROM setting WHERE key = 'weights'`)).toContainEqual(
      expect.stringMatching(/^setting weights: is not set, the log says \[/),
    );
    expect(checkAfter(`INSERT INTO setting VALUES ('theme', '"dark"')`)).toEqual([
      'setting theme: is "dark", the log says not set',
    ]);
  });

  test('a changed alias', () => {
    expect(checkAfter(`UPDATE card_alias SET former_id = 'one.77'`)).toContain(
      'the table of renamed cards differs from the log',
    );
  });

  test('pages of the file that were overwritten, without falling over', () => {
    const profile = liveFully();
    profile.close();
    const file = path.join(profile.dir, 'baseline.db');
    const bytes = fs.readFileSync(file);
    // A page of an index that nothing reads at the start: the file still opens, and only a check meets it.
    const page = findRootPage(file, 'event_by_day');
    bytes.fill(0, (page - 1) * 4096, page * 4096);
    fs.writeFileSync(file, bytes);
    const damaged = openTestProfile(profile.dir, now, profile.builtInDecks);
    const { faults } = checkProfile(damaged);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.every(fault => fault.startsWith('database: '))).toBe(true);
  });
});

describe('one action is one transaction', () => {
  /** A profile whose database refuses to store states, so that every action fails half way. */
  function openFailing(trigger: string): Profile {
    const profile = openWithCards(now, 2);
    answer(profile, 'one.1', 3, now);
    changeSettings(profile, { newPerDay: 9 }, now);
    profile.close();
    tamper(
      profile.dir,
      `CREATE TRIGGER fail BEFORE INSERT ON ${trigger} BEGIN SELECT raise(ABORT, 'no room'); END`,
    );
    return openTestProfile(profile.dir, now, profile.builtInDecks);
  }

  function describeAll(profile: Profile): unknown {
    return {
      log: [...profile.store.log.scan()],
      states: [...profile.store.states.all()],
      annulled: profile.store.log.annulled(),
      missing: profile.store.log.missingOperations(),
      strays: profile.store.log.strayOperations(),
      seqs: profile.store.log.lastSeqs(),
      settings: profile.journal.settings(),
    };
  }

  test.each([
    ['an answer', 'card_state', (profile: Profile) => answer(profile, 'one.2', 1, now)],
    ['an undo', 'operation', (profile: Profile) => profile.journal.undo(now)],
    [
      'a change of settings',
      'setting',
      (profile: Profile) => changeSettings(profile, { theme: 'dark' }, now),
    ],
    [
      'a change of weights',
      'setting',
      (profile: Profile) =>
        profile.journal.commit(now, [{ type: 'parameters', weights: Array.from({ length: 21 }, () => 1) }]),
    ],
  ])('%s that fails leaves nothing, on disk or in memory', (_name, trigger, act) => {
    const profile = openFailing(trigger);
    const before = describeAll(profile);
    const model = profile.journal.model();
    expect(() => act(profile)).toThrow('no room');
    expect(describeAll(profile)).toEqual(before);
    expect(profile.journal.model().next(null, 0, 3)).toEqual(model.next(null, 0, 3));
    expect(checkProfile(profile).faults).toEqual([]);
    expect(readState(profile, 'one.2').phase).toBe('new');
  });
});

test('a clock that cannot be right is refused before anything is written', () => {
  const profile = openWithCards(now, 1);
  expect(() => answer(profile, 'one.1', 3, at('2261-01-01T00:00:00Z'))).toThrow(
    'The clock stands at 2261-01-01',
  );
  expect([...profile.store.log.scan()]).toEqual([]);
  answer(profile, 'one.1', 3, at('2199-12-31T00:00:00Z'));
  answer(profile, 'one.1', 3, at('1969-07-20T00:00:00Z'));
  expect(checkProfile(profile)).toMatchObject({ events: 2, faults: [] });
});

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { checkProfile } from '../../src-main/services/check.ts';
import { createRandom } from '../../src-shared/domain/random.ts';
import { damages, judge, makeTemplate, type Template } from '../helpers/damage.ts';
import { answer, at, openWithCards, reopen } from '../helpers/profile.ts';
import { countRuns } from '../helpers/runs.ts';

const now = at('2026-11-24T08:00:00Z');

let folder: string;
let template: Template;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-damage-'));
  template = makeTemplate(folder);
  return () => fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

test.each(damages.flips)(
  '$name: the profile works, or a check or the recovery tells; one event at most is lost, none made up',
  damage => {
    for (let run = 0; run < countRuns(5); run++) {
      const { answer, lost, faults } = judge(damage, template, path.join(folder, 'try'), createRandom(run));
      expect({ run, answer, lost, faults }).toEqual({ run, answer, lost, faults: [] });
    }
  },
  600_000,
);

test.each(damages.others)(
  '$name is met by the answers that it may have',
  damage => {
    for (let run = 0; run < countRuns(1); run++) {
      const { answer, faults } = judge(damage, template, path.join(folder, 'try'), createRandom(run));
      expect({ run, answer, faults }).toEqual({ run, answer, faults: [] });
    }
  },
  600_000,
);

test('a schema in which a word of what is derived has changed is made anew, and nothing is lost', () => {
  const profile = openWithCards(now, 2);
  answer(profile, 'one.1', 3, now);
  profile.close();
  const db = new Database(path.join(profile.dir, 'baseline.db'));
  db.unsafeMode();
  db.pragma('writable_schema = ON');
  db.exec("UPDATE sqlite_schema SET sql = replace(sql, 'contentless_delete = 1', 'contentless_delete = 0')");
  db.close();
  // So that the next start takes cards out of the search.
  fs.rmSync(path.join(profile.ownDecks, 'one.yaml'));
  const again = reopen(profile, now);
  expect(checkProfile(again)).toMatchObject({ events: 1, faults: [] });
  expect(fs.readdirSync(profile.dir).filter(name => name.startsWith('damaged-'))).toHaveLength(1);
});

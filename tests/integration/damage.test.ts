import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../src-shared/domain/random.ts';
import { damages, judge, makeTemplate, type Template } from '../helpers/damage.ts';
import { countRuns } from '../helpers/runs.ts';

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

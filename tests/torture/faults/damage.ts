import path from 'node:path';
import { createRandom } from '../../../src-shared/domain/random.ts';
import { type Damage, damages, judge, makeTemplate } from '../../helpers/damage.ts';
import { beginOutcome, type Conditions, countTries, type Fault, type Outcome } from '../fault.ts';
import { addTry } from '../inspect.ts';
import { inFolder } from '../templates.ts';

/**
 * Damage to the database's files. What cannot be read any more is lost, but never without a word: `lost` counts the
 * events that were, or that a damage cost which may not cost so many.
 */
export const damageFaults: readonly Fault[] = [
  ...damages.flips.map(damage => makeFault(damage, 200)),
  ...damages.others.map(damage => makeFault(damage, 20)),
];

function makeFault(damage: Damage, tries: number): Fault {
  return {
    name: `damage: ${damage.name}`,
    says: 'the profile works, or a check or the recovery tells what is lost; nothing is made up',
    run: conditions => inFolder(folder => tryDamage(damage, tries, folder, conditions)),
  };
}

async function tryDamage(
  damage: Damage,
  tries: number,
  folder: string,
  conditions: Conditions,
): Promise<Outcome> {
  const outcome = beginOutcome();
  const template = makeTemplate(folder);
  for (let index = 0; index < countTries(tries, conditions); index++) {
    const { silent, faults } = judge(
      damage,
      template,
      path.join(folder, 'try'),
      createRandom(conditions.seed * 1000 + index),
    );
    const acknowledged = template.events[damage.of].size;
    addTry(outcome, { acknowledged, lost: silent, faults, where: `try ${index + 1}` });
  }
  return outcome;
}

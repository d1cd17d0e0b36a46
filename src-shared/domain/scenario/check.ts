import { factsSchema } from '../facts.ts';
import { listRelevantFacts } from '../rules/decide.ts';
import { listOptions } from '../rules/decisions.ts';
import type { ScenarioSpec } from './spec.ts';
import { countCombinations, listCases, listCombinations, MOST_COMBINATIONS } from './surfaces.ts';

/** What is wrong with a scenario, and where in it. */
export type ScenarioFault = { path: (string | number)[]; message: string };

const FEWEST_SURFACES = 8;

/**
 * Finds what a schema cannot: values that a fact cannot have, unknown options and words, and whether enough
 * surfaces can be drawn, with each option right in some and a near miss for each.
 */
export function checkScenario(spec: ScenarioSpec): ScenarioFault[] {
  const faults = [...checkOptions(spec), ...checkValues(spec), ...checkWords(spec), ...checkDecoys(spec)];
  return faults.length > 0 ? faults : checkSurfaces(spec);
}

function checkOptions({ decision, options }: ScenarioSpec): ScenarioFault[] {
  const known = listOptions(decision);
  const faults = options.flatMap((option, index) =>
    known.length === 0 || known.includes(option)
      ? []
      : [{ path: ['options', index], message: `${decision} has no option “${option}”` }],
  );
  if (new Set(options).size < options.length)
    faults.push({ path: ['options'], message: 'an option stands twice' });
  return faults;
}

function checkValues(spec: ScenarioSpec): ScenarioFault[] {
  const told = [
    ...Object.entries(spec.fixed).map(([name, value]) => ({ field: 'fixed', name, value })),
    ...(['facts', 'decoys'] as const).flatMap(field =>
      listCases(spec[field]).flatMap(([name, cases]) => cases.map(({ value }) => ({ field, name, value }))),
    ),
  ];
  return told.flatMap(({ field, name, value }) => {
    const result = factsSchema.safeParse({ [name]: value });
    const [issue] = result.success ? [] : result.error.issues;
    return issue ? [{ path: [field, name], message: `${String(value)}: ${issue.message}` }] : [];
  });
}

function checkWords(spec: ScenarioSpec): ScenarioFault[] {
  return (['facts', 'decoys'] as const).flatMap(field =>
    listCases(spec[field]).flatMap(([name, cases]) => {
      const used = cases.flatMap(({ sayings }) =>
        sayings.flatMap(saying => [...saying.matchAll(/\{([^}]*)\}/g)].map(([, word = '']) => word)),
      );
      return [...new Set(used)]
        .filter(word => word !== 'v')
        .flatMap(word =>
          spec.products
            .filter(({ words }) => !Object.hasOwn(words, word))
            .map(product => ({
              path: [field, name],
              message: `says {${word}}, which ${product.name} has no word for`,
            })),
        );
    }),
  );
}

function checkDecoys({ decision, decoys, fixed, facts }: ScenarioSpec): ScenarioFault[] {
  const relevant: readonly string[] = listRelevantFacts(decision);
  return [
    ...Object.keys(decoys)
      .filter(name => relevant.includes(name))
      .map(name => ({ path: ['decoys', name], message: `can decide ${decision}: put it under facts` })),
    ...[...Object.keys(facts), ...Object.keys(decoys)]
      .filter(name => name in fixed)
      .map(name => ({ path: ['fixed', name], message: 'is fixed and varies at once' })),
  ];
}

function checkSurfaces(spec: ScenarioSpec): ScenarioFault[] {
  const count = countCombinations(spec);
  if (count > MOST_COMBINATIONS) {
    return [
      { path: ['facts'], message: `makes ${count} sets of facts; at most ${MOST_COMBINATIONS} stay quick` },
    ];
  }
  const sound = listCombinations(spec);
  const surfaces = sound.length * spec.products.length;
  if (surfaces < FEWEST_SURFACES) {
    const message = `makes ${surfaces} surfaces whose facts settle the answer, clear of the limits; ${FEWEST_SURFACES} are needed`;
    return [{ path: ['facts'], message }];
  }
  return spec.options.flatMap((option, index) => {
    const right = sound.filter(({ answer }) => answer === option);
    if (right.length === 0) return [{ path: ['options', index], message: 'is never right' }];
    return right.some(({ nearMiss }) => nearMiss)
      ? []
      : [{ path: ['options', index], message: 'has no near miss: no single fact turns it' }];
  });
}

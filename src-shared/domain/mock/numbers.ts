import type { Facts } from '../facts.ts';
import {
  averageRate,
  countInstances,
  countShards,
  databaseLoad,
  gradeEstimate,
  peakRate,
  storedBytes,
} from '../rules/arithmetic.ts';
import { programOf, stand } from '../rules/decide.ts';
import type { DefaultId } from '../rules/decisions.ts';

/** The steps of the arithmetic, in the order in which each builds on the ones before. */
export const numberSteps = [
  'average-rate',
  'peak-rate',
  'stored-bytes',
  'databases',
  'redis',
  'brokers',
  'shards',
] as const;
export type NumberStep = (typeof numberSteps)[number];

/** What each step is called, its unit, and the defaults that it exercises. */
export const numberMeta = {
  'average-rate': { name: 'average rate', unit: 'actions/s', defaults: ['scale.math'] },
  'peak-rate': { name: 'peak rate', unit: 'actions/s', defaults: ['scale.math'] },
  'stored-bytes': { name: 'stored bytes', unit: 'bytes', defaults: ['scale.math'] },
  databases: { name: 'database servers', unit: 'servers', defaults: ['throughput.database'] },
  redis: { name: 'Redis instances', unit: 'instances', defaults: ['throughput.redis'] },
  brokers: { name: 'brokers', unit: 'brokers', defaults: ['throughput.broker'] },
  shards: { name: 'shards', unit: 'shards', defaults: ['scale.math', 'throughput.database'] },
} as const satisfies Record<NumberStep, { name: string; unit: string; defaults: readonly DefaultId[] }>;

/** A candidate's own figures so far; later steps are held against them. */
export type OwnNumbers = Partial<Record<NumberStep, number>>;

/**
 * What a step should come to, in its unit, from the facts and the candidate's own earlier figures. Null while a
 * fact behind it is not known. The load of databases and shards is the stated one, else the peak of the actions.
 */
export function expectNumber(step: NumberStep, facts: Facts, own: OwnNumbers = {}): number | null {
  switch (step) {
    case 'average-rate': {
      const { users, actions_per_user_day: actions } = facts;
      return users === undefined || actions === undefined ? null : averageRate(users, actions);
    }
    case 'peak-rate': {
      const average = own['average-rate'] ?? expectNumber('average-rate', facts);
      return average === null ? null : peakRate(average, facts.peak_to_average);
    }
    case 'stored-bytes':
      return expectStored(facts);
    case 'databases': {
      const load = expectLoad(facts, own);
      return load === null ? null : countInstances('database', load);
    }
    case 'redis': {
      const reads = facts.reads_per_s ?? own['peak-rate'] ?? expectNumber('peak-rate', facts, own);
      return reads === null ? null : countInstances('redis', reads);
    }
    case 'brokers': {
      const messages = facts.messages_per_s ?? own['peak-rate'] ?? expectNumber('peak-rate', facts, own);
      return messages === null ? null : countInstances('broker', messages);
    }
    case 'shards': {
      const load = expectLoad(facts, own);
      const stored = own['stored-bytes'] ?? expectStored(facts);
      return load === null || stored === null ? null : countShards(load, stored);
    }
  }
}

function expectStored(facts: Facts): number | null {
  const {
    users,
    actions_per_user_day: actions,
    item_bytes: item,
    horizon_years: years,
    stored_bytes,
  } = facts;
  if (stored_bytes !== undefined) return stored_bytes;
  if (users === undefined || actions === undefined || item === undefined || years === undefined) return null;
  return storedBytes({ users, actionsPerUserDay: actions, itemBytes: item, horizonYears: years });
}

/** Requests per second at the database, behind a cache where the rules expect one. */
function expectLoad(facts: Facts, own: OwnNumbers): number | null {
  const { reads_per_s: reads, writes_per_s: writes } = facts;
  if (reads === undefined || writes === undefined) {
    return own['peak-rate'] ?? expectNumber('peak-rate', facts, own);
  }
  return databaseLoad(reads, writes, stand(programOf('caching'), facts).best.includes('cache-aside'));
}

/** A graded figure. `unit` is wrong where the unit given is not the step's, whatever the figure. */
export type NumberGrade = {
  expected: number;
  grade: 'full' | 'part' | 'wrong';
  fault: 'unit' | 'size' | null;
};

/** Grades a figure: within a factor of 2 full, within 10 part; the unit must be the step's. Null as `expectNumber`. */
export function gradeNumber(
  step: NumberStep,
  given: { value: number; unit: string },
  facts: Facts,
  own: OwnNumbers,
): NumberGrade | null {
  const expected = expectNumber(step, facts, own);
  if (expected === null) return null;
  if (given.unit !== numberMeta[step].unit) return { expected, grade: 'wrong', fault: 'unit' };
  const grade = gradeEstimate(given.value, expected);
  return { expected, grade, fault: grade === 'full' ? null : 'size' };
}

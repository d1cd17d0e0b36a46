import type { DecisionId } from '../rules/decisions.ts';
import type { Prompt } from './prompt.ts';

/** What an interview goes through, in order. */
export const phaseIds = [
  'clarify',
  'numbers',
  'interface',
  'data',
  'scale',
  'consistency',
  'twists',
  'check',
] as const;
export type PhaseId = (typeof phaseIds)[number];

/** What each phase is called. */
export const phaseNames: Record<PhaseId, string> = {
  clarify: 'Clarify',
  numbers: 'Numbers',
  interface: 'Interface',
  data: 'Data',
  scale: 'Scale',
  consistency: 'Consistency',
  twists: 'Twists',
  check: 'Check',
};

/** Suggested minutes of each phase; they sum to the whole. */
const minutesOf: Record<Prompt['minutes'], Record<PhaseId, number>> = {
  35: { clarify: 4, numbers: 6, interface: 4, data: 5, scale: 6, consistency: 3, twists: 5, check: 2 },
  12: { clarify: 2, numbers: 1, interface: 1, data: 2, scale: 2, consistency: 1, twists: 2, check: 1 },
};

/** The phases of an interview of so many minutes, with the minutes suggested for each. */
export function listPhases(minutes: Prompt['minutes']): { phase: PhaseId; minutes: number }[] {
  return phaseIds.map(phase => ({ phase, minutes: minutesOf[minutes][phase] }));
}

/** The phase in which each decision is due. */
export const phaseOf: Record<DecisionId, PhaseId> = {
  protocol: 'interface',
  'api-style': 'interface',
  pagination: 'interface',
  storage: 'data',
  'read-shape': 'data',
  index: 'data',
  caching: 'scale',
  invalidation: 'scale',
  stampede: 'scale',
  'cache-outage': 'scale',
  sharding: 'scale',
  'shard-key': 'scale',
  'shard-scheme': 'scale',
  consistency: 'consistency',
  partition: 'consistency',
  else: 'consistency',
  'latency-budget': 'scale',
};

import type { AttemptEvent } from './attempt.ts';
import { type PhaseId, phaseIds } from './phases.ts';

/**
 * The clock of an interview runs with the time that passes and jumps by the price of each question and each assumption,
 * which take the interviewer's answer alike. An event's
 * `atMs` is what it showed then.
 */

/** What each question costs, and each assumption, in ms. */
export const QUESTION_MS = 20_000;

const MINUTE_MS = 60_000;

/** What an interview's clock shows at its end, in ms. */
export function limitOf(minutes: number): number {
  return minutes * MINUTE_MS;
}

/** What the questions and assumptions so far have cost, in ms. */
export function sumCost(events: readonly AttemptEvent[]): number {
  return events.filter(({ type }) => type === 'ask' || type === 'assume').length * QUESTION_MS;
}

/** Ms that had passed, without these prices, when the last event happened: it cannot be earlier now. */
export function countRun(events: readonly AttemptEvent[]): number {
  const last = events.at(-1);
  return last ? last.atMs - sumCost(events.slice(0, -1)) : 0;
}

/** Whether the person stopped the clock. */
export function isPaused(events: readonly AttemptEvent[]): boolean {
  return events.findLast(({ type }) => type === 'pause' || type === 'resume')?.type === 'pause';
}

/** The phase that was entered last. */
export function findPhase(events: readonly AttemptEvent[]): PhaseId {
  return listEntered(events).at(-1)?.phase ?? 'clarify';
}

/** Minutes on the interview's clock in each phase that was entered, in the order of the phases. */
export function timePhases(
  events: readonly AttemptEvent[],
  endMs: number,
): { phase: PhaseId; minutes: number }[] {
  const entered = listEntered(events);
  const spent = new Map<PhaseId, number>();
  for (const [index, { phase, atMs }] of entered.entries()) {
    const until = entered[index + 1]?.atMs ?? endMs;
    spent.set(phase, (spent.get(phase) ?? 0) + Math.max(0, until - atMs));
  }
  return phaseIds.flatMap(phase => {
    const ms = spent.get(phase);
    return ms === undefined ? [] : [{ phase, minutes: ms / MINUTE_MS }];
  });
}

function listEntered(events: readonly AttemptEvent[]): { phase: PhaseId; atMs: number }[] {
  return [
    { phase: 'clarify', atMs: 0 },
    ...events.flatMap(event => {
      const phase = event.type === 'phase' ? phaseIds.find(id => id === event.phase) : undefined;
      return phase ? [{ phase, atMs: event.atMs }] : [];
    }),
  ];
}

import { capitalize, joinClauses } from '../../../src-shared/domain/rules/describe.ts';
import { countOf } from '../../../src-shared/domain/wording.ts';
import type { MockReport, Reported } from '../../../src-shared/ipc/report-contract.ts';
import { lowerFirst } from './wording.ts';

/** How a decision came out, in two or three words. */
export const standingNames: Record<Reported['standing'], string> = {
  best: 'best',
  defensible: 'defensible',
  unasked: 'right for what you knew',
  wrong: 'does not hold',
  missing: 'left open',
};

/** How a figure came out. */
export const gradeNames = { full: 'right', part: 'in part', wrong: 'wrong', missing: 'missing' } as const;

/** Whether the person was sure of what did not hold. */
export function isConfidentError({ standing, confidence }: Reported): boolean {
  return standing === 'wrong' && confidence === 'high';
}

/** One line under a decision's title: what was chosen, with what reason, how sure. */
export function describeChoice({ chosen, confidence, standing, reason }: Reported): string {
  if (chosen === null) return 'You left it open.';
  const sure = confidence ? ` with ${confidence} confidence` : '';
  const holds = standing === 'best' || standing === 'defensible' || standing === 'unasked';
  return `You chose ${chosen}${sure}${holds ? reasonNames[reason] : ''}.`;
}

const reasonNames: Readonly<Record<Reported['reason'], string>> = {
  sufficient: ', and the reason is sufficient',
  insufficient: ', but the reason is not sufficient',
  aside: ', but the reason is beside the point, which leaves little of the points',
  none: ', without a reason',
};

/** What would have been reason enough, in a line. */
export function describeSufficient(clauses: readonly string[]): string {
  return clauses.length === 0
    ? '“Nothing known speaks against the default”, once all that could has been asked for.'
    : `${capitalize(joinClauses(clauses))}.`;
}

/** What holds, in a line. */
export function describeHeld({ expected, defensible }: Reported): string {
  if (expected.length === 0) return `${joinOr(defensible)}: either is defensible`;
  const also = defensible.length > 0 ? `; ${lowerFirst(joinOr(defensible))} is defensible` : '';
  return `${joinOr(expected)}${also}`;
}

/** Options to choose from, of which the first begins the line: `Locking or early recomputation`. */
function joinOr([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map(lowerFirst)].join(' or ');
}

/** What a pushback was answered with, in a sentence. */
export function describePushback({ given, cost }: NonNullable<Reported['pushback']>): string {
  if (given === null) return 'You left that unanswered.';
  return given === cost ? 'You named its cost.' : `You said: ${given}`;
}

/** What a clarifying phase came to, in a sentence. */
export function describeClarify({ clarify }: MockReport): string {
  if (clarify.decisive === 0) return 'Nothing that decides was hidden.';
  const wasted = clarify.wasted.length;
  const idle = wasted > 0 ? ` ${countOf(wasted, 'question')} brought out nothing that decides.` : '';
  return `You asked in time for ${clarify.asked} of ${clarify.decisive} hidden facts that decide.${idle}`;
}

/** A Brier score in words beside its figure. */
export function describeBrier(brier: number): string {
  if (brier <= 0.1) return 'You knew well what you knew';
  if (brier < 0.25) return 'Better than a coin';
  return 'No better than a coin: you were sure of what did not hold';
}

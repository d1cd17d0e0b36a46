import type { MockReport, Reported } from '../../../src-shared/ipc/report-contract.ts';

/** Seconds as a clock: `34:59`, `0:07`. */
export function formatClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const TELLING_MINUTES = [5, 1];

/** What is said of the time at half of it, and with five minutes and one minute left; else null. */
export function sayTimeLeft(leftS: number, wholeS: number): string | null {
  if (leftS > 0 && leftS <= 60) return 'One minute left.';
  const telling = TELLING_MINUTES.find(minute => leftS <= minute * 60 && leftS > (minute - 1) * 60);
  if (telling === 5 && wholeS > 600) return '5 minutes left.';
  return leftS <= wholeS / 2 && leftS > wholeS / 2 - 60 ? 'Half of the time is over.' : null;
}

/** How a decision came out, in two or three words. */
export const standingNames: Record<Reported['standing'], string> = {
  best: 'best',
  defensible: 'defensible',
  unasked: 'right only for what you knew',
  wrong: 'does not hold',
  missing: 'not decided',
};

/** Points out of points, e.g. `3.5 of 5`. */
export function formatShare({ points, of }: { points: number; of: number }): string {
  return `${formatPoints(points)} of ${formatPoints(of)}`;
}

/** Points with at most one decimal where they have any. */
export function formatPoints(points: number): string {
  return String(Math.round(points * 10) / 10);
}

const confidenceNames = { low: 'low', medium: 'medium', high: 'high' } as const;

/** One line under a decision's title: what was chosen, how sure, with what reason. */
export function describeChoice({ chosen, confidence, standing, reasoned }: Reported): string {
  if (chosen === null) return 'You left it open.';
  const sure = confidence ? `, ${confidenceNames[confidence]} confidence` : '';
  const reason =
    standing === 'best' || standing === 'defensible'
      ? reasoned
        ? ', with its reason'
        : ', without a sufficient reason'
      : '';
  return `You chose ${chosen}${reason}${sure}.`;
}

/** What a clarifying phase came to, in a sentence. */
export function describeClarify({ clarify }: MockReport): string {
  if (clarify.decisive === 0) return 'Nothing that decides was hidden.';
  const wasted = clarify.wasted.length;
  return `You asked in time for ${clarify.asked} of ${clarify.decisive} hidden facts that decide${wasted > 0 ? `; ${wasted} ${wasted === 1 ? 'question' : 'questions'} told nothing that decides` : ''}.`;
}

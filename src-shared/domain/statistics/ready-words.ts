import { countOf, formatDay, formatShare, listNames } from '../wording.ts';
import type { Mastery, MasteryStanding } from './mastery.ts';

/** How well every default is held, against the desired retention. */
type Held = { mastery: readonly Mastery[]; target: number };

/** What each standing is called on the map. */
export const standingNames: Record<MasteryStanding, string> = {
  firm: 'firm',
  fading: 'fading',
  partly: 'met in part',
  unmet: 'not met yet',
};

/** How many of the weakest defaults are named. */
const namedWeakest = 3;

/** Where the person stands with the defaults, in one or two sentences. */
export function describeReadiness({ mastery, target }: Held): string {
  const count = (standing: MasteryStanding): number =>
    mastery.filter(one => one.standing === standing).length;
  if (count('unmet') === mastery.length)
    return `You have met none of the ${mastery.length} defaults yet. They fill up here as you learn.`;
  const rest = (['fading', 'partly', 'unmet'] as const)
    .filter(standing => count(standing) > 0)
    .map(standing => `${count(standing)} ${count(standing) === 1 ? 'is' : 'are'} ${standingNames[standing]}`);
  const held = `You hold ${count('firm')} of ${mastery.length} defaults at ${formatShare(target)} or more`;
  return rest.length === 0
    ? `You hold all ${mastery.length} defaults at ${formatShare(target)} or more.`
    : `${held}; ${listNames(rest)}.`;
}

/** The weakest of those that were met and are below the target; null where none is. */
export function describeWeakest(mastery: readonly Mastery[], target: number): string | null {
  const weak = sortWeakest(mastery).filter(({ recall }) => recall !== null && recall < target);
  if (weak.length === 0) return null;
  const named = weak
    .slice(0, namedWeakest)
    .map(({ name, recall }) => `${name} (${formatShare(recall ?? 0)})`);
  return `Weakest now: ${listNames(named)}.`;
}

/** What would be left on the later day without another answer; null without a day. */
export function describeLater({
  mastery,
  target,
  laterDate,
}: Held & { laterDate: string | null }): string | null {
  if (laterDate === null || mastery.every(({ met }) => met === 0)) return null;
  const held = mastery.filter(
    ({ recallLater, standing }) => standing !== 'partly' && recallLater !== null && recallLater >= target,
  ).length;
  return `On ${formatDay(laterDate, 'long')}, without another answer, it would be ${countOf(held, 'default')}.`;
}

/** The weakest first; those not met at the end. */
export function sortWeakest(mastery: readonly Mastery[]): Mastery[] {
  return mastery.toSorted((a, b) => (a.recall ?? 2) - (b.recall ?? 2));
}

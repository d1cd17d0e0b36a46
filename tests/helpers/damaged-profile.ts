import { forgetLeft, zeroPages } from './damage-files.ts';
import { runCommand } from './new-profile.ts';
import { prepareLearner } from './past.ts';
import { morning } from './review-page.ts';

const begin = { atMs: Date.parse('2026-11-10T07:00:00+01:00'), offsetMin: 60 };

/** A profile of two weeks, with a backup of all of it, of whose log only so many pages are left. */
export function prepareDamaged({ keep }: { keep: number }): string {
  const profile = prepareLearner({ begin, days: 13, newPerDay: 10, seed: 5 });
  runCommand(profile, 'backup', 'create', '--now', morning);
  zeroPages(profile, 'event', keep);
  forgetLeft(profile);
  return profile;
}

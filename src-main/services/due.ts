import { estimateWork } from '../../src-shared/domain/estimate.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { Profile } from './profile.ts';
import { readStanding } from './queue.ts';

/** Cards that wait to be answered today, new ones left out, and the minutes that they are expected to take. */
export function readDue(profile: Profile, at: Instant): { cards: number; minutes: number } {
  const { learning, due } = readStanding(profile, at).counts;
  const { minutes } = estimateWork(
    { new: 0, learning, due },
    profile.journal.settings(),
    profile.store.answers.pace(),
  );
  return { cards: learning + due, minutes };
}

import type { Profile } from '../../src-main/services/profile.ts';
import type { Memory } from '../../src-shared/domain/card-state.ts';
import { createMemoryModel, type Weights } from '../../src-shared/domain/memory.ts';
import { createRandom } from '../../src-shared/domain/random.ts';
import { findStudyDay, type Instant } from '../../src-shared/domain/study-day.ts';
import { answer, later, readState } from './profile.ts';

/**
 * Lives `days` days with `count` cards, a few new ones a day, answering each when it is due as a memory of these
 * weights would. The profile holds cards `one.1` and on.
 */
export function learnWith(
  profile: Profile,
  weights: Weights,
  start: Instant,
  count: number,
  days: number,
): void {
  const truth = createMemoryModel(weights);
  const random = createRandom(7);
  const held = new Map<string, { memory: Memory; day: number }>();
  for (let day = 0; day < days; day++) {
    const moment = later(start, { days: day });
    const today = findStudyDay(moment, profile.journal.settings().dayStartHour);
    for (let card = 1; card <= Math.min(count, (day + 1) * 4); card++) {
      const id = `one.${card}`;
      const known = held.get(id);
      if ((readState(profile, id).dueDay ?? today) > today) continue;
      const elapsedDays = known ? day - known.day : 0;
      const remembers = random.next() < (known ? truth.recall(known.memory, elapsedDays) : 0.7);
      const rating = remembers ? 3 : 1;
      answer(profile, id, rating, moment, { takenMs: 4000 });
      held.set(id, { memory: truth.next(known?.memory ?? null, elapsedDays, rating), day });
    }
  }
}

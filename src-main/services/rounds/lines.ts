import { formatStudyDay, studyDaySchema } from '../../../src-shared/domain/study-day.ts';
import type { MockList } from '../../../src-shared/ipc/mock-contract.ts';
import type { Profile } from '../profile.ts';
import { DIAGNOSTIC_QUESTIONS } from './questions.ts';

/** Rounds that are over and in which something was answered, the latest first. */
export function listRounds({ store }: Profile): MockList['rounds'] {
  return store.rounds
    .all()
    .filter(({ over, answered }) => over === 1 && answered > 0)
    .map(({ round_id, kind, study_day, answered, held }) => ({
      roundId: round_id,
      kind,
      date: formatStudyDay(studyDaySchema.parse(study_day)),
      right: held,
      answered,
    }))
    .reverse();
}

/** Whether the diagnostic was ever taken: to its end, or until at least half of it was answered. */
export function isDiagnosed({ store }: Profile): boolean {
  return store.rounds
    .all()
    .some(
      ({ kind, over, answered }) =>
        kind === 'diagnostic' && over === 1 && answered >= DIAGNOSTIC_QUESTIONS / 2,
    );
}

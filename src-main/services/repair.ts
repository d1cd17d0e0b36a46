import { ProblemError } from '../../src-shared/domain/problem.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import { type CheckReport, checkProfile } from './check.ts';
import { syncDecks } from './decks/sync.ts';
import type { Profile } from './profile.ts';
import { mendDerived } from './recovery/mend.ts';

/** What a repair found, and what it did about it, in words; nothing where nothing was wrong. */
export type Repair = { found: CheckReport; did: string[] };

/**
 * Makes anew what is derived from the log, where a check finds that it differs: in place, or in a new file where SQLite
 * finds the file damaged. The log itself is never touched. Throws a ProblemError, with nothing changed, where a part of
 * it is damaged: what to do then is for the recovery page.
 */
export function repairProfile(profile: Profile): Repair {
  if (profile.readOnly)
    throw new ProblemError(
      'busy',
      'This profile is open elsewhere.',
      'Close it and try again. Nothing was changed.',
    );
  const found = checkProfile(profile);
  switch (found.mend) {
    case 'nothing':
      return { found, did: [] };
    case 'recovery':
      throw logIsDamaged(found);
    case 'tables':
      return { found, did: makeTablesAnew(profile, found) };
    case 'file':
      return { found, did: makeFileAnew(profile, found) };
  }
}

function makeTablesAnew(profile: Profile, { events }: CheckReport): string[] {
  const { store, journal } = profile;
  journal.rebuild(() => {
    store.log.alignDevices();
    store.content.forgetAll();
  });
  syncDecks(profile);
  return [
    `Progress, settings, operations, mock interviews and rounds were made anew from ${countOf(events, 'event')}.`,
    'The decks were read again, and the search index was made anew.',
  ];
}

function makeFileAnew(profile: Profile, found: CheckReport): string[] {
  let mended: string | null = null;
  profile.reopen(() => {
    mended = mendDerived(profile.dir, profile.clock.now());
  });
  if (mended === null) throw logIsDamaged(found);
  return [mended];
}

function logIsDamaged({ faults }: CheckReport): ProblemError {
  return new ProblemError(
    'damaged',
    'A part of the log itself is damaged. It was left as it is.',
    'Start Baseline with a window: it offers to save what can be read, or to put a backup back.',
    faults.join('\n'),
  );
}

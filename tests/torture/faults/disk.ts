import path from 'node:path';
import { answerOn, judge, lookAt, on, runCommand } from '../command.ts';
import { beginOutcome, type Conditions, countTries, type Fault, type Outcome, skip } from '../fault.ts';
import { findNoTrace } from '../power/trace.ts';
import { copyProfile, inFolder, live, makeProfile, makeTask } from '../templates.ts';

/** The calls of the system that are made to fail, one at a time, and with what. */
type Injection = { calls: readonly string[]; error: 'ENOSPC' | 'EIO'; told: RegExp };

const writes = ['pwrite64', 'write', 'ftruncate', 'fsync', 'fdatasync'];

/**
 * Lets the n-th call of a kind fail while the command line answers a card, for each n in turn: it is done, or it is told
 * in words and nothing is lost.
 */
function injectFault(name: string, says: string, tries: number, { calls, error, told }: Injection): Fault {
  const run = async (conditions: Conditions): Promise<Outcome> => {
    const missing = findNoTrace();
    if (missing !== null) return skip(missing);
    return inFolder(async folder => {
      const lived = path.join(folder, 'lived');
      makeProfile(lived);
      await live(conditions.bundle, makeTask('answer', lived, { operations: 30 }));
      await runCommand(conditions.bundle, on(lived, 'today'));
      const before = lookAt(lived).ids.size;
      const outcome = beginOutcome();
      const each = Math.ceil(countTries(tries, conditions) / calls.length);
      for (const call of calls) {
        for (let when = 1; when <= each; when++) {
          const profile = path.join(folder, 'profile');
          copyProfile(lived, profile);
          // Node writes to pipes of its own while it starts; only what goes to the profile is meant.
          const files = [...names, ...names.map(one => `decks/${one}`)].flatMap(one => [
            '-P',
            path.join(profile, one),
          ]);
          const within = ['strace', '-f', '-qq', '-o', '/dev/null', ...files];
          const inject = ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}`];
          const ran = await runCommand(conditions.bundle, answerOn(profile), [...within, ...inject]);
          judge(outcome, { where: `${error} at ${call} ${when}`, ran, told, before, profile });
        }
      }
      return outcome;
    });
  };
  return { name, says, run };
}

/** The files of a profile that an answer writes to. */
const names = [
  'baseline.db',
  'baseline.db-wal',
  'baseline.db-shm',
  'lock',
  'lock-journal',
  'lock.json',
  'state.json',
];

/** Disks that fail at any single call. */
export const diskFaults: readonly Fault[] = [
  injectFault('disk: full at any write', 'an answer on the command line', 60, {
    calls: ['pwrite64', 'write'],
    error: 'ENOSPC',
    told: /The disk is full(, or reported an error)?\. Free some space and try again\./,
  }),
  injectFault('disk: an error at any write or sync', 'an answer on the command line', 80, {
    calls: writes,
    error: 'EIO',
    told: /The disk (is full, or )?reported an error\./,
  }),
  injectFault('disk: an error at any read', 'an answer on the command line', 40, {
    calls: ['pread64', 'read'],
    error: 'EIO',
    // SQLite takes some failed reads for damage, which a check then does not find.
    told: /The disk reported an error\.|is damaged\. Choose “Check database”/,
  }),
];

import fs from 'node:fs';
import Database from 'better-sqlite3';
import type { Clock } from '../../../src-main/clock.ts';
import { backUpBeforeMigration } from '../../../src-main/services/backups/before-migration.ts';
import { openProfile, type Profile } from '../../../src-main/services/profile.ts';
import { createRandom } from '../../../src-shared/domain/random.ts';
import { type Context, jobs } from './jobs.ts';
import { type Line, type Task, taskSchema } from './protocol.ts';

// A process of its own that works on a profile by Baseline's own services until it is killed, and says a line for
// everything that it was told is done. See protocol.ts.

function say(line: Line): void {
  fs.writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Gives every database that is opened from here on the task's own pragmas, behind those of Baseline. */
function overridePragmas({ synchronous, autocheckpoint }: Task): void {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (text, options) {
    const answer = pragma.call(this, text, options);
    if (text !== 'synchronous = FULL') return answer;
    pragma.call(this, `wal_autocheckpoint = ${autocheckpoint}`);
    return pragma.call(this, `synchronous = ${synchronous}`);
  };
}

/** Says each event that is appended, before its transaction ends. A restore opens another store. */
function tellEvents(profile: Profile): void {
  const { log } = profile.store;
  const append = log.append.bind(log);
  log.append = (event, own) => {
    say({ say: 'try', event: event.id });
    append(event, own);
  };
}

async function drive(task: Task): Promise<void> {
  overridePragmas(task);
  let atMs = task.atMs;
  const clock: Clock = { now: () => ({ atMs, offsetMin: 60 }), monotonicMs: () => atMs };
  const open = (): Profile =>
    openProfile({
      dir: task.profile,
      builtInDecks: task.decks,
      clock,
      kind: 'app',
      whenHeld: 'refuse',
      beforeMigration: backUpBeforeMigration,
    });
  if (task.job === 'open') say({ say: 'go' });
  const profile = open();
  tellEvents(profile);
  const context: Context = {
    profile,
    target: task.target,
    random: createRandom(task.seed),
    now: clock.now,
    pass: minutes => {
      atMs += minutes * 60_000;
    },
  };
  const step = jobs[task.job](context);
  if (task.job !== 'open') say({ say: 'go' });
  for (let count = 0; task.operations === null || count < task.operations; count++) {
    const { made, more } = await step();
    say({ say: 'done', made });
    if (!more) break;
  }
  say({ say: 'end' });
  // Killed while it stands open, as a window that nobody uses.
  if (task.operations === null) process.stdin.resume();
  else profile.close();
}

await drive(taskSchema.parse(JSON.parse(process.argv[2] ?? '')));

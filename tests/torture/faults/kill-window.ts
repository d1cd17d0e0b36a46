import path from 'node:path';
import type { Profile } from '../../../src-main/services/profile.ts';
import { createRandom, hash32 } from '../../../src-shared/domain/random.ts';
import { formatInstant } from '../../../src-shared/domain/study-day.ts';
import { builtInDecks } from '../../helpers/built-in-cards.ts';
import { beginOutcome, type Conditions, countTries, type Fault, type Outcome } from '../fault.ts';
import { addTry, reopen } from '../inspect.ts';
import { begunMs, dayMs, farMs, inFolder, makeProfile } from '../templates.ts';
import { type End, killStart, openOnce, workAndEnd } from '../window/drive-window.ts';

/** Of the thousand kills; the issue asks for a hundred at least. */
const tries = 110;
/** Longest wait for a kill while the page works, and while the app starts, in ms. */
const spans = { work: 400, start: 1500 } as const;
const lanes = 2;

/** Ends the real window while its page works and, where it is killed, while it starts. */
function windowFault(name: string, says: string, tries: number, end: End): Fault {
  const run = (conditions: Conditions): Promise<Outcome> =>
    inFolder(async folder => {
      const outcome = beginOutcome();
      const whole = countTries(tries, conditions);
      await Promise.all(
        Array.from({ length: lanes }, (_, lane) =>
          endInLane({ conditions, folder, lane, outcome, end, tries: whole }),
        ),
      );
      return outcome;
    });
  return { name, says, run };
}

/** The real window, killed with everything that belongs to it, and logged out. */
export const windowFaults: readonly Fault[] = [
  windowFault(
    'kill: the window and its processes',
    'answers and notes by the page, and starts',
    tries,
    'kill',
  ),
  windowFault('logout: the window in the middle of writing', 'SIGTERM', 12, 'logout'),
];

type Lane = {
  conditions: Conditions;
  folder: string;
  lane: number;
  outcome: Outcome;
  end: End;
  tries: number;
};

async function endInLane(run: Lane): Promise<void> {
  const { conditions, folder, lane, outcome, end } = run;
  const random = createRandom(hash32(`${end} ${conditions.seed} ${lane}`));
  const profile = path.join(folder, `profile ${lane}`);
  makeProfile(profile);
  const promised: string[] = [];
  let now = '';
  for (let count = 0; count * lanes + lane < run.tries; count++) {
    now = formatInstant({ atMs: begunMs + count * dayMs, offsetMin: 60 });
    const isStart = end === 'kill' && count % 5 === 4;
    const afterMs = random.next() * spans[isStart ? 'start' : 'work'];
    const used = isStart
      ? await killStart(profile, now, afterMs).then(() => ({ faults: [], acknowledged: [] }))
      : await workAndEnd(profile, now, count, afterMs, end);
    promised.push(...used.acknowledged);
    let marks = new Set<string>();
    const found = reopen(profile, builtInDecks, begunMs + count * dayMs + 3_600_000, opened => {
      marks = readMarks(opened);
      return [];
    });
    addTry(outcome, {
      where: `seed ${conditions.seed}, try ${count} of ${lane}, ended after ${afterMs.toFixed(0)} ms`,
      acknowledged: used.acknowledged.length,
      lost: promised.filter(mark => !marks.has(mark)).length,
      faults: [...used.faults, ...found.faults],
    });
  }
  // What the last kill left is opened by the app too.
  if (now !== '')
    outcome.found.push(...(await openOnce(profile, formatInstant({ atMs: farMs, offsetMin: 60 }))));
}

/** The marks that answers and notes were given with. */
function readMarks({ store }: Profile): Set<string> {
  const marks = [...store.log.scan()].flatMap(entry => {
    if (!('event' in entry)) return [];
    const { body } = entry.event;
    if (body.type === 'answer' || body.type === 'practice') return [String(body.takenMs)];
    return body.type === 'mock_note' ? [body.text] : [];
  });
  return new Set(marks);
}

import fs from 'node:fs';
import path from 'node:path';
import { fixClock } from '../../src-main/clock.ts';
import { backUpBeforeMigration } from '../../src-main/services/backups/before-migration.ts';
import { type CheckReport, checkProfile } from '../../src-main/services/check.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import { listChoices, salvage } from '../../src-main/services/recovery/recover.ts';
import { repairProfile } from '../../src-main/services/repair.ts';
import { applyHistory, readHistory } from '../../src-main/services/replay.ts';
import { cardIdSchema } from '../../src-shared/domain/ids.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { Random } from '../../src-shared/domain/random.ts';
import { forgetLeft } from './damage-files.ts';
import { formatDeck, makeCards, writeDeck } from './decks.ts';

/** When the profiles below were lived in, in ms. */
const begunMs = Date.UTC(2026, 9, 1, 7);
const now = { atMs: Date.UTC(2026, 10, 24, 7), offsetMin: 60 };

/** Profiles to damage copies of, and the events that each holds. */
export type Template = {
  /** Closed in order. */
  closed: string;
  /** The same life, a little longer, as a process leaves it that is killed. */
  killed: string;
  /** Another profile, killed too. */
  foreign: string;
  /** Ids of the events in `closed`, and in `killed`. */
  events: { closed: ReadonlySet<string>; killed: ReadonlySet<string> };
};

/** Lives in a folder of the caller's. */
export function makeTemplate(folder: string): Template {
  const place = (name: string): string => path.join(folder, name);
  const closed = live(place('closed'), 160);
  const closedIds = listIds(closed);
  closed.close();
  fs.cpSync(place('closed'), place('living'), { recursive: true });
  const living = open(place('living'));
  answerMore(living, 12, begunMs + 40 * 86_400_000);
  const killedIds = listIds(living);
  fs.cpSync(place('living'), place('killed'), { recursive: true });
  living.close();
  const other = live(place('other'), 60);
  fs.cpSync(place('other'), place('foreign'), { recursive: true });
  other.close();
  return {
    closed: place('closed'),
    killed: place('killed'),
    foreign: place('foreign'),
    events: { closed: closedIds, killed: killedIds },
  };
}

function live(dir: string, answers: number): Profile {
  writeDeck(dir, 'one.yaml', formatDeck(makeCards(20)));
  const profile = open(dir);
  answerMore(profile, answers, begunMs);
  const cardId = cardIdSchema.parse('one.1');
  // Longer than a page, so that it continues on others.
  profile.journal.commit(now, [{ type: 'note', cardId, text: 'A long note. '.repeat(700) }]);
  profile.journal.commit(now, [{ type: 'setting', key: 'newPerDay', value: 7 }]);
  profile.journal.commit(now, [{ type: 'flag', cardId, flag: 2 }]);
  profile.journal.undo(now);
  return profile;
}

function answerMore(profile: Profile, answers: number, fromMs: number): void {
  const lines = Array.from({ length: answers }, (_, index) => {
    const rating = ['again', 'hard', 'good', 'easy'][index % 4];
    return `one.${(index % 20) + 1},${rating},${new Date(fromMs + index * 9_000_000).toISOString()}`;
  });
  applyHistory(profile, readHistory(profile, ['card,rating,at', ...lines].join('\n')));
}

function open(dir: string, onMended: (what: string) => void = () => undefined): Profile {
  return openProfile({
    dir,
    builtInDecks: path.join(dir, 'none'),
    clock: fixClock(now),
    kind: 'app',
    whenHeld: 'refuse',
    beforeMigration: backUpBeforeMigration,
    onMended,
  });
}

function listIds(profile: Profile): Set<string> {
  const ids = new Set<string>();
  for (const entry of profile.store.log.scan()) {
    // What says that something was lost is no event of that life.
    if ('event' in entry && entry.event.body.type !== 'loss') ids.add(entry.event.id);
  }
  return ids;
}

/** Damage that is done to a copy of one of the profiles. */
export type Damage = {
  name: string;
  of: 'closed' | 'killed';
  /** How it may be answered: with a profile that works, by what a check finds, or by the recovery. */
  answers: readonly Answer[];
  /** Most events that it can have made unreadable. */
  most?: number;
  do(dir: string, template: Template, random: Random): void;
};
type Answer = 'works' | 'mended' | 'told' | 'recovery';

const database = (dir: string): string => path.join(dir, 'baseline.db');
const change = (file: string, work: (bytes: Buffer) => Buffer): void =>
  fs.writeFileSync(file, work(fs.readFileSync(file)));

function flipBit(dir: string, random: Random): void {
  change(database(dir), bytes => {
    const at = random.int(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.int(8)), at);
    return bytes;
  });
}

const anything = ['works', 'mended', 'told', 'recovery'] as const;
const flips: readonly Damage[] = [
  {
    name: 'a flipped bit',
    of: 'closed',
    answers: anything,
    most: 1,
    do: (dir, _, random) => flipBit(dir, random),
  },
  {
    name: 'a flipped bit, unclean exit',
    of: 'closed',
    answers: anything,
    most: 1,
    do: (dir, _, random) => {
      flipBit(dir, random);
      forgetLeft(dir);
    },
  },
];
const others: readonly Damage[] = [
  {
    name: 'a cut file',
    of: 'closed',
    // It works where the pages that are gone held nothing.
    answers: ['works', 'mended', 'recovery'],
    do: (dir, _, random) =>
      change(database(dir), bytes => bytes.subarray(0, 1 + random.int(bytes.length - 1))),
  },
  {
    name: 'zeroed pages',
    of: 'closed',
    answers: anything,
    do: (dir, _, random) =>
      change(database(dir), bytes => {
        const pages = bytes.length / 4096;
        const first = random.int(pages);
        return bytes.fill(0, first * 4096, Math.min(pages, first + 1 + random.int(4)) * 4096);
      }),
  },
  {
    name: 'an empty file',
    of: 'closed',
    answers: ['recovery'],
    do: dir => fs.writeFileSync(database(dir), ''),
  },
  { name: 'a missing file', of: 'closed', answers: ['recovery'], do: dir => fs.rmSync(database(dir)) },
  {
    name: 'a missing log',
    of: 'killed',
    answers: ['recovery'],
    do: dir => {
      for (const suffix of ['-wal', '-shm']) fs.rmSync(database(dir) + suffix, { force: true });
    },
  },
  {
    name: 'another profile’s log',
    of: 'killed',
    answers: ['recovery'],
    do: (dir, { foreign }) => takeLog(foreign, dir),
  },
  {
    name: 'a log beside a closed one',
    of: 'closed',
    answers: ['recovery'],
    do: (dir, { foreign }) => takeLog(foreign, dir),
  },
  {
    name: 'a log of another day',
    of: 'closed',
    answers: ['recovery'],
    do: (dir, { killed }) => takeLog(killed, dir),
  },
];

function takeLog(from: string, to: string): void {
  fs.rmSync(`${database(to)}-shm`, { force: true });
  fs.copyFileSync(`${database(from)}-wal`, `${database(to)}-wal`);
}

/** Every kind of damage: those that are drawn a great many times, and those of which a few are enough. */
export const damages = { flips, others };

/**
 * What became of one try: how it was answered, how many events it cost, how many of them without a word, and what ought
 * not to be.
 */
export type Judged = { answer: Answer; lost: number; silent: number; faults: string[] };

/** Damages a copy of a profile in a folder of the caller's, opens it as a start does, and judges what came of it. */
export function judge(damage: Damage, template: Template, dir: string, random: Random): Judged {
  fs.rmSync(dir, { recursive: true, force: true });
  fs.cpSync(template[damage.of], dir, { recursive: true });
  damage.do(dir, template, random);
  const wanted = template.events[damage.of];
  const judged = judgeOpening(dir, wanted);
  const { answer, lost, faults } = judged;
  if (!damage.answers.includes(answer)) faults.push(`it was answered by “${answer}”`);
  if (damage.most !== undefined && lost > damage.most) faults.push(`${lost} events were lost`);
  return judged;
}

function judgeOpening(dir: string, wanted: ReadonlySet<string>): Judged {
  let isMended = false;
  let profile: Profile;
  try {
    profile = open(dir, () => {
      isMended = true;
    });
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'damaged') return judgeSalvage(dir, wanted);
    return { answer: 'recovery', lost: 0, silent: 0, faults: [`it fails with ${String(error)}`] };
  }
  try {
    const { mend } = checkProfile(profile);
    if (mend !== 'nothing') return judgeTold(dir, profile, wanted, mend);
    const ids = listIds(profile);
    const faults = listInvented(ids, wanted);
    const lost = [...wanted].filter(id => !ids.has(id)).length;
    if (lost > 0) faults.push(`${lost} events were lost without a word`);
    return { answer: isMended ? 'mended' : 'works', lost, silent: lost, faults };
  } finally {
    profile.close();
  }
}

/** What a check finds is put right by a repair, where every event of the log is whole, and else by the recovery. */
function judgeTold(
  dir: string,
  profile: Profile,
  wanted: ReadonlySet<string>,
  mend: CheckReport['mend'],
): Judged {
  try {
    repairProfile(profile);
  } catch (error) {
    profile.close();
    if (!(error instanceof ProblemError && error.code === 'damaged'))
      return { answer: 'told', lost: 0, silent: 0, faults: [`the repair fails with ${String(error)}`] };
    return { ...judgeSalvage(dir, wanted), answer: 'told' };
  }
  const ids = listIds(profile);
  const faults = [...listInvented(ids, wanted), ...checkProfile(profile).faults];
  const lost = [...wanted].filter(id => !ids.has(id)).length;
  if (mend === 'recovery') faults.push('a damaged log was repaired');
  if (lost > 0) faults.push(`${lost} events were lost by a repair`);
  return { answer: 'told', lost, silent: lost, faults };
}

function judgeSalvage(dir: string, wanted: ReadonlySet<string>): Judged {
  const { salvage: promised } = listChoices(dir);
  if (promised.events === 0) return { answer: 'recovery', lost: wanted.size, silent: 0, faults: [] };
  const { what, kept } = salvage(dir, now);
  const profile = open(dir);
  try {
    const ids = listIds(profile);
    const lost = wanted.size - ids.size;
    const faults = [...listInvented(ids, wanted), ...checkProfile(profile).faults];
    if (what.kind !== 'salvaged' || what.events !== ids.size)
      faults.push('it says another number than it saved');
    if (promised.lost !== null && promised.lost !== lost)
      faults.push(`it says that ${promised.lost} events are lost, and ${lost} are`);
    if (!fs.existsSync(kept)) faults.push('the damaged database was not kept');
    return { answer: 'recovery', lost, silent: 0, faults };
  } finally {
    profile.close();
  }
}

function listInvented(ids: ReadonlySet<string>, wanted: ReadonlySet<string>): string[] {
  const invented = [...ids].filter(id => !wanted.has(id));
  return invented.length === 0 ? [] : [`${invented.length} events that never were`];
}

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { takeProfileLock } from '../../../src-main/db/lock.ts';
import { answerOn, judge, lookAt, on, type Ran, runCommand } from '../command.ts';
import { beginOutcome, type Fault, type Outcome } from '../fault.ts';
import { addTry } from '../inspect.ts';
import { copyProfile, inFolder, live, makeProfile, makeTask } from '../templates.ts';

/** Something that stands in a command's way, and what a person must be told. */
type Obstacle = {
  where: string;
  told: RegExp;
  /** The program to run within; null where it is not to be had here. */
  within?: (profile: string) => readonly string[] | null;
  /** Puts it there, and answers with what takes it away. */
  place?: (profile: string) => () => void;
  command?: (profile: string) => string[];
};

/** Root reads and writes whatever it likes, unless it gives that up. */
const asAnyone = (): readonly string[] =>
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'] : [];

function changeMode(file: string, mode: number): () => void {
  const before = fs.statSync(file).mode;
  fs.chmodSync(file, mode);
  return () => fs.chmodSync(file, before);
}

const canMount = (): boolean =>
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' }).status === 0;

/** A shell in a world of mounts of its own, which runs `script` with the profile as $0 before the command. */
const mounting = (script: string) => (profile: string) =>
  canMount() ? ['unshare', '-rm', 'bash', '-c', `${script} && exec "$@"`, profile] : null;

const obstacles: readonly Obstacle[] = [
  {
    where: 'read-only disk',
    told: /^The profile folder .* cannot be written\. Give yourself write access/,
    within: mounting('mount --bind "$0" "$0" && mount -o remount,ro,bind "$0"'),
  },
  {
    where: 'read-only folder',
    told: /cannot be written\. Give yourself write access/,
    within: asAnyone,
    place: profile => changeMode(profile, 0o500),
  },
  {
    where: 'read-only database',
    told: /cannot be written\. Give yourself write access/,
    within: asAnyone,
    place: profile => changeMode(path.join(profile, 'baseline.db'), 0o400),
  },
  {
    where: 'folder that may not be entered',
    told: /cannot be (written|made)\. Give yourself write access/,
    within: asAnyone,
    place: profile => changeMode(profile, 0),
  },
  {
    where: 'export into a folder that may not be written',
    told: /cannot be written\. Check the folder and its permissions\./,
    within: asAnyone,
    place: profile => {
      fs.mkdirSync(path.join(profile, 'out'), { mode: 0o500 });
      return () => undefined;
    },
    command: profile =>
      on(profile, 'export', '--format', 'json', '--out', path.join(profile, 'out', 'all.json')),
  },
  {
    where: 'backup on a full disk',
    told: /^The disk is full\. Free some space and try again\./,
    within: mounting('mount -t tmpfs -o size=48k none "$0/backups"'),
    place: profile => {
      fs.mkdirSync(path.join(profile, 'backups'), { recursive: true });
      return () => undefined;
    },
    command: profile => on(profile, 'backup', 'create'),
  },
  {
    where: 'open in Baseline',
    told: /^This profile is open in Baseline \(process \d+\); nothing was changed\. Close it and try again/,
    place: profile => {
      const lock = takeProfileLock(profile, { pid: process.pid, kind: 'app' });
      return 'release' in lock ? lock.release : () => undefined;
    },
  },
  {
    where: 'database held by another program',
    told: /^Another program holds this profile\. Close it and try again\./,
    place: profile => {
      const other = new Database(path.join(profile, 'baseline.db'));
      other.exec('BEGIN IMMEDIATE');
      return () => other.close();
    },
  },
];

/** Whether the command was refused at all, which no profile that is whole could show. */
function refuse(ran: Ran): string[] {
  return ran.exit === 0 ? ['it was not refused'] : [];
}

const refusals: Fault = {
  name: 'refused: read-only, denied, held, full',
  says: 'each by the command line, told in words, with nothing changed',
  run: conditions =>
    inFolder(async folder => {
      const outcome = beginOutcome();
      const lived = path.join(folder, 'lived');
      makeProfile(lived);
      await live(conditions.bundle, makeTask('answer', lived, { operations: 10 }));
      await runCommand(conditions.bundle, on(lived, 'today'));
      const before = lookAt(lived).ids.size;
      for (const { where, told, within, place, command = answerOn } of obstacles) {
        const profile = path.join(folder, 'profile');
        copyProfile(lived, profile);
        const inside = within?.(profile) ?? (within ? null : []);
        if (inside === null) {
          outcome.found.push(`${where}: cannot be tried here, where nothing may be mounted`);
          continue;
        }
        const takeAway = place?.(profile);
        const ran = await runCommand(conditions.bundle, command(profile), inside);
        takeAway?.();
        judge(outcome, { where, ran, told, before, profile });
        outcome.found.push(...refuse(ran).map(text => `${where}: ${text}`));
      }
      return outcome;
    }),
};

/** Names that a folder may have, and that a careless program stumbles over. */
const folderNames = [
  'with spaces  two',
  'Größe für Übung',
  'данные',
  '試験準備',
  'مراجعة',
  'it\'s "quoted"',
  '100% #1 &c?',
  '-profile',
  'e\u0301 decomposed',
  'nested/a/b/c',
];

const paths: Fault = {
  name: 'paths: spaces and letters of all scripts',
  says: 'answer, export, import, backup and check in each',
  run: conditions =>
    inFolder(async folder => {
      const outcome: Outcome = beginOutcome();
      for (const name of folderNames) {
        const profile = path.join(folder, name);
        fs.mkdirSync(path.dirname(profile), { recursive: true });
        makeProfile(profile);
        const file = path.join(folder, `${path.basename(name)}.json`);
        const commands = [
          answerOn(profile),
          on(profile, 'export', '--format', 'json', '--out', file),
          on(profile, 'import', file),
          on(profile, 'backup', 'create'),
          on(profile, 'check'),
        ];
        const faults: string[] = [];
        for (const command of commands) {
          const ran = await runCommand(conditions.bundle, command);
          if (ran.exit !== 0) faults.push(`${command[0]}: ${ran.said}`);
        }
        const found = lookAt(profile);
        const lost = found.ids.size === 1 ? 0 : 1;
        addTry(outcome, {
          where: name,
          acknowledged: commands.length,
          lost,
          faults: [...faults, ...found.faults],
        });
      }
      return outcome;
    }),
};

/** What stands in the way of the command line. */
export const refusalFaults: readonly Fault[] = [refusals, paths];

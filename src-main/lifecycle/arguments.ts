import { parseArgs } from 'node:util';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { parseInstant } from '../../src-shared/domain/study-day.ts';
import { type Clock, readSystemOffset, startClockAt, systemClock } from '../clock.ts';

/** What the window is started with. */
export type Arguments = {
  /** The profile folder that was asked for; null for the system's own place. */
  profile: string | null;
  clock: Clock;
  /** A file to be opened, as it was named; null where there is none. */
  file: string | null;
};

/**
 * Reads `--profile DIR`, a file to be opened and, in development, `--now ISO` (a clock that starts there). Chromium's own switches
 * stand among the arguments, so unknown ones are passed over. Throws a ProblemError for a value that is missing
 * or not understood.
 */
export function readArguments(args: readonly string[], { packaged }: { packaged: boolean }): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options,
  });
  const profile = readValue('profile', values.profile, 'Write --profile and then a folder.');
  const now = packaged ? null : readValue('now', values.now, momentHint);
  // In development Electron itself is given the folder of the app first.
  const [file = null] = packaged ? positionals : positionals.slice(1);
  return { profile, clock: now === null ? systemClock : startClock(now), file };
}

/**
 * What Baseline is to be started with to open another profile, by what it was started with: switches and the clock stay,
 * the former profile and a file that was to be opened do not.
 */
export function replaceProfile(
  args: readonly string[],
  profileDir: string,
  { packaged }: { packaged: boolean },
): string[] {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options,
  });
  const [app] = packaged ? [] : tokens.filter(({ kind }) => kind === 'positional');
  const kept = tokens.flatMap(token => {
    if (token.kind === 'option' && token.name !== 'profile')
      return [token.value === undefined ? token.rawName : `${token.rawName}=${token.value}`];
    return token === app && token.kind === 'positional' ? [token.value] : [];
  });
  // In one piece: Chromium puts switches first, and would part the two.
  return [...kept, `--profile=${profileDir}`];
}

const options = { profile: { type: 'string' }, now: { type: 'string' } } as const;

const momentHint = 'Write --now and then a moment, as 2026-11-24T08:00:00+01:00.';

function readValue(name: string, value: string | boolean | undefined, hint: string): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && value !== '' && !value.startsWith('--')) return value;
  throw new ProblemError('invalid', `The option --${name} lacks its value.`, hint);
}

function startClock(now: string): Clock {
  const start = parseInstant(now, readSystemOffset);
  if (!start) throw new ProblemError('invalid', `“${now}” is not a moment.`, momentHint);
  return startClockAt(start);
}

/** Switches of Chromium that a headless command may need on a machine without a display. */
const chromiumSwitch = /^--(no-sandbox|ozone-platform)(=|$)/;

/** The arguments of a headless command, without those that are Chromium's own. */
export function dropSwitches(args: readonly string[]): string[] {
  return args.filter(arg => !chromiumSwitch.test(arg));
}

import { z } from 'zod';

/** What a driver may be told to do with a profile. */
export const jobNames = [
  'open',
  'answer',
  'undo',
  'mock',
  'import',
  'export',
  'backup',
  'restore',
  'edit',
] as const;
export type JobName = (typeof jobNames)[number];

/** What a driver is started with: its one argument, as JSON. */
export const taskSchema = z.object({
  job: z.enum(jobNames),
  profile: z.string(),
  decks: z.string(),
  /** Where its clock begins, UTC in ms; every operation moves it on. */
  atMs: z.number().int(),
  seed: z.number().int(),
  /** The file to bring in, the folder to write exports to, or the name of the backup to put back. */
  target: z.string().default(''),
  /** Ends after so many operations; null goes on until it is killed. */
  operations: z.number().int().nullable().default(null),
  /** Overrides of the database's pragmas, set where it is opened. */
  synchronous: z.enum(['FULL', 'NORMAL', 'OFF']).default('FULL'),
  autocheckpoint: z.number().int().default(1000),
});
export type Task = z.output<typeof taskSchema>;
export type TaskInput = z.input<typeof taskSchema>;

/**
 * What a driver says, one line of JSON each. `try` names an event that the running operation has appended and not yet
 * committed; `done` says that the operation is over and reported: whatever it made is promised from here on.
 */
const lineSchema = z.discriminatedUnion('say', [
  z.object({ say: z.literal('go') }),
  z.object({ say: z.literal('try'), event: z.string() }),
  z.object({ say: z.literal('done'), made: z.string().nullable() }),
  z.object({ say: z.literal('end') }),
]);
export type Line = z.infer<typeof lineSchema>;

/** One operation as its driver told of it. `made` is a file, or the name of a backup. */
export type Operation = { events: string[]; done: boolean; made: string | null };

/** Reads one line. Throws where it is none. */
export function readLine(text: string): Line {
  return lineSchema.parse(JSON.parse(text));
}

/** Gathers operations of lines; the last one may be unfinished. */
export function gatherOperations(lines: readonly Line[]): Operation[] {
  const operations: Operation[] = [];
  let events: string[] = [];
  for (const line of lines) {
    if (line.say === 'try') events.push(line.event);
    if (line.say !== 'done') continue;
    operations.push({ events, done: true, made: line.made });
    events = [];
  }
  return events.length > 0 ? [...operations, { events, done: false, made: null }] : operations;
}

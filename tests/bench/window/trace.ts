import fs from 'node:fs';
import { z } from 'zod';

/** What a trace of Chromium says, as far as it is asked here; times are microseconds of one clock for all processes. */
const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.record(z.string(), z.unknown()).default({}),
});
const traceSchema = z.object({ traceEvents: z.array(eventSchema) });
type TraceEvent = z.output<typeof eventSchema>;

/** What a trace must be recorded with for `readPresses`. */
export const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
] as const;

/** One key press, in ms. */
export type Press = {
  /** What the page said that it showed after it. */
  mark: string;
  /** What the main threads of the page and of the main process ran between the press and the frame that shows it. */
  workMs: number;
  /** Of it what a processor was busy with: the same without waits for the disk, and for others on a busy machine. */
  processorMs: number;
  /** Of that the page's part. */
  pageMs: number;
  /** From the press to that frame's presentation, waits for the screen's turn included. */
  latencyMs: number;
};

const pressSchema = z.object({ data: z.object({ type: z.literal('keydown') }) });
const frameSchema = z.object({ id: z.string() });
const threadSchema = z.object({ name: z.string() });

/**
 * Reads the presses of keys out of a trace: from the dispatch of each to the first frame that was drawn after the page
 * put the user-timing mark, which it does when the change stands in its document.
 */
export function readPresses(file: string, marks: readonly string[]): Press[] {
  const events = traceSchema
    .parse(JSON.parse(fs.readFileSync(file, 'utf8')))
    .traceEvents.sort((a, b) => a.ts - b.ts);
  const tasks = findMainThreadTasks(events);
  const shown = events.filter(({ name }) => marks.includes(name));
  const frames = findFrames(events);
  const keys = events.filter(
    ({ name, args }) => name === 'EventDispatch' && pressSchema.safeParse(args).success,
  );
  return keys.flatMap((key, index) => {
    const endTs = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const mark = shown.find(({ ts }) => ts >= key.ts && ts < endTs);
    const frame = mark && frames.find(({ renderTs }) => renderTs >= mark.ts);
    if (!mark || !frame) return [];
    let [workUs, processorUs, pageUs] = [0, 0, 0];
    for (const { from, to, busy, isPage } of tasks) {
      const overlap = Math.max(0, Math.min(to, frame.presentedTs) - Math.max(from, key.ts));
      workUs += overlap;
      processorUs += overlap * busy;
      if (isPage) pageUs += overlap * busy;
    }
    return [
      {
        mark: mark.name,
        workMs: workUs / 1000,
        processorMs: processorUs / 1000,
        pageMs: pageUs / 1000,
        latencyMs: (frame.presentedTs - key.ts) / 1000,
      },
    ];
  });
}

type Task = {
  from: number;
  to: number;
  /** The share of it in which a processor ran it. */
  busy: number;
  isPage: boolean;
};

/** Tasks of the main threads of the page and of the main process. */
function findMainThreadTasks(events: readonly TraceEvent[]): Task[] {
  const names = new Map(
    events.flatMap(({ name, args, pid, tid }) => {
      const thread = name === 'thread_name' ? threadSchema.safeParse(args) : null;
      return thread?.success ? [[`${pid} ${tid}`, thread.data.name] as const] : [];
    }),
  );
  return events.flatMap(({ name, pid, tid, ts, dur = 0, tdur = dur }) => {
    const thread = names.get(`${pid} ${tid}`);
    const isPage = thread === 'CrRendererMain';
    if (name !== 'RunTask' || dur === 0 || !(isPage || thread === 'CrBrowserMain')) return [];
    return [{ from: ts, to: ts + dur, busy: tdur / dur, isPage }];
  });
}

/** Frames in their order: when each began to be drawn from the document, and when it was on the screen. */
function findFrames(events: readonly TraceEvent[]): { renderTs: number; presentedTs: number }[] {
  const presented = new Map(
    events
      .filter(({ name }) => name === 'AnimationFrame::Presentation')
      .map(({ args, ts }) => [frameSchema.parse(args).id, ts]),
  );
  const frames: { renderTs: number; presentedTs: number }[] = [];
  let id: string | null = null;
  for (const { name, ph, args, ts } of events) {
    if (name === 'AnimationFrame' && ph === 'b') id = frameSchema.parse(args).id;
    if (name !== 'AnimationFrame::Render' || ph !== 'b' || id === null) continue;
    const presentedTs = presented.get(id);
    if (presentedTs !== undefined) frames.push({ renderTs: ts, presentedTs });
  }
  return frames;
}

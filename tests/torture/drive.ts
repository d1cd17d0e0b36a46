import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { gatherOperations, type Line, type Operation, readLine, type TaskInput } from './driver/protocol.ts';

/** What was heard of a driver until its end. `words` is what it said on standard error: nothing, where all is well. */
export type Driven = { operations: Operation[]; words: string; killed: boolean; ranMs: number };

/** When to kill a driver: some ms after it said `go`, or after it was started where it never does; null lets it end. */
export type Moment = { afterMs: number; of: 'start' | 'go' } | null;

/** Runs a driver and kills it at a moment. What it had said by then is what the killer has received. */
export async function drive(bundle: string, task: TaskInput, moment: Moment): Promise<Driven> {
  const child = spawn(process.execPath, [path.join(bundle, 'driver.js'), JSON.stringify(task)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1' },
  });
  const ended = once(child, 'exit');
  const words = text(child.stderr);
  const lines: Line[] = [];
  let begunMs = performance.now();
  let ranMs = 0;
  const kill = (): void => {
    // A timer fires at whole milliseconds; a transaction takes less than one.
    while (performance.now() < begunMs + (moment?.afterMs ?? 0));
    child.kill('SIGKILL');
  };
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    begunMs = performance.now();
    if (moment) timer = setTimeout(kill, Math.max(0, Math.floor(moment.afterMs) - 1));
  };
  if (moment?.of === 'start') arm();
  const reader = createInterface({ input: child.stdout });
  reader.on('line', line => {
    // A line that was cut off by the end tells nothing.
    if (!line.endsWith('}')) return;
    const heard = readLine(line);
    lines.push(heard);
    if (heard.say === 'go' && moment?.of !== 'start') arm();
    if (heard.say === 'end') ranMs = performance.now() - begunMs;
  });
  const [[, signal]] = await Promise.all([ended, once(reader, 'close')]);
  clearTimeout(timer);
  return {
    operations: gatherOperations(lines),
    words: await words,
    killed: signal === 'SIGKILL',
    ranMs,
  };
}

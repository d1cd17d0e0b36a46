import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { appEnvironment, appFolder, findElectron } from './launch-app.ts';

/** A process as an unprivileged user, in a network of its own that leads nowhere. */
const apart = ['--user', '--map-user=1000', '--map-group=1000', '--net'];

/** Null where this system lets us set a process apart so; else why it does not. */
export function whyNotApart(): string | null {
  if (process.platform !== 'linux') return 'namespaces are Linux’s';
  const { error, status, stderr } = spawnSync('unshare', [...apart, 'true'], { encoding: 'utf8' });
  return error?.message ?? (status === 0 ? null : stderr.trim());
}

/** What the kernel counted, in the network of a process, of attempts to send anything anywhere. */
export function readSent(pid: number): Record<string, number> {
  const counted = { ...readTable(`/proc/${pid}/net/snmp`), ...readList(`/proc/${pid}/net/snmp6`) };
  // A route that is not there is counted too, even to this machine itself: in this network there is none.
  const wanted = /^(Ip:Out(Requests|NoRoutes)|Tcp:ActiveOpens|Udp:OutDatagrams|Ip6Out(Requests|NoRoutes))$/;
  return Object.fromEntries(Object.entries(counted).filter(([name]) => wanted.test(name)));
}

/** Two lines a protocol: names, then figures. */
function readTable(file: string): Record<string, number> {
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
  const pairs = lines.flatMap((line, index) => {
    if (index % 2 === 0) return [];
    const figures = line.split(' ');
    const names = lines[index - 1]?.split(' ') ?? [];
    return names.slice(1).map((name, n): [string, number] => [`${names[0]}${name}`, Number(figures[n + 1])]);
  });
  return Object.fromEntries(pairs);
}

function readList(file: string): Record<string, number> {
  if (!fs.existsSync(file)) return {};
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
  return Object.fromEntries(
    lines.map(line => line.split(/\s+/)).map(([name, figure]) => [name, Number(figure)]),
  );
}

/** Runs a program of Node's apart, and answers with what the kernel counted for it. */
export async function countSent(program: string): Promise<Record<string, number>> {
  const child = spawn('unshare', [...apart, findElectron(), '-e', `${program}; process.stdin.resume()`], {
    env: { ...appEnvironment(), ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const sent = readSent(child.pid ?? 0);
  child.kill('SIGKILL');
  return sent;
}

/** A process of the app: what Chromium calls it, and the state of its system call filter (2: one is in force). */
export type Part = { type: string; seccomp: number };

const answerSchema = z.object({ id: z.number(), result: z.record(z.string(), z.unknown()).optional() });

/** The app, apart, spoken to through a pipe instead of a port. */
export type AppApart = {
  pid: number;
  listParts(): Part[];
  /** Runs an expression in the window's page and answers with its value. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
};

/** Starts the built app apart, with its sandbox, and waits for its page. */
export async function launchApart(profile: string): Promise<AppApart> {
  const child = spawn(
    'unshare',
    [...apart, findElectron(), appFolder, '--remote-debugging-pipe', '--profile', profile],
    { env: appEnvironment(), stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const pid = child.pid ?? 0;
  const call = speak(child);
  let sessionId: string | null = null;
  while (sessionId === null) sessionId = await attach(call);
  const page = sessionId;
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await call(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true },
      page,
    );
    return z.object({ value: z.unknown() }).optional().parse(result)?.value;
  };
  while ((await evaluate("document.querySelector('h1') !== null")) !== true);
  return {
    pid,
    listParts: () => listFamily(pid).flatMap(readPart),
    evaluate,
    close: async () => {
      const ended = once(child, 'exit');
      process.kill(-pid, 'SIGKILL');
      await ended;
    },
  };
}

type Call = (method: string, params: object, sessionId?: string) => Promise<Record<string, unknown>>;

const targetsSchema = z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() }));

async function attach(call: Call): Promise<string | null> {
  const { targetInfos } = await call('Target.getTargets', {});
  const target = targetsSchema.parse(targetInfos).find(({ url }) => url.startsWith('app://'));
  if (!target) return null;
  const { sessionId } = await call('Target.attachToTarget', { targetId: target.targetId, flatten: true });
  return z.string().parse(sessionId);
}

/** Chromium's protocol over its two pipes: JSON, each message ended by a zero. */
function speak(child: ChildProcess): Call {
  const [, , , to, from] = child.stdio as [null, null, null, Writable, Readable];
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  let text = '';
  from.setEncoding('utf8').on('data', chunk => {
    const messages = (text + chunk).split('\0');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const answer = answerSchema.safeParse(JSON.parse(message));
      if (answer.success) waiting.get(answer.data.id)?.(answer.data.result ?? {});
    }
  });
  let last = 0;
  return (method, params, sessionId) => {
    const id = ++last;
    to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise(resolve => waiting.set(id, resolve));
  };
}

function listFamily(pid: number): number[] {
  const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children.map(Number).flatMap(listFamily)];
}

function readPart(pid: number): Part[] {
  const [, type] = /--type=([a-z-]+)/.exec(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? [];
  const [, seccomp] = /^Seccomp:\s*(\d)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return type === undefined ? [] : [{ type, seccomp: Number(seccomp) }];
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { BaselineApi, Session } from '../../../src-shared/ipc/contract.ts';
import { appEnvironment, findElectron, launchApp, startArguments } from '../../helpers/launch-app.ts';

/** Kills a process and all that it started, as a machine that runs out of memory does. Waits until none is left. */
export async function killGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) throw new Error('it never started');
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  process.kill(-pid, 'SIGKILL');
  await ended;
  while (isThere(pid)) await wait(5);
}

function isThere(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts the app as a person does, in a group of its own, and kills it after a moment. */
export async function killStart(profile: string, now: string, afterMs: number): Promise<void> {
  const child = spawn(findElectron(), startArguments(profile, now), {
    env: appEnvironment(),
    stdio: 'ignore',
    detached: true,
  });
  await wait(afterMs);
  await killGroup(child);
}

/** Asks the main process to end, as the system does at a logout, and waits until all of it has. */
async function logOut(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) throw new Error('it never started');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  while (isThere(pid)) await wait(5);
}

/** How the app is made to end. */
const ends = { kill: killGroup, logout: logOut } as const;
export type End = keyof typeof ends;

/** What was found when the app was opened, and what it said was done until it was ended. */
export type Used = { faults: string[]; acknowledged: string[] };

/**
 * Opens the app, works in its page until it is ended, and answers with the marks of what was reported: each answer and
 * each note carries one of its own, which the log keeps.
 */
export async function workAndEnd(
  profile: string,
  now: string,
  run: number,
  afterMs: number,
  end: End,
): Promise<Used> {
  const app = await launchApp({ profile, now });
  const faults = await findWords(app.page, profile);
  const acknowledged: string[] = [];
  const first = Promise.withResolvers<void>();
  await app.page.exposeFunction('acknowledge', (mark: string) => {
    acknowledged.push(mark);
    first.resolve();
  });
  const work = app.page.evaluate(workInPage, run).catch(() => undefined);
  await Promise.race([first.promise, work]);
  await wait(afterMs);
  await ends[end](app.electron.process());
  await work;
  return { faults: acknowledged.length > 0 ? faults : [...faults, 'the page did nothing'], acknowledged };
}

/** Opens the app, looks for words of trouble, and closes it. */
export async function openOnce(profile: string, now: string): Promise<string[]> {
  const app = await launchApp({ profile, now });
  const faults = await findWords(app.page, profile);
  await app.close();
  return faults;
}

/** Words that nobody needs to hear where nothing is wrong. */
async function findWords(page: Page, profile: string): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  const said = await page.getByRole('alert').allTextContents();
  const log = path.join(profile, 'faults.log');
  return [
    ...said.filter(Boolean).map(text => `the window says: ${text}`),
    ...(fs.existsSync(log) ? [`faults.log: ${fs.readFileSync(log, 'utf8').slice(0, 300)}`] : []),
  ];
}

/** Runs in the page, until the end of it: answers cards and writes notes of an interview as fast as they are taken. */
async function workInPage(run: number): Promise<void> {
  const api: BaselineApi = Reflect.get(globalThis, 'baseline');
  const acknowledge: (mark: string) => Promise<void> = Reflect.get(globalThis, 'acknowledge');
  const sessions: Session[] = [{ kind: 'today' }];
  const source = { kind: 'generated', seed: run, minutes: 35 } as const;
  await api.call('mocks:start', { source, level: 'guided', mode: 'practice' });
  const list = await api.call('mocks:list', {});
  const attemptId = list.ok ? (list.value.open?.attemptId ?? '') : '';
  const begun = await api.call('extra:begin', { scope: { kind: 'all' }, minutes: null });
  if (begun.ok) sessions.push(begun.value);
  for (let count = 0; count < 10_000; count++) {
    const takenMs = run * 10_000 + count;
    if (count % 3 === 2) {
      const noted = await api.call('mocks:note', { attemptId, text: `mark ${takenMs}` });
      if (noted.ok) await acknowledge(`mark ${takenMs}`);
      continue;
    }
    for (const session of sessions) {
      const next = await api.call('review:next', { session, learnAhead: true });
      if (!next.ok || next.value.kind !== 'card') continue;
      const { cardId, surfaceSeed } = next.value.card;
      const answer = { session, cardId, surfaceSeed, takenMs, rating: 3 } as const;
      const answered = await api.call('review:answer', { ...answer, response: null, confidence: null });
      if (answered.ok) await acknowledge(String(takenMs));
      break;
    }
  }
}

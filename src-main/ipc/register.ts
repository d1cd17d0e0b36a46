import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { type Channel, channels } from '../../src-shared/ipc/contract.ts';
import type { Clock } from '../clock.ts';
import { answerCall } from './answer.ts';
import type { Handlers } from './handler-types.ts';
import { isChannel, runHandler } from './handlers.ts';

export type Registration = {
  handlers: Handlers;
  clock: Clock;
  /** The one origin that may call, e.g. `app://baseline`. */
  origin: string;
  /** Hears that a call was answered, and something may be another than before. */
  after(): void;
  /** Keeps the details of a fault of ours. */
  log(error: unknown): void;
};

/** Puts every channel of the contract on Electron's IPC. A call from any other page or frame is refused. */
export function registerHandlers({ handlers, clock, origin, after, log }: Registration): void {
  const answer = (channel: Channel) => (event: IpcMainInvokeEvent, input: unknown) =>
    answerCall(() => {
      refuseStranger(event, origin);
      return runHandler(handlers, channel, input, clock.now()).finally(after);
    }, log);
  for (const name of Object.keys(channels)) {
    if (isChannel(name)) ipcMain.handle(name, answer(name));
  }
}

/** Throws a ProblemError where a call comes from any other page than Baseline's own, or from a frame in it. */
export function refuseStranger(event: IpcMainInvokeEvent, origin: string): void {
  const frame = event.senderFrame;
  // `new URL(…).origin` is "null" for custom protocols, so the frame's own origin is compared.
  if (frame === null || frame !== event.sender.mainFrame || frame.origin !== origin) {
    throw new ProblemError('invalid', 'This page may not call Baseline.', 'Nothing was changed.');
  }
}

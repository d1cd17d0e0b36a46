import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import {
  type RecoveryChannel,
  type RecoveryOutput,
  recoveryChannels,
} from '../../src-shared/ipc/recovery-contract.ts';
import type { Clock } from '../clock.ts';
import { answerCall, parseInput } from './answer.ts';
import { refuseStranger } from './register.ts';

export type RecoveryHandlers = {
  [C in RecoveryChannel]: (at: Instant) => RecoveryOutput<C> | Promise<RecoveryOutput<C>>;
};

const schemas: { [C in RecoveryChannel]: { input: z.ZodType; output: z.ZodType<RecoveryOutput<C>> } } =
  recoveryChannels;
const names = Object.keys(recoveryChannels).filter((name): name is RecoveryChannel =>
  Object.hasOwn(recoveryChannels, name),
);

/** Puts the channels of the recovery page on Electron's IPC, guarded as all others are. Answers with what takes them off. */
export function registerRecovery(
  handlers: RecoveryHandlers,
  { clock, origin, log }: { clock: Clock; origin: string; log(error: unknown): void },
): () => void {
  const run = async <C extends RecoveryChannel>(channel: C, input: unknown): Promise<RecoveryOutput<C>> => {
    parseInput(schemas[channel].input, input);
    return schemas[channel].output.parse(await handlers[channel](clock.now()));
  };
  for (const name of names) {
    ipcMain.handle(name, (event: IpcMainInvokeEvent, input: unknown) =>
      answerCall(() => {
        refuseStranger(event, origin);
        return run(name, input);
      }, log),
    );
  }
  return () => {
    for (const name of names) ipcMain.removeHandler(name);
  };
}

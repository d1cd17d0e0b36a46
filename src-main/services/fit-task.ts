import type { MessagePort } from 'node:worker_threads';
import type { Fitted } from '../../src-shared/domain/fit/outcome.ts';
import type { FitScope } from '../../src-shared/domain/fit/prepare.ts';
import type { Sequence } from '../../src-shared/domain/fit/sequence.ts';
import type { Weights } from '../../src-shared/domain/memory.ts';

/** What the worker is started with. It reads no database. */
export type FitTask = {
  sequences: readonly Sequence[];
  reviews: number;
  scope: FitScope;
  cutDay: number;
  weights: Weights;
  port: MessagePort;
  /** See `signalSlots`; shared by both threads. */
  signal: Int32Array;
};
/** What it says. Progress is 0 to 1. */
export type FitMessage =
  | { kind: 'progress'; share: number }
  | { kind: 'fitted'; fitted: Fitted }
  | { kind: 'failed'; message: string };

/** Slots of the signal, 0 or 1: the answer is on the port (for a caller without an event loop), and cancel. */
export const signalSlots = { answered: 0, cancelled: 1 } as const;

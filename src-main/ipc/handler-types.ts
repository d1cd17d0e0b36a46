import type { z } from 'zod';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { Channel, channels } from '../../src-shared/ipc/contract.ts';

/** What each channel is called with, parsed. */
export type Inputs = { [C in Channel]: z.output<(typeof channels)[C]['input']> };
/** What each channel answers with. */
export type Outputs = { [C in Channel]: z.output<(typeof channels)[C]['output']> };
/** One handler a channel. */
export type Handlers = {
  [C in Channel]: (input: Inputs[C], at: Instant) => Outputs[C] | Promise<Outputs[C]>;
};

import { z } from 'zod';
import { problemSchema } from '../domain/problem.ts';
import { backupLineSchema } from './backup-contract.ts';
import type { Result } from './contract.ts';

/** The contract of the recovery page, which stands where a profile cannot be opened. It has channels of its own. */

const count = z.number().int();
const empty = z.object({});

export const recoveryChoicesSchema = z.object({
  /** What stands whole in the damaged database; `lost` is null where it cannot be told. */
  salvage: z.object({ events: count, answers: count, lost: count.nullable() }),
  /** The newest backup that was proven to be whole. */
  backup: backupLineSchema.nullable(),
});
export type RecoveryChoices = z.infer<typeof recoveryChoicesSchema>;

/** What was done, and the folder in which the damaged database was kept aside. */
export const recoveredSchema = z.object({
  kept: z.string(),
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('salvaged'), events: count, answers: count, lost: count.nullable() }),
    z.object({ kind: z.literal('put-back'), backup: backupLineSchema }),
    z.object({ kind: z.literal('anew') }),
  ]),
});
export type Recovered = z.infer<typeof recoveredSchema>;

export const recoveryChannels = {
  'recovery:get': {
    input: empty,
    output: z.object({ problem: problemSchema, profile: z.string(), choices: recoveryChoicesSchema }),
  },
  'recovery:salvage': { input: empty, output: recoveredSchema },
  'recovery:put-back': { input: empty, output: recoveredSchema },
  'recovery:start-anew': { input: empty, output: recoveredSchema },
  /** Shows the folder in which everything lies. */
  'recovery:open-folder': { input: empty, output: empty },
  /** Opens the profile again; the window of the page closes where that goes well. */
  'recovery:open': { input: empty, output: empty },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

/** The name of a channel of the recovery page. */
export type RecoveryChannel = keyof typeof recoveryChannels;
/** What such a channel answers with. */
export type RecoveryOutput<C extends RecoveryChannel> = z.output<(typeof recoveryChannels)[C]['output']>;
/** What the page has at `window.recovery`. */
export type RecoveryApi = { call<C extends RecoveryChannel>(channel: C): Promise<Result<RecoveryOutput<C>>> };

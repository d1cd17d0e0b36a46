import { z } from 'zod';

/** The part of the contract that is about a profile as a whole. The main process asks for folders itself: a page never names one. */

/** What is written to start over. */
export const resetWord = 'reset';

const copySchema = z.object({ folder: z.string(), files: z.number().int() });
/** A copy of the profile, every file of which was compared. */
export type ProfileCopy = z.infer<typeof copySchema>;

const empty = z.object({});

/** The channels of profiles. */
export const profileChannels = {
  /** Shows the folder with all of the person's data. */
  'profile:open-folder': { input: empty, output: empty },
  /** Asks for a folder and starts Baseline again on the profile in it; null where none was chosen. */
  'profile:open-another': { input: empty, output: z.object({ opened: z.string().nullable() }) },
  /** Asks for an empty folder and copies the profile into it; null where none was chosen. */
  'profile:copy': { input: empty, output: z.object({ copy: copySchema.nullable() }) },
  /** Starts Baseline again on the last copy that was made. */
  'profile:open-copy': { input: empty, output: empty },
  /** Saves what is there, and takes all progress back to the beginning. */
  'profile:reset': {
    input: z.object({ word: z.literal(resetWord) }),
    output: z.object({ saved: z.string().describe('the backup of what was there, to go back by') }),
  },
} as const;

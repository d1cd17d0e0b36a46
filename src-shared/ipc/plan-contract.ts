import { z } from 'zod';

const share = z.number().min(0).max(1);

/** What an interview plan comes to, if it is kept. Recalls are 0 to 1 over all cards; one never met counts 0. */
export const planSchema = z.object({
  interviewDate: z.string().describe('YYYY-MM-DD'),
  daysLeft: z.number().int().describe('study days until the interview, today included'),
  minutesPerDay: z.number().int(),
  cards: z.number().int().describe('cards that take part: all but suspended ones'),
  today: z
    .object({ reviews: z.number().int(), newCards: z.number().int(), mockMinutes: z.number().int() })
    .describe('what is left of today'),
  recall: z.object({
    now: share.describe(
      'mean predicted recall of all cards now; a card never met, or in its steps, counts 0',
    ),
    without: share.describe('on the day, if nothing more were studied'),
    with: share.describe('on the day, with this plan'),
  }),
  notReady: z.object({
    defaults: z
      .array(z.object({ id: z.string(), name: z.string(), recall: share }))
      .describe('defaults whose cards stay below 80 % on the day, the weakest first'),
    cards: z.number().int().describe('cards met by then that stay below 80 %'),
    neverMet: z.number().int().describe('cards that there is no room for before the day'),
  }),
  advice: z
    .object({ minutes: z.number().int(), recall: share })
    .nullable()
    .describe('another number of minutes: fewer that do nearly as well, or more that are needed'),
  days: z.array(
    z.object({
      date: z.string(),
      reviews: z.number().int(),
      newCards: z.number().int(),
      cardMinutes: z.number(),
      mockMinutes: z.number().int(),
    }),
  ),
  says: z.array(z.string()).describe('the same in plain words'),
});
export type Plan = z.infer<typeof planSchema>;

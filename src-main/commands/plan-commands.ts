import { z } from 'zod';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { settingsSchema } from '../../src-shared/domain/settings.ts';
import { planSchema } from '../../src-shared/ipc/plan-contract.ts';
import { readPlan } from '../services/plan.ts';
import { type AnyCommand, defineCommand } from './define.ts';

const plan = defineCommand({
  name: 'plan',
  summary: 'What a plan for an interview comes to. Sets nothing.',
  needs: 'read',
  positional: [],
  options: {},
  optional: {
    date: 'day of the interview, YYYY-MM-DD; that of the settings where it is left out',
    minutes: 'minutes a day; those of the settings where it is left out',
  },
  input: z.object({
    date: z.string().optional(),
    minutes: z.coerce.number().pipe(settingsSchema.shape.minutesPerDay).optional(),
  }),
  output: planSchema,
  run: ({ profile, at }, { date, minutes }) => {
    const settings = profile.journal.settings();
    const interviewDate = date ?? settings.interviewDate;
    if (interviewDate === null) {
      throw new ProblemError('invalid', 'There is no interview date.', 'Give one with --date 2026-12-24.');
    }
    const value = readPlan(profile, at, { interviewDate, minutesPerDay: minutes ?? settings.minutesPerDay });
    if (!value) throw new ProblemError('invalid', `${interviewDate} is not ahead.`);
    return value;
  },
  format: value =>
    [
      `${value.interviewDate}: ${value.daysLeft} days left`,
      ...value.says,
      ...value.days.map(
        ({ date, reviews, newCards, cardMinutes, mockMinutes }) =>
          `  ${date}: ${reviews} reviews, ${newCards} new, ${Math.round(cardMinutes)} min` +
          (mockMinutes > 0 ? `, and a mock of ${mockMinutes} min` : ''),
      ),
    ].join('\n'),
});

/** Commands about the interview plan. */
export const planCommands: readonly AnyCommand[] = [plan];

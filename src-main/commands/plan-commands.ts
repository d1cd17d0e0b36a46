import { z } from 'zod';
import { describeFit, fittedSchema } from '../../src-shared/domain/fit/outcome.ts';
import { fitLimits } from '../../src-shared/domain/fit/prepare.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { settingsSchema } from '../../src-shared/domain/settings.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import { planSchema } from '../../src-shared/ipc/plan-contract.ts';
import { applyFit, fitNow } from '../services/fit.ts';
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
    if (!value)
      throw new ProblemError('invalid', `${interviewDate} is not ahead.`, 'Name a day that is yet to come.');
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

const optimise = defineCommand({
  name: 'optimise',
  summary: 'Fits FSRS’s weights to the log, and says whether they foresee the latest reviews better.',
  needs: 'read',
  positional: [],
  options: {},
  flags: {
    apply: 'takes them into force if they are better; undo takes that back',
    reschedule: 'with --apply: also moves due dates to what they would be now',
  },
  input: z.object({ apply: z.boolean().default(false), reschedule: z.boolean().default(false) }),
  output: z.object({
    outcome: z.enum(['fitted', 'refused']),
    scope: fittedSchema.shape.scope.nullable(),
    reviews: fittedSchema.shape.reviews,
    needed: z.number().int().describe('reviews that a fit needs at least'),
    heldBack: fittedSchema.shape.heldBack.nullable(),
    before: fittedSchema.shape.before.nullable(),
    after: fittedSchema.shape.after.nullable(),
    better: z.boolean(),
    weights: fittedSchema.shape.weights.nullable(),
    applied: z.boolean(),
    moved: z.number().int().describe('due dates that were changed'),
    says: z.array(z.string()).describe('the same in plain words'),
  }),
  run: ({ profile, at }, { apply, reschedule }) => {
    const fitted = fitNow(profile);
    const says = describeFit(fitted);
    const needed = fitLimits.fewest;
    if (fitted.kind === 'refused') {
      const none = { scope: null, heldBack: null, before: null, after: null, weights: null };
      const { reviews } = fitted;
      return {
        outcome: 'refused' as const,
        ...none,
        reviews,
        needed,
        better: false,
        applied: false,
        moved: 0,
        says,
      };
    }
    const { kind, ...rest } = fitted;
    const applied = apply && fitted.better;
    const moved = applied ? applyFit(profile, fitted, reschedule, at) : 0;
    return { outcome: kind, ...rest, needed, applied, moved, says };
  },
  format: ({ says, applied, moved }) =>
    [...says, ...(applied ? [`Applied; ${countOf(moved, 'due date')} changed.`] : [])].join('\n'),
});

/** Commands about what lies ahead: the interview plan, and weights that foresee better. */
export const planCommands: readonly AnyCommand[] = [plan, optimise];

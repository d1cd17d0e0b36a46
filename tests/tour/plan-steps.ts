import type { LaunchedApp } from '../helpers/launch-app.ts';
import type { Tour } from './tour.ts';

/** A date for the interview, and what the plan makes of it. */
export async function tourPlan({ page }: LaunchedApp, tour: Tour): Promise<void> {
  await tour.step(
    'A plan begins with the day of the interview.',
    () => page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Plan' }).click(),
    () => page.getByText('Give the date of your interview.'),
  );
  await tour.step(
    'Two weeks to go: what will be known on the day, and each day until then.',
    () => page.getByLabel('Interview date').fill('2026-12-08'),
    () => page.getByRole('heading', { name: /^14 days left/ }),
  );
  await tour.step(
    'Backups are made by themselves; any of them can be put back.',
    () => page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Settings' }).click(),
    () => page.getByRole('region', { name: 'Backups' }),
  );
}

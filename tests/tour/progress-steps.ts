import type { LaunchedApp } from '../helpers/launch-app.ts';
import { openScreen } from '../helpers/review-page.ts';
import type { Tour } from './tour.ts';

/** Progress after a hundred days of study. */
export async function tourProgress({ page }: LaunchedApp, tour: Tour): Promise<void> {
  const go = (section: string): Promise<void> =>
    page.getByRole('navigation', { name: 'On this page' }).getByRole('button', { name: section }).click();
  await tour.step(
    'After a hundred days: how well each default is held.',
    () => openScreen(page, 'Progress'),
    () => page.getByText(/^You hold \d+ of \d+ defaults/),
  );
  await tour.step(
    'What was done, by day and by hour.',
    () => go('Reviews'),
    () => page.getByRole('figure', { name: 'The last year' }),
  );
  await tour.step(
    'What is remembered, against the target.',
    () => go('Memory'),
    () => page.getByRole('figure', { name: 'What you remember, by week' }),
  );
  await tour.step(
    'What comes in the next days.',
    () => go('What comes'),
    () => page.getByRole('figure', { name: 'The next 30 days' }),
  );
  await tour.step(
    'The same figures as a table.',
    () => page.getByRole('figure', { name: 'The next 30 days' }).getByText('As a table').click(),
    () => page.getByRole('table'),
  );
}

import path from 'node:path';
import { answerDialogs } from '../helpers/answer-dialogs.ts';
import type { LaunchedApp } from '../helpers/launch-app.ts';
import { openScreen } from '../helpers/review-page.ts';
import type { Tour } from './tour.ts';

/** Takes everything out of one profile, and brings it into a new one. */
export async function tourExchange(from: LaunchedApp, to: LaunchedApp, tour: Tour): Promise<void> {
  const file = path.join(from.profile, 'everything.json');
  await answerDialogs(from.electron, file);
  await answerDialogs(to.electron, file);
  await tour.on(from).step(
    'Everything is written into one file.',
    async () => {
      await from.page
        .getByRole('navigation', { name: 'Screens' })
        .getByRole('button', { name: 'Settings' })
        .click();
      await from.page.getByRole('button', { name: 'Export: Everything' }).click();
    },
    () => from.page.getByText(/^Saved: \d/),
  );
  await tour.on(to).step(
    'A new profile brings it in.',
    async () => {
      await openScreen(to.page, 'Settings');
      await to.page.getByRole('button', { name: 'Import a file' }).click();
    },
    () => to.page.getByText(/^everything\.json: progress of \d+ cards/),
  );
  await tour.on(to).step(
    'What was known there is known here.',
    () => openScreen(to.page, 'Progress'),
    () => to.page.getByText(/^You hold \d+ of \d+ defaults/),
  );
}

import type { LaunchedApp } from '../helpers/launch-app.ts';
import { begin, board, decide, goTo, handIn, openMocks, timeLeft } from '../helpers/mock-page.ts';
import type { Tour } from './tour.ts';

/** A short mock interview by keyboard, its report, and the cards it brought back. */
export async function tourMock({ page }: LaunchedApp, tour: Tour): Promise<void> {
  await tour.step(
    'The mock interviews, and the next one to take.',
    () => openMocks(page),
    () => page.getByRole('heading', { level: 1 }),
  );
  await tour.step(
    'The clock runs: questions first.',
    () => begin(page, 'Print sale'),
    () => timeLeft(page),
  );
  await tour.step(
    'An answer to a question is heard.',
    () => page.keyboard.press('a'),
    () => page.getByText('7 questions left'),
  );
  await tour.step(
    'The board: a decision, its reason, how sure.',
    async () => {
      await goTo(page, 'Interface');
      await decide(page, ['1', '0', 'h']);
    },
    () => board(page),
  );
  await tour.step(
    'The interviewer pushes back.',
    () => goTo(page, 'Twists'),
    () => page.getByText(/^The interviewer pushes back/),
  );
  await tour.step(
    'The last check, before it is handed in.',
    () => goTo(page, 'Check'),
    () => page.getByRole('button', { name: 'Hand it in' }),
  );
  await tour.step(
    'Said aloud, beside a model answer.',
    () => handIn(page),
    () => page.getByRole('heading', { name: 'Say your design aloud' }),
  );
  await tour.step(
    'The report: the decision score, and why.',
    () => page.keyboard.press('Enter'),
    () => page.getByText('decision score', { exact: true }),
  );
  await tour.step(
    'Each decision with what holds, and the rule.',
    () => page.getByRole('heading', { name: 'Back in your next review' }).scrollIntoViewIfNeeded(),
    () => page.getByRole('heading', { name: 'Back in your next review' }),
  );
  await tour.step(
    'The cards that it brought back come first.',
    async () => {
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('Enter');
    },
    () => page.getByText('missed in Print sale'),
  );
  await page.keyboard.press('Escape');
}

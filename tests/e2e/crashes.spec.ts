import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { answerThere, chooseInDialogs, crashPage, listDialogs, readHeading } from '../helpers/crashes.ts';
import { prepareProfile, readCard } from '../helpers/past.ts';
import { morning } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

const readFaults = (profile: string): string => fs.readFileSync(path.join(profile, 'faults.log'), 'utf8');

/** The id of the process that paints. */
const findGraphics = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0);

/** Its first card is asked before all others. */
const profileWithCards = (): string =>
  prepareProfile(
    [{ id: 'probe.1' }, { id: 'probe.2' }],
    [{ card: 'probe.1', rating: 'again', at: '2026-11-24T07:20:00+01:00' }],
  );

test('a page whose process dies is told of, and the review goes on with its card', async ({ launch }) => {
  const { page, electron, profile } = await launch({ now: morning, profile: profileWithCards() });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByText('What is probe.1?')).toBeVisible();
  await chooseInDialogs(electron, 0);
  await crashPage(electron);
  await expect.poll(() => readHeading(electron)).toBe('Review: The deck probe');
  expect(await listDialogs(electron)).toEqual(['The window stopped working.']);
  expect(readFaults(profile)).toContain('the page ended, crashed');
});

test('a fault of the main process is told once and logged; after it, and without the graphics process, answers are kept', async ({
  launch,
}) => {
  const { page, electron, profile } = await launch({ now: morning, profile: profileWithCards() });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await chooseInDialogs(electron, 1);
  for (const word of ['first', 'second']) {
    await runInMain(
      electron,
      (_main, text) =>
        void setImmediate(() => {
          throw new RangeError(text);
        }),
      word,
    );
  }
  await expect.poll(() => listDialogs(electron)).toEqual(['Something went wrong inside Baseline.']);
  await expect.poll(() => readFaults(profile).match(/RangeError/g)).toHaveLength(2);
  const gpu = await findGraphics(electron);
  process.kill(gpu, 'SIGKILL');
  await expect.poll(() => findGraphics(electron)).not.toBe(gpu);
  const cardId = await answerThere(page);
  expect(readCard(profile, cardId).state.phase).not.toBe('new');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

import type { ElectronApplication, Page } from '@playwright/test';
import type Electron from 'electron';
import { defaultIds } from '../../src-shared/domain/rules/decisions.ts';
import { expect, test } from '../helpers/app-test.ts';
import { prepareLearner, readStats } from '../helpers/past.ts';
import { morning, openScreen } from '../helpers/review-page.ts';
import { runInMain } from '../helpers/run-in-main.ts';

/** A hundred days of two new cards each, ended four days ago. */
function prepareHistory(): string {
  const begin = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };
  return prepareLearner({ begin, days: 102, newPerDay: 2, seed: 7 });
}

/** A plot by its title. */
const plot = (page: Page, title: string) => page.getByRole('figure', { name: title, exact: true });

/** The cells of a plot's table, opened by keyboard, without its head. */
async function readTable(page: Page, title: string): Promise<string[][]> {
  await plot(page, title).getByText('As a table').press('Enter');
  const rows = plot(page, title).getByRole('row');
  await expect(rows.first()).toBeVisible();
  return rows.all().then(all => Promise.all(all.slice(1).map(row => row.getByRole('cell').allInnerTexts())));
}

const percent = (share: number | null | undefined): string => `${Math.round((share ?? 0) * 100)}\u00a0%`;

test('a new profile says what is not there yet, and how far it is', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await openScreen(page, 'Progress');
  await expect(page.getByText(`You have met none of the ${defaultIds.length} defaults yet.`)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'not met yet' })).toHaveCount(defaultIds.length);
  await expect(page.getByText('Nothing answered yet.')).toBeVisible();
  for (const text of [
    'Not enough reviews yet: 0 of 50.',
    'Not enough reviews yet: 0 of 100.',
    'Not enough studied cards yet: 0 of 10.',
  ])
    await expect(page.getByText(text)).toBeVisible();
  await expect(page.getByText('No mock interview yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Tuesday, 24 November' })).toBeFocused();
});

test('a history is told as the command line tells it, in sentences, drawings and tables', async ({
  launch,
}) => {
  const { page, profile } = await launch({ now: morning, profile: prepareHistory() });
  const stats = readStats(profile, morning);
  await openScreen(page, 'Progress');

  const firm = stats.mastery.filter(({ standing }) => standing === 'firm').length;
  await expect(
    page.getByText(`You hold ${firm} of ${defaultIds.length} defaults at 90 % or more`),
  ).toBeVisible();
  for (const { name, recall, standing } of stats.mastery) {
    const words = { firm: 'firm', fading: 'fading', partly: 'met in part', unmet: 'not met yet' }[standing];
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: `${name}${Math.round((recall ?? 0) * 100)} % now, ${words}` }),
    ).toHaveCount(1);
  }

  const { activity, retention, calibration, forecast, stages } = stats;
  await expect(plot(page, 'The last year')).toContainText(
    `${activity.answers.toLocaleString('en-GB')} answers in 4 hours, on ${activity.studiedDays} days`,
  );
  expect(await readTable(page, 'Answers and minutes a day')).toEqual(
    activity.days.slice(-30).map(({ answers, minutes }) => [String(answers), String(Math.round(minutes))]),
  );
  expect(await readTable(page, 'What you remember, by topic')).toEqual(
    retention.value?.topics.map(({ share, of, low, high }) => [
      `${percent(share)} of ${of}`,
      `${Math.round(low * 100)}–${percent(high)}`,
    ]),
  );
  expect((await readTable(page, 'Expected and remembered')).map(([mean]) => mean)).toEqual(
    calibration.value?.bins.map(({ predicted }) => percent(predicted)),
  );
  await expect(page.getByText(calibration.value?.logLoss.toFixed(3) ?? '')).toBeVisible();
  expect((await readTable(page, 'The next 30 days')).map(([reviews, fresh]) => [reviews, fresh])).toEqual(
    forecast.map(({ reviews, newCards }) => [String(reviews), String(newCards)]),
  );
  expect(await readTable(page, 'Where your cards stand')).toEqual(
    stages.topics.map(({ counts: { mature, young, learning, new: fresh, suspended } }) =>
      [mature, young, learning, fresh, suspended].map(String),
    ),
  );

  // A drawing for each plot, with nothing inside that the keyboard would stop at, and nothing that moves.
  for (const drawing of await page.locator('.plot-drawing').all())
    expect(await drawing.locator('svg, .intervals').count()).toBeGreaterThan(0);
  expect(
    await page.locator('.plot-drawing').locator('a, button, [tabindex]:not([tabindex="-1"])').count(),
  ).toBe(0);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

/** Has the main process hold back what is counted until `release`. */
async function holdCount(electron: ElectronApplication, page: Page): Promise<{ release(): Promise<void> }> {
  const result = await page.evaluate(() => window.baseline.call('stats:count', {}));
  const hold = (main: typeof Electron, answer: unknown): void => {
    main.ipcMain.removeHandler('stats:count');
    main.ipcMain.handle(
      'stats:count',
      () => new Promise(resolve => main.ipcMain.once('test:release', () => resolve(answer))),
    );
  };
  await runInMain(electron, hold, result);
  return {
    release: () => runInMain(electron, ({ ipcMain }) => void ipcMain.emit('test:release'), null),
  };
}

test('what every answer is counted for comes later, and moves nothing', async ({ launch }) => {
  const { page, electron } = await launch({ now: morning, profile: prepareHistory() });
  const { release } = await holdCount(electron, page);
  await openScreen(page, 'Progress');
  await expect(plot(page, 'The last year')).toBeVisible();
  await expect(plot(page, 'The next 30 days')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(7);
  await page.getByRole('button', { name: 'What comes' }).click();
  const heading = page.getByRole('heading', { name: 'What comes' });
  const before = await heading.boundingBox();
  const height = () => page.evaluate(() => document.querySelector('main')?.scrollHeight ?? 0);
  const heightBefore = await height();
  await release();
  await expect(plot(page, 'Expected and remembered')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  // Two lines of text more or less over the seven plots; where a person reads, nothing.
  expect(Math.abs((await height()) - heightBefore)).toBeLessThan(50);
  expect(Math.abs(((await heading.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
});

test('what could not be counted is counted again on demand, and the rest stands meanwhile', async ({
  launch,
}) => {
  const { page, electron } = await launch({ now: morning, profile: prepareHistory() });
  await runInMain(
    electron,
    ({ ipcMain }) => {
      ipcMain.removeHandler('stats:count');
      ipcMain.handle('stats:count', () => ({
        ok: false,
        problem: { code: 'failed', message: 'Counting failed.', hint: 'Try again.' },
      }));
    },
    null,
  );
  await openScreen(page, 'Progress');
  await expect(plot(page, 'The last year')).toBeVisible();
  await expect(page.getByText('Your answers could not be counted.')).toHaveCount(3);
  await runInMain(
    electron,
    ({ ipcMain }) => {
      ipcMain.removeHandler('stats:count');
      ipcMain.handle('stats:count', () => new Promise(() => undefined));
    },
    null,
  );
  await page.getByRole('button', { name: 'Try again' }).first().press('Enter');
  await expect(page.getByText('Your answers could not be counted.')).toHaveCount(0);
  await expect(page.getByText('Counting…').first()).toBeVisible();
});

test('sections are reached by keyboard, and a later day comes with an interview', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareHistory() });
  await openScreen(page, 'Progress');
  await expect(page.getByText('With an interview date under Plan')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Memory' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Memory' })).toBeInViewport();
  await page.evaluate(() => window.baseline.call('settings:set', { interviewDate: '2026-12-24' }));
  await page.keyboard.press('Escape');
  await openScreen(page, 'Progress');
  await expect(
    page.getByText(/On Thursday, 24 December, without another answer, it would be \d+ defaults?\./),
  ).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /\d+ % on 24 Dec/ })).toHaveCount(
    defaultIds.length,
  );
});

test('a mock interview that was handed in stands among the scores', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  const total = await page.evaluate(async () => {
    const source = { kind: 'curated', promptId: 'ticket-shop' } as const;
    const begun = await window.baseline.call('mocks:start', { source, level: 'guided', mode: 'strict' });
    const attemptId = begun.ok && begun.value.kind === 'running' ? begun.value.view.attemptId : '';
    const act = { type: 'decide', part: 'booking', decision: 'consistency', option: 'strong' } as const;
    await window.baseline.call('mocks:act', { attemptId, act });
    await window.baseline.call('mocks:submit', { attemptId });
    const report = await window.baseline.call('mocks:report', { attemptId });
    return report.ok ? Math.round(report.value.total) : -1;
  });
  await openScreen(page, 'Progress');
  await expect(page.getByText(`Your first mock interview came to ${total} points of 100.`)).toBeVisible();
  expect(await readTable(page, 'Scores')).toEqual([['Ticket shop', String(total), '']]);
  await expect(page.getByText('Not enough decisions with a confidence yet: 0 of 20.')).toBeVisible();
  expect(
    (await readTable(page, 'What you know and what you use')).map(cells => cells.at(-1)?.split(':')[0]),
  ).toEqual(Array.from({ length: 6 }, () => 'Not enough yet'));
});

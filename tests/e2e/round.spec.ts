import { expect, test } from '../helpers/app-test.ts';
import { listOverflowing, makeSmall } from '../helpers/layout.ts';
import { killAndReopen, openMocks } from '../helpers/mock-page.ts';
import { morning, said } from '../helpers/review-page.ts';
import { beginFirstEvening, decideOn, roundTime, takeFirstEvening, verdict } from '../helpers/round-page.ts';

test('the first evening by keyboard alone, from today’s screen to the cards that mend it', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await beginFirstEvening(page);
  await expect(roundTime(page)).toHaveText(/^[45]:\d\d$/);
  await takeFirstEvening(page);

  await expect(page.getByRole('heading', { level: 1, name: 'Starting point' })).toBeFocused();
  // The first option cannot hold everywhere: one of the ten has outgrown one database.
  await expect(page.getByText(/^You (left|stayed|reached|went|settled|misjudged) .*\.$/)).toBeVisible();
  await expect(page.getByText(/^\d of 10 held\.$/)).toBeVisible();
  const map = page.getByRole('region', { name: 'The six topics' }).getByRole('listitem');
  await expect(map).toHaveCount(6);
  await expect(map.filter({ hasText: /\d of \d right/ })).toHaveCount(6);
  // Each decision that did not hold, with what does.
  const misses = page.getByRole('region', { name: /^What did not hold/ });
  await expect(misses.getByText(/^You said .+\. Right: .+\.$/).first()).toBeVisible();
  const mend = page.getByRole('region', { name: /that would mend it$/ });

  await page.keyboard.press('p');
  await expect(mend.getByText(/^Done: \d+ cards come first in your next review\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put them first for later' })).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(said(page, /^Undone: Bring back \d+ cards/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put them first for later' })).toBeVisible();
  // Those alone, counted, and then an end.
  await page.keyboard.press('Enter');
  await expect(page.getByText('from your starting point')).toBeVisible();
  const place = await page.getByText(/^1 of \d+$/).textContent();
  const of = Number(place?.split(' ').at(-1));
  for (let n = 1; n <= of; n++) {
    await expect(page.getByText(`${n} of ${of}`, { exact: true })).toBeVisible();
    await page.keyboard.press(' ');
    await expect(page.getByRole('group', { name: 'How did it go?' })).toBeVisible();
    await page.keyboard.press('3');
  }
  await expect(page.getByRole('heading', { level: 1, name: `Those were the ${of} cards` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Five minutes: find out where to begin')).toHaveCount(0);
});

test('a quick round by keyboard alone: judged at once, left early, and listed among the rounds', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  await openMocks(page);
  await page.keyboard.press('q');
  await expect(page.getByText('Decision 1', { exact: true })).toBeVisible();
  const facts = page.getByRole('main').getByRole('listitem');
  const before = await facts.allTextContents();
  await decideOn(page, 1);
  await expect(verdict(page).getByRole('heading', { name: /^(Right|Not right|Defensible)$/ })).toBeVisible();
  await expect(verdict(page).getByRole('heading', { name: 'Because' })).toBeVisible();
  await expect(verdict(page).getByRole('heading', { name: 'Belongs to' })).toBeVisible();
  // A second press of the digit answers nothing: the next decision was not asked for yet.
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Decision 2(, 1 right)?$/)).toBeVisible();
  expect(await facts.allTextContents()).not.toEqual(before);
  await decideOn(page, 2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Quick round' })).toBeFocused();
  await expect(page.getByText(/^(All 2 held|\d of 2 held)\.$/)).toBeVisible();

  await page.keyboard.press('Escape');
  const rounds = page.getByRole('region', { name: 'Past rounds' });
  await expect(rounds.getByText(/^\d of 2$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Past interviews' }).getByText('None yet')).toBeVisible();
  await rounds.getByRole('button', { name: 'Quick round' }).press('Enter');
  await expect(page.getByText(/^(All 2 held|\d of 2 held)\.$/)).toBeVisible();
  await page.keyboard.press('q');
  await expect(page.getByText('Decision 1', { exact: true })).toBeVisible();
});

test('killed in the middle and reopened, the round goes on where it was; its time ran on', async ({
  launch,
}) => {
  const app = await launch({ now: morning });
  await beginFirstEvening(app.page);
  await decideOn(app.page, 1);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText(/^Decision 2 of 10/)).toBeVisible();
  const asked = await app.page.getByRole('main').textContent();
  await killAndReopen(app, '2026-11-24T08:03:00+01:00');
  await expect(
    app.page.getByRole('heading', { name: 'Five minutes: find out where to begin' }),
  ).toBeVisible();
  await app.page.keyboard.press('d');
  await expect(app.page.getByText(/^Decision 2 of 10/)).toBeVisible();
  await expect(roundTime(app.page)).toHaveText(/^[12]:\d\d$/);
  expect(await app.page.getByRole('main').textContent()).toBe(asked);
});

test('when the time is up the round ends by itself, with what was answered', { tag: '@long' }, async ({
  launch,
}) => {
  const app = await launch({ now: morning });
  await openMocks(app.page);
  await app.page.keyboard.press('q');
  await decideOn(app.page, 1);
  await killAndReopen(app, '2026-11-24T08:04:55+01:00');
  await openMocks(app.page);
  await app.page.keyboard.press('q');
  await expect(said(app.page, 'The time is up.')).toBeVisible({ timeout: 15_000 });
  await expect(app.page.getByText(/^One decision, and it (held|did not hold)\.$/)).toBeVisible();
});

test('at 900 × 600 and 200 % nothing of a round is cut off, and what acts stays in sight', async ({
  launch,
}) => {
  const { page, electron } = await launch({ now: morning });
  await makeSmall(electron, page, 2);
  await openMocks(page);
  expect(await listOverflowing(page)).toEqual([]);
  await beginFirstEvening(page);
  await expect(roundTime(page)).toBeInViewport({ ratio: 1 });
  expect(await listOverflowing(page)).toEqual([]);
  await decideOn(page, 1);
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toBeInViewport({ ratio: 1 });
  const label = verdict(page).getByRole('heading').first();
  // The scrolling stops on whole pixels, so a hair of a label that is drawn between them may be out.
  await expect(label).toBeInViewport({ ratio: 0.99 });
  const [result, foot] = [await label.boundingBox(), await next.boundingBox()];
  expect(result && foot && result.y + result.height <= foot.y).toBe(true);
  expect(await listOverflowing(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'The six topics' })).toBeVisible();
  expect(await listOverflowing(page)).toEqual([]);
});

import { expect, type Locator, type Page } from '@playwright/test';

/** The clock of a round. */
export const roundTime = (page: Page): Locator => page.getByRole('timer', { name: 'Time left' });

/** The verdict on the decision on screen. */
export const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Answer', exact: true });

/** Begins the diagnostic from a screen that offers it. */
export async function beginFirstEvening(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Find out/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Starting point' })).toBeVisible();
  await expect(page.getByText('Decision 1 of 10')).toBeVisible();
}

/** Answers the decision on screen with its n-th option. */
export async function decideOn(page: Page, option: number): Promise<void> {
  await expect(page.getByRole('list', { name: 'Options' })).toBeVisible();
  await page.keyboard.press(String(option));
  await expect(verdict(page)).toBeFocused();
}

/** Takes the diagnostic from a decision on, each with its first option, up to what it came to. */
export async function takeFirstEvening(page: Page, from = 1): Promise<void> {
  for (let n = from; n <= 10; n++) {
    await expect(page.getByText(`Decision ${n} of 10`)).toBeVisible();
    await decideOn(page, 1);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { level: 2, name: 'The six topics' })).toBeVisible();
}

import { expect, type Locator, type Page } from '@playwright/test';

/** The card as it will be asked, beside what is written. */
export const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview' });

/** Opens the one card of the probes' deck in the editor, by keyboard. */
export async function editProbe(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Cards' })
    .press('Enter');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('deck:probe');
  await expect(page.getByRole('listbox', { name: 'Cards' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'A card of The deck probe' })).toBeFocused();
}

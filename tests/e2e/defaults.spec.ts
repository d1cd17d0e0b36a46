import { defaultIds } from '../../src-shared/domain/rules/decisions.ts';
import { expect, test } from '../helpers/app-test.ts';
import { begin, goTo, handIn } from '../helpers/mock-page.ts';
import { morning, openScreen } from '../helpers/review-page.ts';

test('the defaults are read and leafed through by keyboard', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await openScreen(page, 'Defaults');
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines).toHaveCount(defaultIds.length);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Server-Sent Events' })).toBeFocused();
  await page.keyboard.press('Enter');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await expect(heading('Server-Sent Events')).toBeFocused();
  await expect(page.getByText(/only the server pushes/)).toBeVisible();
  await expect(page.getByRole('row', { name: /a stream is due/ })).toContainText('5 s at most');
  await page.keyboard.press('ArrowRight');
  await expect(heading('WebSockets')).toBeFocused();
  await page.getByRole('button', { name: 'Show them in the list of cards' }).press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search cards' })).toHaveValue(
    'default:protocol.websockets',
  );
  await openScreen(page, 'Defaults');
  await page.getByRole('button', { name: 'WebSockets', exact: true }).press('Enter');
  await expect(heading('WebSockets')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'WebSockets', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(heading('Tuesday, 24 November')).toBeFocused();
});

test('Progress leads to a default, and a default to the interview that turned on it', async ({ launch }) => {
  const { page } = await launch({ now: morning });
  await begin(page, 'Chat');
  await goTo(page, 'Check');
  await handIn(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await openScreen(page, 'Progress');
  await page.getByRole('button', { name: 'WebSockets', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'WebSockets' })).toBeFocused();
  await page.getByRole('main').getByRole('button', { name: 'Chat' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Chat/ })).toBeVisible();
});

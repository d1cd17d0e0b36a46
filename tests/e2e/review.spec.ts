import { expect, test } from '../helpers/app-test.ts';
import { readCard } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import {
  answer,
  morning,
  prepareProbes,
  question,
  rating,
  said,
  startReview,
} from '../helpers/review-page.ts';

test('space shows the answer and then rates Good; focus and words lead through', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await startReview(page);
  await expect(question(page, probes.basic.ask)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText(probes.basic.answer);
  await expect(answer(page)).toBeFocused();
  await expect(said(page, `The answer: ${probes.basic.answer}`)).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await expect(answer(page)).toHaveCount(0);
  expect(readCard(profile, 'probe.basic').log[0]).toMatch(/^Good/);
  expect(readCard(profile, 'probe.second').log).toHaveLength(1);
});

test('1 to 4 rate once the answer shows, and do nothing before', async ({ launch }) => {
  const names = ['basic', 'second', 'third', 'fourth'] as const;
  const { page, profile } = await launch({ now: morning, profile: prepareProbes(...names) });
  await startReview(page);
  for (const [index, name] of names.entries()) {
    await expect(question(page, probes[name].ask)).toBeFocused();
    for (const digit of ['1', '2', '3', '4']) await page.keyboard.press(digit);
    await page.keyboard.press('Space');
    await expect(answer(page)).toContainText(probes[name].answer);
    await page.keyboard.press(String(index + 1));
    await expect(answer(page)).toHaveCount(0);
  }
  const rated = names.map(name => readCard(profile, probes[name].id).log);
  expect(rated.map(log => log.length)).toEqual([2, 2, 2, 2]);
  expect(rated.map(log => log[0]?.split(',')[0])).toEqual(['Again', 'Hard', 'Good', 'Easy']);
});

test('a digit picks an option; the result suggests a rating, and the person confirms it', async ({
  launch,
}) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('choice', 'basic') });
  await startReview(page);
  const options = await page.getByRole('list', { name: 'Options' }).getByRole('listitem').allInnerTexts();
  const right = options.findIndex(text => text.includes('green'));
  await page.keyboard.press(String(right + 1));
  await expect(answer(page).getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  await expect(answer(page)).toContainText('Right if it is broken');
  await expect(said(page, /^Right\.$/)).toHaveCount(1);
  await expect(rating(page, 'Good')).toBeFocused();
  await expect(rating(page, 'Good')).toHaveAccessibleName(/suggested/);
  await page.keyboard.press('Space');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.choice').log[0]).toMatch(/^Good/);
});

test('a wrong option suggests Again; another rating can be given instead', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('choice', 'basic') });
  await startReview(page);
  const options = await page.getByRole('list', { name: 'Options' }).getByRole('listitem').allInnerTexts();
  await page.keyboard.press(String(options.findIndex(text => text.includes('red')) + 1));
  await expect(said(page, 'Not right. The answer: The green lamp')).toHaveCount(1);
  await expect(rating(page, 'Again')).toBeFocused();
  await page.keyboard.press('2');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.choice').log[0]).toMatch(/^Hard/);
});

test('a figure is typed, handed in with Enter and graded by its range', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('number', 'basic') });
  await startReview(page);
  const field = page.getByRole('textbox', { name: 'Your figure' });
  await page.keyboard.type('1,5 m');
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('two');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Write the figure alone' })).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+a');
  // The unit beside the field may be typed too.
  await page.keyboard.type('1.5 ms');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText('You wrote 1.5 ms. Counted as right: 0.5 to 2 ms.');
  await expect(said(page, /^Right\.$/)).toHaveCount(1);
  await expect(rating(page, 'Good')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.number').log[0]).toMatch(/^Good/);
});

test('a wrong figure suggests Again, and the figure is told', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('number', 'basic') });
  await startReview(page);
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await expect(said(page, 'Not right. The answer: 1 ms')).toHaveCount(1);
  await expect(rating(page, 'Again')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.number').log[0]).toMatch(/^Again/);
});

test('a cloze shows its gap and then its word; a contrast shows what decides', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('cloze', 'contrast') });
  await startReview(page);
  await expect(question(page, 'The probe sleeps in a blank container')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(question(page, 'The probe sleeps in a box.')).toBeVisible();
  await expect(said(page, 'The answer: box')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(question(page, probes.contrast.ask)).toContainText('Cork probe or Lead probe');
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText('Whether it floats.');
  await expect(answer(page)).toContainText('it has to sink');
});

test('a scenario is told, decided by its rule and, taken back, the same again', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('scenario', 'basic') });
  await startReview(page);
  const asked = question(page, probes.scenario.ask);
  await expect(asked).toBeFocused();
  await expect(asked).toHaveAccessibleDescription(/in a browser\..*The other person (must|may) see/);
  const surface = (await asked.textContent()) ?? '';
  const isSoon = surface.includes('must see');
  const options = await page.getByRole('list', { name: 'Options' }).getByRole('listitem').allInnerTexts();
  const websockets = options.findIndex(text => text.includes('WebSockets'));
  await page.keyboard.press(String(websockets + 1));
  await expect(rating(page, isSoon ? 'Good' : 'Again')).toBeFocused();
  await expect(answer(page).getByRole('heading', { name: 'Because' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  await page.keyboard.press('u');
  await expect(asked).toBeFocused();
  await expect(asked).toHaveText(surface);
});

test('undo and redo, in the session and after a restart', async ({ launch }) => {
  const app = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  const { profile } = app;
  await startReview(app.page);
  await app.page.keyboard.press('Space');
  await app.page.keyboard.press('4');
  await expect(question(app.page, probes.second.ask)).toBeFocused();
  await app.page.keyboard.press('u');
  await expect(question(app.page, probes.basic.ask)).toBeFocused();
  await expect(said(app.page, `Undone: Easy on “${probes.basic.ask}”`)).toBeVisible();
  expect(readCard(profile, 'probe.basic').log).toHaveLength(1);
  await app.page.keyboard.press('Control+Shift+z');
  await expect(question(app.page, probes.second.ask)).toBeFocused();
  await expect(said(app.page, `Done again: Easy on “${probes.basic.ask}”`)).toBeVisible();
  expect(readCard(profile, 'probe.basic').log).toHaveLength(2);

  await app.reopen();
  await expect(app.page.getByRole('button', { name: /^Continue/ })).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(said(app.page, `Undone: Easy on “${probes.basic.ask}”`)).toBeVisible();
  await startReview(app.page);
  await expect(question(app.page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.basic').log).toHaveLength(1);
});

test('@ suspends and - buries; each can be undone', async ({ launch }) => {
  const { page, profile } = await launch({
    now: morning,
    profile: prepareProbes('basic', 'second', 'third'),
  });
  await startReview(page);
  await page.keyboard.press('@');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await expect(said(page, 'Suspended.')).toBeVisible();
  expect(readCard(profile, 'probe.basic').state.suspended).toBe(true);
  await page.keyboard.press('-');
  await expect(question(page, probes.third.ask)).toBeFocused();
  await expect(said(page, 'Buried until tomorrow.')).toBeVisible();
  expect(readCard(profile, 'probe.second').state.buriedUntil).toBe('2026-11-25');
  await page.keyboard.press('u');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await page.keyboard.press('u');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.basic').state.suspended).toBe(false);
  expect(readCard(profile, 'probe.second').state.buriedUntil).toBe(null);
});

test('? lists the keys; closing the list gives focus back', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await startReview(page);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list.getByRole('row', { name: '@ Suspend' })).toBeVisible();
  await expect(list.getByRole('row', { name: /Hard: .*press Again/ })).toBeVisible();
  // While it is open, keys do not reach the card below.
  await page.keyboard.press('@');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(question(page, probes.basic.ask)).toBeFocused();
});

test('single keys rest while a field has focus', async ({ launch }) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('number', 'basic') });
  await startReview(page);
  await expect(question(page, probes.number.ask)).toBeFocused();
  await page.keyboard.type('1u@-?fnei ');
  await expect(page.getByRole('textbox', { name: 'Your figure' })).toHaveValue('1u@-?fnei ');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Escape leaves the field, and the keys work again.
  await page.keyboard.press('Escape');
  await expect(question(page, probes.number.ask)).toBeFocused();
  expect(readCard(profile, 'probe.number').state).toMatchObject({ suspended: false, buriedUntil: null });
  await page.keyboard.press('@');
  await expect(question(page, probes.basic.ask)).toBeFocused();
  expect(readCard(profile, 'probe.number').state.suspended).toBe(true);
});

test('every action on a card is in its menu, by keyboard; one dialog leads to another', async ({
  launch,
}) => {
  const { page, profile } = await launch({ now: morning, profile: prepareProbes('basic', 'second') });
  await startReview(page);
  await page.keyboard.press('m');
  const menu = page.getByRole('dialog', { name: 'This card' });
  await expect(menu.getByRole('button', { name: /^Bury/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(menu.getByRole('button', { name: /^Set due date/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const due = page.getByRole('dialog', { name: 'Set the due date' });
  const field = due.getByRole('textbox', { name: /^Days from today/ });
  await expect(field).toBeFocused();
  for (const wrong of ['soon', '3651']) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(wrong);
    await page.keyboard.press('Enter');
    await expect(due.getByRole('alert')).toHaveText('Write a whole number of days from 0 to 3650.');
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await expect(said(page, 'Due in 9 days.')).toBeVisible();
  expect(readCard(profile, 'probe.basic').state.dueDate).toBe('2026-12-03');
});

test('after a dialog that was opened by mouse, the keys act on the card again', async ({ launch }) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('basic') });
  await startReview(page);
  for (const name of ['Card…', 'Keys']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(question(page, probes.basic.ask)).toBeFocused();
  }
  await page.keyboard.press('Space');
  await expect(answer(page)).toBeFocused();
});

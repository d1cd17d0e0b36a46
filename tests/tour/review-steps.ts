import { expect, type Page } from '@playwright/test';
import { kindTitles } from '../../src-renderer/features/review/wording.ts';
import { type CardKind, cardKinds } from '../../src-shared/domain/deck/card-schema.ts';
import type { LaunchedApp } from '../helpers/launch-app.ts';
import { answer, rating, said, startReview } from '../helpers/review-page.ts';
import type { Tour } from './tour.ts';

/** Each is given once, on the first kinds of card that come. */
const ratingNames = ['Again', 'Hard', 'Good', 'Easy'] as const;

const answered = {
  basic: 'Space turns it: the answer, its reason, its cost and its exception.',
  cloze: 'Space fills the gap.',
  choice:
    'A digit picks an option: the result suggests a rating, and each wrong option says when it is right.',
  number: 'A figure is typed and graded by its range.',
  contrast: 'Space shows what decides between the two.',
  scenario: 'A digit picks an option: the facts that decide, and what would turn the answer.',
} as const satisfies Record<CardKind, string>;

/** A review as a person does it: every kind of card, every rating, undo, and the progress after reopening. */
export async function tourReview(app: LaunchedApp, tour: Tour): Promise<void> {
  await tour.step(
    'Enter begins the review.',
    () => startReview(app.page),
    () => app.page.getByRole('button', { name: 'Show answer' }),
  );
  let done = await meetEveryKind(app.page, tour);
  await tour.step(
    'The question mark lists the keys.',
    () => app.page.keyboard.press('?'),
    () => app.page.getByRole('dialog', { name: 'Keys' }),
  );
  await tour.step(
    'u takes the last rating back, and its card is there again.',
    async () => {
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('u');
      await expectDone(app.page, done - 1);
    },
    () => said(app.page, 'Undone: '),
  );
  await tour.step(
    'Ctrl+Shift+Z gives it again.',
    async () => {
      await app.page.keyboard.press('Control+Shift+z');
      await expectDone(app.page, done);
    },
    () => said(app.page, 'Done again: '),
  );
  await tour.step(
    'The window is closed in the middle of the review and opened again: every answer is there.',
    () => app.reopen({ now: '2026-11-24T08:30:00+01:00' }),
    () => app.page.getByText(`${done} answers today.`),
  );
  await tour.step(
    'Enter goes on where the review was left.',
    async () => {
      await startReview(app.page);
      await expectDone(app.page, done);
      await giveAnswer(app.page, await readKind(app.page));
      await app.page.keyboard.press('3');
      done += 1;
      await expectDone(app.page, done);
    },
    () => app.page.getByRole('banner'),
  );
  await tour.step(
    'Escape leads back to today’s screen.',
    () => app.page.keyboard.press('Escape'),
    () => app.page.getByText(`${done} answers today.`),
  );
}

/** Reviews until each kind was met and each rating given, showing the first of each; answers with the count. */
async function meetEveryKind(page: Page, tour: Tour): Promise<number> {
  const kinds = new Set<CardKind>(cardKinds);
  const ratings = [...ratingNames];
  let done = 0;
  while (kinds.size > 0 || ratings.length > 0) {
    const kind = await readKind(page);
    if (kinds.delete(kind)) {
      await tour.step(
        `“${kindTitles[kind]}”: the first ${kind} card.`,
        async () => undefined,
        () => page.getByRole('main'),
      );
      await tour.step(
        answered[kind],
        () => giveAnswer(page, kind),
        () => answer(page),
      );
      const name = ratings.shift() ?? 'Good';
      const gained = (await rating(page, name).textContent()) ?? '';
      await tour.step(
        `Rated ${gained.replace(/^\d|\s*suggested/g, '')}: the next card comes.`,
        async () => {
          await page.keyboard.press(String(ratingNames.indexOf(name) + 1));
          done += 1;
          await expectDone(page, done);
        },
        () => page.getByRole('banner'),
      );
    } else {
      await giveAnswer(page, kind);
      await page.keyboard.press('4');
      done += 1;
      await expectDone(page, done);
    }
  }
  return done;
}

/** The kind of the card on screen, from the words beside its question. */
async function readKind(page: Page): Promise<CardKind> {
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
  const label = await page.getByRole('main').getByRole('paragraph').first().textContent();
  const kind = cardKinds.find(name => label?.startsWith(kindTitles[name]));
  if (!kind) throw new Error(`no kind of card is called “${label}”`);
  return kind;
}

/** Answers as the kind of card asks for it, and waits until the answer shows. */
async function giveAnswer(page: Page, kind: CardKind): Promise<void> {
  if (kind === 'choice' || kind === 'scenario') await page.keyboard.press('1');
  else if (kind === 'number') {
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
  } else await page.keyboard.press('Space');
  await expect(answer(page)).toBeVisible();
}

async function expectDone(page: Page, done: number): Promise<void> {
  await expect(page.getByText(new RegExp(`^${done} done`))).toBeVisible();
}

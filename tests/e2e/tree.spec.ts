import { expect, test } from '../helpers/app-test.ts';
import { begin, goTo } from '../helpers/mock-page.ts';
import { morning, prepareProbes, rating, said, startReview } from '../helpers/review-page.ts';
import { beginFirstEvening, decideOn } from '../helpers/round-page.ts';

test('a review is read out: the question that has the focus, the verdict, what each rating does, the next card, and undo', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning, profile: prepareProbes('choice', 'second') });
  const window = page.locator('body');
  await startReview(page);
  await expect(window).toMatchAriaSnapshot(`
    - banner:
      - button "← Today"
      - progressbar "Done today"
    - main:
      - 'heading "Review: The deck probe" [level=1]'
      - region "Which lamp does the probe light?":
        - list "Options":
          - listitem:
            - button "The white lamp"
      - status
    - contentinfo:
      - button "Show answer"
    - alert
    - status
  `);
  await expect(page.getByRole('region', { name: 'Which lamp does the probe light?' })).toBeFocused();
  await page.getByRole('button', { name: 'The white lamp' }).press('Enter');
  await expect(window).toMatchAriaSnapshot(`
    - main:
      - region "Answer":
        - heading "Not right" [level=2]
        - list:
          - listitem:
            - paragraph: The white lamp your answer, not right
      - status: "Not right. The answer: The green lamp"
    - contentinfo:
      - group "How did it go?":
        - button "Again 1 min suggested"
        - button "Good 10 min"
  `);
  await expect(rating(page, 'Again')).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByRole('region', { name: 'How heavy is the probe?' })).toBeFocused();
  await expect(page.getByRole('main').getByRole('status')).toBeEmpty();
  await page.keyboard.press('u');
  await expect(said(page, 'Undone: Again on “Which lamp does the probe light?”')).toBeVisible();
});

test('a round and an interview are read out: verdict, phase, answers, the time and a clock that stands', async ({
  launch,
}) => {
  const { page } = await launch({ now: morning });
  const window = page.locator('body');
  await beginFirstEvening(page);
  await decideOn(page, 1);
  await expect(window).toMatchAriaSnapshot(`
    - banner:
      - heading "Starting point" [level=1]
      - timer "Time left"
      - status
    - main:
      - region "Answer":
        - heading /^(Right|Not right|Defensible)$/ [level=2]
        - heading "Because" [level=2]
      - status: /^(Right|Not right|Defensible)\\./
  `);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Starting point' })).toBeFocused();
  await page.keyboard.press('Escape');
  await begin(page, 'Print sale', { mode: 'Practice' });
  const phase = page.getByRole('heading', { name: /suggested$/ });
  await expect(phase).toHaveAccessibleName('Clarify, 2 minutes suggested');
  await expect(phase).toBeFocused();
  await page.keyboard.press('a');
  await expect(window).toMatchAriaSnapshot(`
    - banner:
      - heading "Print sale" [level=1]
      - status
      - timer "Time left"
      - list "Phases":
        - listitem:
          - button "Clarify 2 minutes suggested"
    - complementary "Heard and noted":
      - region "What you heard"
    - main:
      - region "Clarify, 2 minutes suggested":
        - status: A page may be three minutes old. 7 questions left.
  `);
  await goTo(page, 'Interface');
  await expect(phase).toHaveAccessibleName('Interface, 1 minute suggested');
  await expect(page.getByRole('button', { name: /^Interface/ })).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('p');
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('The clock stands still.');
});

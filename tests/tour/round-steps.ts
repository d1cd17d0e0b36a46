import type { LaunchedApp } from '../helpers/launch-app.ts';
import { beginFirstEvening, decideOn, takeFirstEvening, verdict } from '../helpers/round-page.ts';
import type { Tour } from './tour.ts';

/** The first evening as a person takes it, up to the first card that it brings. */
export async function tourFirstEvening({ page }: LaunchedApp, tour: Tour): Promise<void> {
  await tour.step(
    'The first start asks three questions; Enter goes on to five minutes that find out where to begin.',
    () => beginFirstEvening(page),
    () => page.getByRole('list', { name: 'Options' }),
  );
  await tour.step(
    'A digit decides, and at once it says what holds and why.',
    () => decideOn(page, 1),
    () => verdict(page),
  );
  await tour.step(
    'After the tenth: one sentence, the map of the six topics, and the cards that would mend it.',
    async () => {
      await page.keyboard.press('Enter');
      await takeFirstEvening(page, 2);
    },
    () => page.getByRole('main'),
  );
  await tour.step(
    'These cards and no others, at once.',
    () => page.keyboard.press('Enter'),
    () => page.getByText('from your starting point'),
  );
}

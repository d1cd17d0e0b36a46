import { test } from '../helpers/app-test.ts';
import { tourReview } from './review-steps.ts';
import { beginTour } from './tour.ts';

// What `npm run tour` does. Steps of a feature live in a file of their own, called from here in the order in
// which a person would meet them.
test('tour', async ({ launch }) => {
  const app = await launch({ now: '2026-11-24T08:00:00+01:00' });
  const tour = beginTour(app);
  await tour.step(
    'The window opens on a fresh profile.',
    async () => undefined,
    () => app.page.getByRole('heading', { level: 1 }),
  );
  await tourReview(app, tour);
});

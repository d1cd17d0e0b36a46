import { test } from '../helpers/app-test.ts';
import { prepareLearner } from '../helpers/past.ts';
import { tourExchange } from './exchange-steps.ts';
import { tourMock } from './mock-steps.ts';
import { tourPlan } from './plan-steps.ts';
import { tourProgress } from './progress-steps.ts';
import { tourReview } from './review-steps.ts';
import { tourFirstEvening } from './round-steps.ts';
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
  await app.close();
  const newcomer = await launch({ now: '2026-11-24T20:00:00+01:00' });
  await tourFirstEvening(newcomer, tour.on(newcomer));
  await newcomer.close();
  const candidate = await launch({ now: '2026-11-25T18:00:00+01:00' });
  await tourMock(candidate, tour.on(candidate));
  await candidate.close();
  const begin = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };
  const learner = await launch({
    now: '2026-11-24T08:00:00+01:00',
    profile: prepareLearner({ begin, days: 102, newPerDay: 2, seed: 7 }),
  });
  await tourProgress(learner, tour.on(learner));
  await tourPlan(learner, tour.on(learner));
  const elsewhere = await launch({ now: '2026-11-24T08:00:00+01:00' });
  await tourExchange(learner, elsewhere, tour);
});

import { test } from '../helpers/app-test.ts';
import { prepareLearner } from '../helpers/past.ts';
import { writePages } from './gallery-page.ts';
import { photograph } from './pictures.ts';
import { learnerScenes, newcomerScenes } from './scenes.ts';

// What `npm run gallery` does: every screen in every window. The same input gives the same pictures.

test('the pages', () => writePages([...learnerScenes, ...newcomerScenes]));

test('a newcomer', async ({ launch }) => {
  const app = await launch({ now: '2026-11-24T20:00:00+01:00' });
  for (const scene of newcomerScenes) {
    await scene.open(app.page);
    await photograph(app, scene);
  }
});

test('a learner after a hundred days', async ({ launch }) => {
  const begin = { atMs: Date.parse('2026-08-10T07:00:00+02:00'), offsetMin: 120 };
  const app = await launch({
    now: '2026-11-24T08:00:00+01:00',
    profile: prepareLearner({ begin, days: 102, newPerDay: 2, seed: 7 }),
  });
  for (const scene of learnerScenes) {
    await scene.open(app.page);
    await photograph(app, scene);
  }
});

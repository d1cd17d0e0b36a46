import { test } from '../helpers/app-test.ts';
import { writeKeptPage } from './gallery-page.ts';
import { keptScenes } from './kept.ts';
import { keep } from './pictures.ts';

// What `npm run docs:gallery` does. The same input gives the same pictures.

test('the page', () => writeKeptPage());

for (const scene of keptScenes) {
  test(`a ${scene.name}`, async ({ launch }) => {
    const app = await launch(scene.prepare());
    for (const { name, go } of scene.states) {
      await go(app.page, app);
      await keep(app, name);
    }
  });
}

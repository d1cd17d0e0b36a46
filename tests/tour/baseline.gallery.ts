import { test } from '../helpers/app-test.ts';
import { scenes } from '../helpers/scenes/scenes.ts';
import { writeSheet } from './gallery-page.ts';
import { photograph } from './pictures.ts';

// What `npm run gallery` does: everything that can be on screen, in every window.

test('the page', () => writeSheet());

for (const scene of scenes) {
  test(scene.name, async ({ launch }) => {
    const app = await launch(scene.prepare());
    for (const { name, go } of scene.states) {
      await go(app.page, app);
      await photograph(app, name);
    }
  });
}

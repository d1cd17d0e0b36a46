import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../helpers/app-test.ts';
import type { LaunchedApp } from '../helpers/launch-app.ts';
import { runInMain } from '../helpers/run-in-main.ts';

const readBounds = ({ electron }: LaunchedApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

const shown = (app: LaunchedApp) => expect(app.page.getByRole('heading', { level: 1 })).toBeFocused();

test('a window opens where it was closed, with the size that it had', async ({ launch }) => {
  const app = await launch();
  await shown(app);
  expect(await readBounds(app)).toMatchObject({ width: 1280, height: 800 });
  const moved = { x: 120, y: 90, width: 1010, height: 720 };
  await runInMain(
    app.electron,
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    moved,
  );
  await expect.poll(() => readBounds(app)).toEqual(moved);
  await app.reopen();
  await shown(app);
  expect(await readBounds(app)).toEqual(moved);
});

test('a window on a screen that is gone comes back into view', async ({ launch }) => {
  const app = await launch();
  await shown(app);
  await app.close();
  const away = { x: 40_000, y: 90, width: 1000, height: 700, state: 'normal' };
  fs.writeFileSync(path.join(app.profile, 'window.json'), JSON.stringify(away));
  await app.reopen();
  await shown(app);
  const isInView = await app.electron.evaluate(({ BrowserWindow, screen }) => {
    const { workArea } = screen.getPrimaryDisplay();
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
    return (
      bounds !== undefined && bounds.x >= workArea.x && bounds.x + bounds.width <= workArea.x + workArea.width
    );
  });
  expect(isInView).toBe(true);
  expect(await readBounds(app)).toMatchObject({ width: 1000, height: 700 });
});

test('a damaged file is passed over', async ({ launch }) => {
  const app = await launch();
  await shown(app);
  await app.close();
  fs.writeFileSync(path.join(app.profile, 'window.json'), '{"x":');
  await app.reopen();
  await shown(app);
  expect(await readBounds(app)).toMatchObject({ width: 1280, height: 800 });
});

import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { expect, test } from '../helpers/app-test.ts';
import { appFolder } from '../helpers/launch-app.ts';
import { readBundled, readLicensed } from '../helpers/licences.ts';

const built = path.join(appFolder, 'out');

test('the licence of everything that is bundled or shipped is told, with its text', () => {
  const licensed = readLicensed(path.join(built, 'licences.txt'));
  for (const part of ['main', 'renderer']) {
    const bundled = readBundled(path.join(built, part));
    expect(bundled.size).toBeGreaterThan(20);
    expect([...bundled].filter(name => !licensed.has(name))).toEqual([]);
  }
  // What source maps do not tell of: Baseline itself, native modules, typefaces.
  const fonts = ['@fontsource-variable/inter', '@fontsource-variable/literata'];
  const rest = ['Baseline', ...Object.keys(manifest.dependencies), ...fonts];
  expect(rest.filter(name => !licensed.has(name))).toEqual([]);
});

test('Help opens the licences', async ({ launch }) => {
  const { page, electron } = await launch();
  await page.getByRole('heading', { level: 1 }).waitFor();
  const opened = await electron.evaluate(({ Menu, shell }) => {
    const files: string[] = [];
    shell.openPath = file => Promise.resolve(String(files.push(file)));
    Menu.getApplicationMenu()?.getMenuItemById('licences')?.click();
    return files;
  });
  expect(opened).toEqual([path.join(built, 'licences.txt')]);
});

import path from 'node:path';
import { build } from 'vite';
import { appFolder } from '../helpers/launch-app.ts';

/**
 * Bundles the driver, the command line and the worker as the app's own are bundled, into a folder as deep below the
 * decks as those.
 */
export async function bundleDriver(name: string): Promise<string> {
  const outDir = path.join(appFolder, 'out', name);
  await build({
    root: appFolder,
    configFile: path.join(appFolder, 'vite.main.config.ts'),
    logLevel: 'error',
    build: {
      outDir,
      sourcemap: false,
      rolldownOptions: {
        input: {
          driver: 'tests/torture/driver/main.ts',
          cli: 'src-main/cli.ts',
          'job-worker': 'src-main/services/exchange/job-worker.ts',
        },
      },
    },
  });
  return outDir;
}

import path from 'node:path';
import { runnerImport } from 'vite';

// Runs a file of the long form as the tests run theirs: TypeScript, JSX and SQL through vite.
const [file = ''] = process.argv.splice(2, 1);
await runnerImport(path.join(import.meta.dirname, file), {
  configFile: false,
  root: path.resolve(import.meta.dirname, '..', '..'),
  logLevel: 'error',
});

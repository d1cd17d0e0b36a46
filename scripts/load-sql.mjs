import fs from 'node:fs';
import { registerHooks } from 'node:module';

// Migrations are SQL files, imported as text; the bundler does the same in the app.
registerHooks({
  load(url, context, next) {
    if (!/\.sql(\?|$)/.test(url)) return next(url, context);
    const text = fs.readFileSync(new URL(url), 'utf8');
    return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where a call begins at the top of a module, and where one of zod's does anywhere. */
const makesSchema = /(?<=^(?:export )?const \w+ = )(?=[\w.]+\()|(?<![\w.])(?=z\.\w+)/gm;

/**
 * Lets the page leave out the schemas that it never asks: making one does nothing else, which a bundler cannot see.
 * Only for what both processes share, where nothing at the top of a module has an effect.
 */
const sharedIsPure: Plugin = {
  name: 'shared-is-pure',
  transform: {
    filter: { id: /\/src-shared\// },
    // No line moves, so that the map of before still holds.
    handler: code => ({ code: code.replaceAll(makesSchema, '/* @__PURE__ */ '), map: null }),
  },
};

/** The page of the window, served at `app://baseline/`, and the one that stands there where a profile cannot be opened. */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [sharedIsPure, react()],
  build: {
    target: 'chrome148',
    outDir: '../out/renderer',
    emptyOutDir: true,
    sourcemap: true,
    license: { fileName: 'licences.json' },
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    // Apart from the first screen, some of whose modules name schemas that they do not use there.
    rolldownOptions: {
      input: ['src-renderer/index.html', 'src-renderer/recovery.html'],
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[/\\]zod/ }] } },
    },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page of the window, served at `app://baseline/`. */
export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [react()],
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
  },
});

import { defineConfig } from 'vite';

/** The main process and the headless commands: everything is bundled but Electron and the native module. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/main',
    emptyOutDir: true,
    sourcemap: true,
    license: { fileName: 'licences.json' },
    rolldownOptions: {
      input: {
        main: 'src-main/main.ts',
        cli: 'src-main/cli.ts',
        'job-worker': 'src-main/services/exchange/job-worker.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // V8 holds the text in memory: comments and blanks go. Names stay, so that what a fault tells can be read.
        minify: { compress: false, mangle: false, codegen: true },
      },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@open-spaced-repetition/binding'] },
});

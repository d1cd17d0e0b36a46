import { defineConfig } from 'vite';

/** The preload scripts, which share nothing. A sandboxed preload is one CommonJS file that may require `electron` and nothing else. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'chrome148',
    outDir: 'out/preload',
    emptyOutDir: true,
    sourcemap: true,
    license: { fileName: 'licences.json' },
    rolldownOptions: {
      input: { preload: 'src-main/preload/preload.ts', recovery: 'src-main/preload/recovery.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});

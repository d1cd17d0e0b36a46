import type { Shell } from '../../src-main/ipc/handlers.ts';

/** A shell that opens, asks and prints nothing, but for what a test gives it. */
export function makeShell(own: Partial<Shell> = {}): Shell {
  return {
    version: '1.2.3',
    openPath: async () => undefined,
    chooseSave: async () => null,
    chooseOpen: async () => null,
    chooseFolder: async () => null,
    restartOn: () => undefined,
    showInFolder: () => undefined,
    printPdf: async () => new Uint8Array(),
    ...own,
  };
}

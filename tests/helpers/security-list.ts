/** A point of Electron's security guide: what it asks for, what Baseline does about it, and what proves that. */
export type SecurityItem = {
  item: number;
  asks: string;
  does: string;
  /** Files of tests with the names of those that fail where the protection is lifted. */
  tests: readonly { file: string; name: string }[];
};

const page = (name: string) => ({ file: 'tests/e2e/security.spec.ts', name });
const rule = (name: string) => ({ file: 'tests/unit/security/sources.test.ts', name });
const policy = page('comes with the strictest policy, whatever is served');
const preferences = page('is shown with every protection that Electron has, and none lifted');
const apart = {
  file: 'tests/e2e/apart.spec.ts',
  name: 'as an unprivileged user, the page is locked in by the system, and no part of the app ever tries the network',
};

/** All twenty, in the guide's order. SECURITY.md shows them. */
export const securityList: readonly SecurityItem[] = [
  {
    item: 1,
    asks: 'Only load secure content',
    does: 'nothing is loaded from a network at all: every name is unknown, every request refused',
    tests: [
      apart,
      page('of no origin, and without a policy, still reaches no network'),
      rule('nothing of ours speaks to a network'),
    ],
  },
  {
    item: 2,
    asks: 'No Node.js integration for remote content',
    does: 'no page has Node',
    tests: [page('has the contract and nothing else of the world outside'), preferences],
  },
  {
    item: 3,
    asks: 'Context isolation in all renderers',
    does: 'on; the preload hands over four functions',
    tests: [preferences, page('has the contract and nothing else of the world outside')],
  },
  {
    item: 4,
    asks: 'Process sandboxing',
    does: 'every page runs in the system’s sandbox; only root, who can have none, starts without it in development',
    tests: [apart, preferences, rule('only root is ever started without the sandbox')],
  },
  {
    item: 5,
    asks: 'Handle permission requests',
    does: 'every request and every check is denied',
    tests: [page('is given no permission, whether it asks for it or only whether it has it')],
  },
  {
    item: 6,
    asks: 'Do not disable webSecurity',
    does: 'never',
    tests: [preferences, rule('every window has the same protections, and none is lifted')],
  },
  {
    item: 7,
    asks: 'A content security policy',
    does: 'default-src none, with its own scripts, styles, pictures and fonts granted; no text becomes markup, but the name of a character',
    tests: [policy, page('can load no code and no address of another place')],
  },
  {
    item: 8,
    asks: 'No allowRunningInsecureContent',
    does: 'never',
    tests: [preferences, rule('every window has the same protections, and none is lifted')],
  },
  {
    item: 9,
    asks: 'No experimental features',
    does: 'none',
    tests: [preferences, rule('every window has the same protections, and none is lifted')],
  },
  {
    item: 10,
    asks: 'No enableBlinkFeatures',
    does: 'none',
    tests: [preferences, rule('every window has the same protections, and none is lifted')],
  },
  {
    item: 11,
    asks: 'No allowpopups on webviews',
    does: 'there are no webviews, and no page opens a window',
    tests: [page('of another kind can hold no webview'), page('cannot leave, and opens no window')],
  },
  {
    item: 12,
    asks: 'Verify the options of webviews',
    does: 'none is ever attached, whatever its options',
    tests: [page('of another kind can hold no webview')],
  },
  {
    item: 13,
    asks: 'Limit navigation',
    does: 'a page may load itself again and go nowhere else, by a link, a redirect or a frame',
    tests: [
      page('cannot leave, and opens no window'),
      page('is not led elsewhere by a redirect'),
      page('can load no code and no address of another place'),
    ],
  },
  {
    item: 14,
    asks: 'Limit the creation of new windows',
    does: 'a page opens none',
    tests: [page('cannot leave, and opens no window')],
  },
  {
    item: 15,
    asks: 'No shell.openExternal with untrusted content',
    does: 'it is never called: a link in a card is text with its address',
    tests: [
      rule('no address is ever given to another program'),
      {
        file: 'tests/e2e/hostile.spec.ts',
        name: 'a hostile deck runs nothing, asks for nothing and leads nowhere',
      },
    ],
  },
  {
    item: 16,
    asks: 'A current version of Electron',
    does: 'pinned to one version; the release checklist asks for the newest of its line',
    tests: [rule('Electron is pinned, and a release asks for the newest')],
  },
  {
    item: 17,
    asks: 'Validate the sender of every IPC message',
    does: 'only the main frame of the app’s own origin is answered, by channels of the contract alone',
    tests: [
      page('a page of another origin is refused, though it has the preload'),
      page('a frame is refused, even one of the app’s own origin'),
      page('cannot even name a channel that is not in the contract'),
      {
        file: 'tests/unit/ipc/bounds.test.ts',
        name: 'every text and list that comes in has a limit',
      },
    ],
  },
  {
    item: 18,
    asks: 'No file:// but a custom protocol',
    does: 'app://baseline serves two folders, and no address leads out of them',
    tests: [
      { file: 'tests/unit/security/resolve-inside.test.ts', name: 'no address leads outside' },
      page('has the contract and nothing else of the world outside'),
    ],
  },
  {
    item: 19,
    asks: 'Check which fuses you can change',
    does: 'all set in the package, and read back from the built program',
    tests: [
      { file: 'tests/smoke/package.spec.ts', name: 'the fuses are set in the program itself' },
      {
        file: 'tests/smoke/package.spec.ts',
        name: 'the environment cannot turn the packaged app into a plain Node',
      },
      rule('every fuse is set, and the document says on which system it has effect'),
    ],
  },
  {
    item: 20,
    asks: 'Expose no Electron API to untrusted content',
    does: 'the preload passes names of the contract on, and neither ipcRenderer nor events',
    tests: [
      page('has the contract and nothing else of the world outside'),
      page('cannot even name a channel that is not in the contract'),
    ],
  },
];

/** The list as the table of SECURITY.md. */
export function describeSecurity(): string {
  const rows = securityList.map(({ item, asks, does, tests }) => {
    const files = [...new Set(tests.map(({ file }) => `\`${file.replace(/^tests\//, '')}\``))];
    return `| ${item} | ${asks} | ${does} | ${files.join(', ')} |`;
  });
  return ['| | asks for | Baseline | tests, in `tests/` |', '|---|---|---|---|', ...rows].join('\n');
}

import type { Lifted, TestName } from './lifted.ts';

const page = (name: string): TestName => ({ file: 'tests/e2e/security.spec.ts', name });
const rule = (name: string): TestName => ({ file: 'tests/unit/security/sources.test.ts', name });
const smoke = (name: string): TestName => ({ file: 'tests/smoke/package.spec.ts', name });
const inside = (name: string): TestName => ({ file: 'tests/unit/security/resolve-inside.test.ts', name });

const preferences = page('is shown with every protection that Electron has, and none lifted');
const everyWindow = rule('every window has the same protections, and none is lifted');
const contractOnly = page('has the contract and nothing else of the world outside');
const policy = page('comes with the strictest policy, whatever is served');
const noCode = page('can load no code and no address of another place');
const permissions = page('is given no permission, whether it asks for it or only whether it has it');
const leaving = page('cannot leave, and opens no window');
const network = page('of no origin, and without a policy, still reaches no network');
const apart: TestName = {
  file: 'tests/e2e/apart.spec.ts',
  name: 'as an unprivileged user, the page is locked in by the system, and no part of the app ever tries the network',
};

/** A preference of every window, set against what it should be. */
function preference(of: number, setting: string, fails: readonly TestName[] = [preferences, everyWindow]) {
  const [name = ''] = setting.split(':');
  const right = ['sandbox', 'contextIsolation'].includes(name) ? `${name}: true` : 'spellcheck: false';
  return {
    of,
    lifts: `\`${setting}\``,
    file: 'src-main/security/preferences.ts',
    says: right,
    becomes: right.startsWith(name) ? setting : `${setting}, ${right}`,
    fails,
  };
}

const lockDown = (of: number, lifts: string, says: string, becomes: string, fails: TestName[]): Lifted => ({
  of,
  lifts,
  file: 'src-main/security/lock-down.ts',
  says,
  becomes,
  fails,
});

const served = (of: number, lifts: string, says: string, becomes: string, fails: TestName[]): Lifted => ({
  of,
  lifts,
  file: 'src-main/security/scheme.ts',
  says,
  becomes,
  fails,
});

/** Each of the twenty points of Electron's guide. */
export const onTheList: readonly Lifted[] = [
  {
    of: 1,
    lifts: 'requests are not refused',
    file: 'src-main/security/no-network.ts',
    says: 'cancel: true',
    becomes: 'cancel: false',
    fails: [network],
  },
  {
    of: 1,
    lifts: 'names are resolved',
    file: 'src-main/security/no-network.ts',
    says: "'MAP * ~NOTFOUND'",
    becomes: "''",
    fails: [network],
  },
  {
    of: 1,
    lifts: 'a part of the app asks another machine',
    file: 'src-main/lifecycle/start.ts',
    says: '  lockDown();\n',
    becomes:
      "  lockDown();\n  void import('node:net').then(net => net.connect(80, '192.0.2.1').on('error', () => {}));\n",
    fails: [apart, rule('nothing of ours speaks to a network')],
  },
  {
    ...preference(2, 'nodeIntegration: true', [preferences, everyWindow]),
    says: 'nodeIntegration: false',
    becomes: 'nodeIntegration: true',
  },
  {
    of: 2,
    lifts: 'what is printed runs scripts',
    file: 'src-main/windows/system-shell.ts',
    says: 'javascript: false',
    becomes: 'javascript: true',
    fails: [page('on paper is as well protected, and runs no script at all')],
  },
  {
    of: 2,
    lifts: 'a page has Node: no sandbox, no isolation',
    file: 'src-main/security/preferences.ts',
    says: 'sandbox: true,\n    contextIsolation: true,\n    nodeIntegration: false',
    becomes: 'sandbox: false,\n    contextIsolation: false,\n    nodeIntegration: true',
    fails: [contractOnly],
  },
  preference(3, 'contextIsolation: false', [preferences, everyWindow, contractOnly]),
  preference(4, 'sandbox: false', [preferences, everyWindow, apart]),
  {
    of: 4,
    lifts: 'everyone starts without the sandbox in development',
    file: 'scripts/start.mjs',
    says: "process.getuid?.() === 0 ? ['--no-sandbox'] : []",
    becomes: "['--no-sandbox']",
    fails: [rule('only root is ever started without the sandbox')],
  },
  lockDown(
    5,
    'a permission that is asked for is given',
    '(_contents, _permission, decide) => decide(false)',
    '(_contents, _permission, decide) => decide(true)',
    [permissions],
  ),
  lockDown(
    5,
    'a permission that is only looked up is there',
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true)',
    [permissions],
  ),
  preference(6, 'webSecurity: false'),
  served(7, 'no policy is sent', "headers.set('Content-Security-Policy', contentPolicy);", '', [
    policy,
    noCode,
  ]),
  served(7, 'scripts of every place', '"script-src \'self\'"', '"script-src \'self\' https: data:"', [
    policy,
    noCode,
  ]),
  served(7, 'texts become markup', '"require-trusted-types-for \'script\'",', '', [policy, noCode]),
  {
    of: 7,
    lifts: 'the page’s own way to markup lets everything through',
    file: 'src-renderer/trusted-text.ts',
    says: 'namedCharacter.test(text) ? text : null',
    becomes: 'text',
    fails: [noCode],
  },
  served(7, 'types are guessed', "headers.set('X-Content-Type-Options', 'nosniff');", '', [policy]),
  preference(8, 'allowRunningInsecureContent: true'),
  preference(9, 'experimentalFeatures: true'),
  preference(10, "enableBlinkFeatures: 'PreciseMemoryInfo'"),
  lockDown(
    11,
    'a webview is attached',
    "contents.on('will-attach-webview', event => event.preventDefault());",
    '',
    [page('of another kind can hold no webview')],
  ),
  lockDown(11, 'a page opens windows', "action: 'deny'", "action: 'allow'", [leaving]),
  {
    ...preference(12, 'webviewTag: true'),
    says: 'webviewTag: false',
    becomes: 'webviewTag: true',
  },
  lockDown(13, 'a link leads elsewhere', 'if (event.url !== contents.getURL()) event.preventDefault();', '', [
    leaving,
  ]),
  lockDown(
    13,
    'a redirect leads elsewhere',
    "contents.on('will-redirect', event => event.preventDefault());",
    '',
    [page('is not led elsewhere by a redirect')],
  ),
  served(
    13,
    'a frame shows another place',
    '"default-src \'none\'"',
    '"default-src \'none\'", "frame-src data:"',
    [policy, noCode],
  ),
  lockDown(14, 'a page opens windows', "contents.setWindowOpenHandler(() => ({ action: 'deny' }));", '', [
    leaving,
  ]),
  {
    of: 15,
    lifts: 'an address is given to another program',
    file: 'src-main/security/lock-down.ts',
    says: "contents.setWindowOpenHandler(() => ({ action: 'deny' }));",
    becomes:
      "contents.setWindowOpenHandler(({ url }) => (void import('electron').then(({ shell }) => shell.openExternal(url)), { action: 'deny' }));",
    fails: [rule('no address is ever given to another program')],
  },
  {
    of: 15,
    lifts: 'a link of a card leads where it says',
    file: 'src-renderer/components/markdown.tsx',
    says: 'components: isInline ? inline : safe',
    becomes: 'components: isInline ? { ...inline, a: "a" } : { ...safe, a: "a" }',
    fails: [
      {
        file: 'tests/e2e/hostile.spec.ts',
        name: 'a hostile deck runs nothing, asks for nothing and leads nowhere',
      },
    ],
  },
  {
    of: 16,
    lifts: 'any newer Electron',
    file: 'package.json',
    says: '"electron": "',
    becomes: '"electron": "^',
    fails: [rule('Electron is pinned, and a release asks for the newest')],
  },
  {
    of: 17,
    lifts: 'every origin may call',
    file: 'src-main/ipc/register.ts',
    says: ' || frame.origin !== origin',
    becomes: '',
    fails: [page('a page of another origin is refused, though it has the preload')],
  },
  {
    of: 17,
    lifts: 'every frame may call',
    file: 'src-main/ipc/register.ts',
    says: ' || frame !== event.sender.mainFrame',
    becomes: '',
    fails: [page('a frame is refused, even one of the app’s own origin')],
  },
  {
    of: 17,
    lifts: 'the preload passes on whatever is asked for',
    file: 'src-main/preload/preload.ts',
    says: 'channelNames.includes(channel)',
    becomes: 'channel',
    fails: [page('cannot even name a channel that is not in the contract')],
  },
  {
    of: 17,
    lifts: 'a text without a limit',
    file: 'src-shared/ipc/cards-contract.ts',
    says: 'search = z.string().max(1000)',
    becomes: 'search = z.string()',
    fails: [{ file: 'tests/unit/ipc/bounds.test.ts', name: 'every text and list that comes in has a limit' }],
  },
  {
    of: 18,
    lifts: 'addresses lead out of the folder',
    file: 'src-main/security/resolve-inside.ts',
    says: " || relative.startsWith('..') || path.isAbsolute(relative)",
    becomes: '',
    fails: [inside('no address leads outside')],
  },
  {
    of: 18,
    lifts: 'the page comes from a file',
    file: 'src-main/windows/main-window.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in the source.
    says: 'window.loadURL(`${appOrigin}/${page}`)',
    becomes: "window.loadFile('out/renderer/index.html')",
    fails: [contractOnly],
  },
  {
    of: 19,
    lifts: 'the program runs as Node',
    file: 'electron-builder.yml',
    says: 'runAsNode: false',
    becomes: 'runAsNode: true',
    fails: [
      rule('every fuse is set, and the document says on which system it has effect'),
      smoke('the fuses are set in the program itself'),
      smoke('the environment cannot turn the packaged app into a plain Node'),
    ],
  },
  {
    of: 20,
    lifts: 'the page has Electron’s own way to the main process',
    file: 'src-main/preload/preload.ts',
    says: "exposeInMainWorld('baseline', api)",
    becomes: "exposeInMainWorld('baseline', { ...api, ipcRenderer })",
    fails: [contractOnly],
  },
];

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import manifest from '../../../package.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** Sources below a folder, by path from the root. */
function listSources(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(tsx?|mjs)$/.test(file))
    .map(file => path.posix.join(folder, file.split(path.sep).join('/')));
}

/** Each place at which sources say something, with what they say. */
function findPlaces(folders: readonly string[], pattern: RegExp): { file: string; says: string }[] {
  return folders.flatMap(listSources).flatMap(file => {
    const found = [...read(file).matchAll(new RegExp(pattern, 'g'))];
    return found.map(([says]) => ({ file, says }));
  });
}

const product = ['src-main', 'src-renderer', 'src-shared'];

test('nothing of ours speaks to a network', () => {
  const modules = findPlaces(
    product,
    /\b(from|import|require)\b[ (]*['"](node:)?(http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)['"]/,
  );
  expect(modules).toEqual([]);
  // The one that is there reads the page's own files.
  const calls = findPlaces(
    product,
    /\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|RTCPeerConnection)\(.*/,
  );
  expect(calls).toEqual([{ file: 'src-main/security/scheme.ts', says: 'fetch(pathToFileURL(file).href);' }]);
});

test('no address is ever given to another program', () => {
  expect(findPlaces(product, /openExternal/)).toEqual([]);
  const opened = findPlaces(product, /\.openPath\(.*?\)(?=[;,]|$)/).map(({ says }) => says);
  // Files of the profile and of Baseline itself; what a page could name is not among them.
  expect(opened.toSorted()).toEqual(
    ['target', 'path', 'profile.dir', 'profile.ownDecks', 'profile.dir', 'profileDir', 'findLicences()']
      .map(of => `.openPath(${of})`)
      .toSorted(),
  );
});

test('every window has the same protections, and none is lifted', () => {
  const windows = findPlaces(['src-main'], /new (BrowserWindow|BrowserView|WebContentsView)\(/).map(
    ({ file }) => file,
  );
  expect(windows.toSorted()).toEqual(['src-main/windows/main-window.ts', 'src-main/windows/system-shell.ts']);
  for (const file of windows)
    expect(read(file)).toMatch(/webPreferences: \{\s*\.\.\.makePreferences\(app\),/);
  const lifting =
    /\b(sandbox|contextIsolation|webSecurity): false|\b(nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures|spellcheck): true|enableBlinkFeatures|disable-web-security|allow-file-access/;
  expect(findPlaces(['src-main'], lifting)).toEqual([]);
  expect(read('src-main/security/preferences.ts')).toContain('devTools: !isPackaged');
});

test('only root is ever started without the sandbox', () => {
  const said = findPlaces(['scripts', 'src-main', 'tests/helpers'], /.*'--no-sandbox'.*/);
  expect(said.length).toBeGreaterThanOrEqual(3);
  for (const { says } of said) expect(says).toContain("process.getuid?.() === 0 ? ['--no-sandbox'] : []");
});

test('Electron is pinned, and a release asks for the newest', () => {
  expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('docs/release.md')).toMatch(/newest Electron/);
});

test('every fuse is set, and the document says on which system it has effect', () => {
  const { electronFuses } = z
    .looseObject({ electronFuses: z.record(z.string(), z.boolean()) })
    .parse(parse(read('electron-builder.yml')));
  // The last one is no fuse, but how a changed program is signed.
  const { resetAdHocDarwinSignature: _, ...fuses } = electronFuses;
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  const rows = read('docs/release.md').matchAll(
    /^\| `(\w+)` \| (on|off) \| (all three|macOS, Windows) \| .+ \|$/gm,
  );
  expect(Object.fromEntries([...rows].map(([, name, set]) => [name, set === 'on']))).toEqual(fuses);
});

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

/** The one origin of Baseline's pages. */
export const appOrigin = 'app://baseline';

/**
 * What a page may do: run its own scripts and styles, show its own images and fonts, and nothing else; it
 * reaches no network and no frame.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Declares the scheme; must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of one folder at the app's origin, and nothing outside of it. */
export function serveFolder(folder: string): void {
  protocol.handle('app', async request => {
    const file = resolveInside(folder, request.url);
    if (file === null) return new Response('not found', { status: 404 });
    const response = await net.fetch(pathToFileURL(file).href);
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', contentPolicy);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(response.body, { status: response.status, headers });
  });
}

/** The file that a URL of the app's origin names, or null where there is none inside the folder. */
export function resolveInside(folder: string, address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'app:' || url.host !== 'baseline') return null;
  let name: string;
  try {
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const file = path.resolve(folder, `.${name === '/' ? '/index.html' : name}`);
  const relative = path.relative(folder, file);
  if (name.includes('\0') || relative.startsWith('..') || path.isAbsolute(relative)) return null;
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

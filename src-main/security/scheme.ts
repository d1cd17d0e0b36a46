import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';
import { resolveInside, resolveMedia } from './resolve-inside.ts';

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
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // No text becomes markup or code by assignment, but for what src-renderer/trusted-text.ts lets through.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** Declares the scheme; must run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page's files and, under `media/`, the profile's pictures at the app's origin, and nothing else. */
export function serveFolders(folders: { page: string; media: string }): void {
  protocol.handle('app', async request => {
    const file = resolveMedia(folders.media, request.url) ?? resolveInside(folders.page, request.url);
    if (file === null) return new Response('not found', { status: 404 });
    const response = await net.fetch(pathToFileURL(file).href);
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', contentPolicy);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(response.body, { status: response.status, headers });
  });
}

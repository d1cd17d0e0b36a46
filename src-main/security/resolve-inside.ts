import fs from 'node:fs';
import path from 'node:path';

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

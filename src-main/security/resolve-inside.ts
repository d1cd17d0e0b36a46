import fs from 'node:fs';
import path from 'node:path';
import { readMediaAddress } from '../../src-shared/domain/media-address.ts';
import { hasMedia } from '../services/media.ts';

/** The picture of the profile that a URL `app://baseline/media/NAME` names, or null for any other address. */
export function resolveMedia(folder: string, address: string): string | null {
  const url = URL.parse(address);
  if (url?.protocol !== 'app:' || url.host !== 'baseline') return null;
  // A name holds no letter that would have to be escaped, so nothing is decoded.
  const name = readMediaAddress(url.pathname.slice(1));
  return name !== null && hasMedia(folder, name) ? path.join(folder, name) : null;
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
  return isFile(file) ? file : null;
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    // Not there, or no name that the disk can have.
    return false;
  }
}

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { formatBytes } from '../../src-shared/domain/wording.ts';
import { makeFolder, writeWholeNow } from './exchange/whole-file.ts';

/** Largest picture that is kept, in bytes. */
export const largestImage = 5_000_000;

/** Folder of the pictures that a person's own cards show. */
export function locateMedia(profileDir: string): string {
  return path.join(profileDir, 'media');
}

/** True where a picture lies in the folder itself; a link could lead out of it. */
export function hasMedia(folder: string, name: string): boolean {
  return fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The name under which a picture is kept: a fingerprint of its content, so that the same one is kept once. */
export function nameMedia(content: Uint8Array, kind: ImageKind): string {
  return `${createHash('sha256').update(content).digest('hex').slice(0, 32)}.${kind}`;
}

/** True where a picture has such a name, and not one that a person gave it. */
export function isNamedByContent(name: string): boolean {
  return /^[0-9a-f]{32}\.(?:png|jpg|gif|webp)$/.test(name);
}

export type ImageKind = 'png' | 'jpg' | 'gif' | 'webp';

/** Keeps a picture in the profile; answers with the name that cards show it by. Throws a ProblemError where it is none. */
export function addPicture(profileDir: string, content: Uint8Array): string {
  const kind = recogniseImage(content);
  if (content.byteLength > largestImage || kind === null) {
    throw new ProblemError(
      'invalid',
      kind === null ? 'That is no picture that a card can show.' : 'That picture is too large.',
      `A card shows PNG, JPEG, GIF and WebP of up to ${formatBytes(largestImage)}.`,
    );
  }
  const folder = locateMedia(profileDir);
  const name = nameMedia(content, kind);
  if (hasMedia(folder, name)) return name;
  if (!fs.existsSync(folder)) makeFolder(folder);
  writeWholeNow(path.join(folder, name), temporary => fs.writeFileSync(temporary, content));
  return name;
}

/** What kind of picture a file is, by its first bytes and never by its name; null for anything else. */
export function recogniseImage(content: Uint8Array): ImageKind | null {
  const head = Buffer.from(content.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF.{4}WEBP/s.test(head)) return 'webp';
  return null;
}

import fs from 'node:fs';
import { writeWholeNow } from '../exchange/whole-file.ts';

/**
 * Puts another text into a deck's file, whole or not at all; a new file where there is none. Where it is a link, as
 * into a checkout of a repository, what it leads to is written, and its permissions stay. Throws a ProblemError where
 * it cannot be written.
 */
export function replaceDeckFile(file: string, text: string): void {
  const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  writeWholeNow(target, temporary => fs.writeFileSync(temporary, text));
  if (mode !== undefined) fs.chmodSync(target, mode);
}

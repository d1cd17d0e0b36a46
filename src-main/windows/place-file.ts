import fs from 'node:fs';
import path from 'node:path';
import { writeWholeNow } from '../services/exchange/whole-file.ts';
import { type Place, placeSchema } from './place.ts';

const nameFile = (profileDir: string): string => path.join(profileDir, 'window.json');

/** Where the window of a profile was; null where that is not known, or its file is no longer readable. */
export function readPlace(profileDir: string): Place | null {
  try {
    const place = placeSchema.safeParse(JSON.parse(fs.readFileSync(nameFile(profileDir), 'utf8')));
    return place.success ? place.data : null;
  } catch {
    // Missing or damaged: a window in its usual place is all that is lost.
    return null;
  }
}

/** Keeps where the window is. Throws where the profile cannot be written. */
export function keepPlace(profileDir: string, place: Place): void {
  writeWholeNow(nameFile(profileDir), temporary => fs.writeFileSync(temporary, JSON.stringify(place)));
}

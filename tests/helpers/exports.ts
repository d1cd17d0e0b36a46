import fs from 'node:fs';
import path from 'node:path';
import { mergeExport } from '../../src-main/services/exchange/json/merge.ts';
import { readJson } from '../../src-main/services/exchange/json/read-json.ts';
import { writeJson } from '../../src-main/services/exchange/json/write-json.ts';
import { unwatched, type Watch } from '../../src-main/services/exchange/watch.ts';
import { locateMedia } from '../../src-main/services/media.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { makeFolder } from './profile.ts';

/** Everything of a profile as JSON, as the worker writes it. */
export function takeOut({ dir }: Profile): string {
  const file = path.join(makeFolder(), 'out.json');
  writeJson({ file, database: path.join(dir, 'baseline.db'), mediaFolder: locateMedia(dir) }, unwatched);
  return fs.readFileSync(file, 'utf8');
}

/** Brings an export into a profile, as an import does. */
export function bringBack(
  profile: Profile,
  text: string,
  watch: Watch = unwatched,
): ReturnType<typeof mergeExport> {
  const folder = makeFolder();
  const file = path.join(folder, 'in.json');
  fs.writeFileSync(file, text);
  const staging = path.join(folder, 'staging');
  fs.mkdirSync(staging);
  return mergeExport(profile, readJson(file, staging, unwatched), profile.clock.now(), watch);
}

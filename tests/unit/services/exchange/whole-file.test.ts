import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../../../src-main/services/exchange/whole-file.ts';
import { at, makeFolder, openWithCards, reopen } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00Z');

function makeOld(): string {
  const file = path.join(makeFolder(), 'out.bin');
  fs.writeFileSync(file, 'old');
  return file;
}

test('the new file takes the place of the old one once it is whole', async () => {
  const file = makeOld();
  const answer = await writeWhole(file, async temporary => {
    fs.writeFileSync(temporary, 'new');
    expect(fs.readFileSync(file, 'utf8')).toBe('old');
    return 7;
  });
  expect(answer).toBe(7);
  expect(fs.readFileSync(file, 'utf8')).toBe('new');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['out.bin']);
});

test.each([
  ['the disk is full', Object.assign(new Error('x'), { code: 'ENOSPC' }), /The disk is full/],
  ['anything fails', new Error('broken'), /broken/],
])('where %s half way, the old file remains and the new one is gone', async (_name, error, message) => {
  const file = makeOld();
  const work = writeWhole(file, async temporary => {
    fs.writeFileSync(temporary, 'ne');
    throw error;
  });
  await expect(work).rejects.toThrow(message);
  expect(fs.readFileSync(file, 'utf8')).toBe('old');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['out.bin']);
});

test('what a killed process left unfinished in a profile is gone after the next start, and nothing else', () => {
  const profile = openWithCards(now, 1);
  profile.close();
  const left = ['.placing.json.new', '.window.json.new', 'decks/.own.yaml.new', 'media/.0a.png.new'];
  const kept = ['decks/.own.yaml', 'decks/new.yaml.new', 'media/.hidden', '.new'];
  fs.mkdirSync(path.join(profile.dir, 'media'));
  for (const name of [...left, ...kept]) fs.writeFileSync(path.join(profile.dir, name), 'x');
  const isThere = (name: string): boolean => fs.existsSync(path.join(profile.dir, name));
  reopen(profile, now);
  expect(left.filter(isThere)).toEqual([]);
  expect(kept.filter(isThere)).toEqual(kept);
});

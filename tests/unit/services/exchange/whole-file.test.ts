import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../../../src-main/services/exchange/whole-file.ts';
import { makeFolder } from '../../../helpers/profile.ts';

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

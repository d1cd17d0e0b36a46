import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeZip } from '../../../../src-main/services/exchange/write-zip.ts';
import { unzip } from '../../../helpers/anki/unzip.ts';
import { makeFolder } from '../../../helpers/profile.ts';

test('files and texts stand in it under their names', async () => {
  const folder = makeFolder();
  const part = path.join(folder, 'part');
  fs.writeFileSync(part, 'from a file');
  const file = path.join(folder, 'all.zip');
  await writeZip(file, [
    { name: 'a.txt', content: part },
    { name: 'b.txt', content: Buffer.from('from memory') },
  ]);
  expect([...unzip(fs.readFileSync(file))].map(([name, content]) => [name, content.toString()])).toEqual([
    ['a.txt', 'from a file'],
    ['b.txt', 'from memory'],
  ]);
  expect(fs.statSync(file).mode & 0o77).toBe(0);
});

test('a part that is gone is told', async () => {
  const folder = makeFolder();
  const gone = { name: 'gone', content: path.join(folder, 'gone') };
  const here = { name: 'here', content: Buffer.from('here') };
  await expect(writeZip(path.join(folder, 'all.zip'), [here, gone, here])).rejects.toThrow(/ENOENT.*gone/);
});

test('what is found gone once the writing has failed is no further error', async () => {
  const folder = makeFolder();
  const parts = Array.from({ length: 50 }, (_, n) => ({
    name: `${n}`,
    content: path.join(folder, `gone-${n}`),
  }));
  await expect(writeZip(path.join(folder, 'none', 'all.zip'), parts)).rejects.toThrow(/ENOENT/);
  // Looked for in their turn, all parts are by now.
  await fs.promises.stat(folder);
});

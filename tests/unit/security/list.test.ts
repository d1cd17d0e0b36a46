import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeSecurity, securityList } from '../../helpers/security-list.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

test('each of the twenty points of Electron’s guide has its tests, and they are there', () => {
  expect(securityList.map(({ item }) => item)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(securityList.filter(({ tests }) => tests.length === 0)).toEqual([]);
  const missing = securityList.flatMap(({ tests }) =>
    tests.filter(({ file, name }) => !new RegExp(`\\btest\\(\\s*'${literally(name)}'`).test(read(file))),
  );
  expect(missing).toEqual([]);
});

function literally(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('SECURITY.md shows the list as it is', () => {
  expect(read('SECURITY.md')).toContain(`${describeSecurity()}\n`);
});

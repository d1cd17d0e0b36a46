import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describeSecurity, securityList } from '../../helpers/security-list.ts';
import { describeLifted, lifted } from '../../lifted/lifted.ts';

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

test('each point and each of its tests has a protection that is lifted, to see the test fail', () => {
  const points = new Set(lifted.map(({ of }) => of));
  expect(securityList.filter(({ item }) => !points.has(item))).toEqual([]);
  const failing = new Set(lifted.flatMap(({ fails }) => fails.map(({ file, name }) => `${file} ${name}`)));
  const claimed = securityList.flatMap(({ tests }) => tests.map(({ file, name }) => `${file} ${name}`));
  expect(claimed.filter(name => !failing.has(name))).toEqual([]);
});

test('what is lifted stands in the code, once', () => {
  const gone = lifted.filter(({ file, says }) => read(file).split(says).length !== 2);
  expect(gone).toEqual([]);
  const files = lifted.flatMap(({ fails }) => fails.map(({ file }) => file));
  expect(files.filter(file => !fs.existsSync(path.join(root, file)))).toEqual([]);
});

test('SECURITY.md shows what is lifted, and what fails then', () => {
  expect(read('SECURITY.md')).toContain(`${describeLifted()}\n`);
});

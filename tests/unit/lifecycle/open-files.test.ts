import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createOpenFiles, locateArgument } from '../../../src-main/lifecycle/open-files.ts';

test('what came before someone heard is heard once, the last of it; then each', () => {
  const files = createOpenFiles();
  const heard: string[] = [];
  files.give('one');
  files.give('two');
  files.hear(file => heard.push(file));
  expect(heard).toEqual(['two']);
  files.give('three');
  expect(heard).toEqual(['two', 'three']);
});

test('an argument names a file from the folder of the start, or by its address', () => {
  const file = process.platform === 'win32' ? 'C:\\a b\\deck.csv' : '/a b/deck.csv';
  const folder = process.platform === 'win32' ? 'C:\\a b' : '/a b';
  expect(locateArgument('deck.csv', folder)).toBe(file);
  expect(locateArgument(file, '/elsewhere')).toBe(file);
  expect(locateArgument(pathToFileURL(file).href, '/elsewhere')).toBe(file);
  expect(locateArgument('file://other.example/deck.csv', folder)).toContain('deck.csv');
});

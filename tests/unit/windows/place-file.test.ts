import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Place } from '../../../src-main/windows/place.ts';
import { keepPlace, readPlace } from '../../../src-main/windows/place-file.ts';
import { makeFolder } from '../../helpers/profile.ts';

const place: Place = { x: -5, y: 40, width: 1000, height: 700, state: 'maximised' };

test('what was kept is read back, the last of it', () => {
  const dir = makeFolder();
  expect(readPlace(dir)).toBeNull();
  keepPlace(dir, { ...place, x: 1 });
  keepPlace(dir, place);
  expect(readPlace(dir)).toEqual(place);
  expect(fs.readdirSync(dir)).toEqual(['window.json']);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"x":0,"y":0,"width":1000,"height":700}',
  JSON.stringify({ ...place, width: 0 }),
  JSON.stringify({ ...place, x: 1e9 }),
  JSON.stringify({ ...place, y: 0.5 }),
  JSON.stringify({ ...place, state: 'minimised' }),
])('a file that says %j says nothing', text => {
  const dir = makeFolder();
  fs.writeFileSync(path.join(dir, 'window.json'), text);
  expect(readPlace(dir)).toBeNull();
});

test('a profile that cannot be written is told', () => {
  const file = path.join(makeFolder(), 'file');
  fs.writeFileSync(file, '');
  expect(() => keepPlace(file, place)).toThrow();
});

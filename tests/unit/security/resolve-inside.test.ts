import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { resolveInside, resolveMedia } from '../../../src-main/security/resolve-inside.ts';
import { makeFolder } from '../../helpers/profile.ts';

let outside: string;
let folder: string;

beforeEach(() => {
  outside = makeFolder();
  folder = path.join(outside, 'renderer');
  fs.mkdirSync(path.join(folder, 'assets'), { recursive: true });
  for (const file of ['secret.txt', 'renderer/index.html', 'renderer/assets/a b.js', 'renderer-2'])
    fs.writeFileSync(path.join(outside, file), file);
});

describe('files behind app://baseline/', () => {
  test('the page and what lies beside it are found', () => {
    expect(resolveInside(folder, 'app://baseline/')).toBe(path.join(folder, 'index.html'));
    expect(resolveInside(folder, 'app://baseline/index.html?x#y')).toBe(path.join(folder, 'index.html'));
    expect(resolveInside(folder, 'app://baseline/assets/a%20b.js')).toBe(
      path.join(folder, 'assets', 'a b.js'),
    );
  });

  test.each([
    'app://baseline/../secret.txt',
    'app://baseline/..%2fsecret.txt',
    'app://baseline/%2e%2e%2fsecret.txt',
    'app://baseline/assets/..%2f..%2fsecret.txt',
    'app://baseline/..%2frenderer-2',
    'app://baseline/index.html%00.js',
    'app://baseline/%',
    'app://baseline/assets',
    'app://baseline/missing.js',
    'app://elsewhere/index.html',
    'file:///etc/hostname',
    'nonsense',
    `app://baseline/${'x'.repeat(5000)}`,
  ])('%s is nothing', address => {
    expect(resolveInside(folder, address)).toBeNull();
  });

  test('no address leads outside', () => {
    const step = fc.constantFrom('..', '%2e%2e', '%2E.', '.', 'assets', '');
    const between = fc.constantFrom('/', '%2f', '%2F', '%5c', '\\');
    const last = fc.constantFrom('secret.txt', 'renderer-2', 'index.html');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, between), { maxLength: 4 }), last, (steps, name) => {
        const file = resolveInside(folder, `app://baseline/${steps.flat().join('')}${name}`);
        expect(file === null || file.startsWith(folder + path.sep)).toBe(true);
      }),
      // About one in twenty leads out.
      { numRuns: 500 },
    );
  });
});

describe('pictures behind app://baseline/media/', () => {
  const open = (name: string): string | null => resolveMedia(folder, `app://baseline/media/${name}`);

  beforeEach(() => {
    for (const name of ['map.png', 'a-b_c.1.JPG', 'page.html', 'drawing.svg', '.png'])
      fs.writeFileSync(path.join(folder, name), name);
    fs.writeFileSync(path.join(outside, 'secret.png'), 'secret');
    fs.symlinkSync(path.join(outside, 'secret.png'), path.join(folder, 'link.png'));
    fs.mkdirSync(path.join(folder, 'folder.png'));
  });

  test('are those that a card can name', () => {
    expect(open('map.png')).toBe(path.join(folder, 'map.png'));
    expect(open('a-b_c.1.JPG?x#y')).toBe(path.join(folder, 'a-b_c.1.JPG'));
  });

  test.each([
    'missing.png',
    'page.html',
    'drawing.svg',
    '.png',
    'link.png',
    'folder.png',
    '../secret.png',
    '..%2fsecret.png',
    '%2e%2e/secret.png',
    'assets/../map.png/../../secret.png',
    'map.png%00.html',
    'map.png/',
    '',
  ])('%s is none', name => {
    expect(open(name)).toBeNull();
  });

  test('no other address is one', () => {
    for (const address of [
      'app://baseline/map.png',
      'app://elsewhere/media/map.png',
      'file:///media/map.png',
      'x',
    ])
      expect(resolveMedia(folder, address)).toBeNull();
  });
});

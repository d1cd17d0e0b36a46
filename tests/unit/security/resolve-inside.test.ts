import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { resolveInside } from '../../../src-main/security/resolve-inside.ts';
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
  ])('%s is nothing', address => {
    expect(resolveInside(folder, address)).toBeNull();
  });

  test('no address leads outside', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      'secret.txt',
      'renderer-2',
      'assets',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const file = resolveInside(folder, `app://baseline/${pieces.join('')}`);
        expect(file === null || file.startsWith(folder + path.sep)).toBe(true);
      }),
    );
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import manifest from '../../../package.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const versions: Readonly<Record<string, string>> = { ...manifest.dependencies, ...manifest.devDependencies };

test('every dependency is pinned to one version, and its document says what it is for, and of no other', () => {
  expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const rows = read('docs/dependencies.md').matchAll(/^\| (`.*`) \| \S.* \|$/gm);
  const told = [...rows].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  const isTold = (name: string): boolean =>
    told.includes(name) || (name.startsWith('@types/') && told.includes('@types/*'));
  expect(Object.keys(versions).filter(name => !isTold(name))).toEqual([]);
  expect(told.filter(name => !(name in versions) && name !== '@types/*')).toEqual([]);
});

/** Builds for other systems that the lock knows by version alone: where it was made, they could not be had. */
const withoutChecksum = /^node_modules\/@open-spaced-repetition\/binding-(?!linux-x64-gnu$)/;

test('what is installed is what the lock says: each package with a checksum', () => {
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ integrity: z.string().optional() })) })
    .parse(JSON.parse(read('package-lock.json')));
  const installed = Object.entries(packages).filter(([name]) => name !== '');
  expect(installed.length).toBeGreaterThan(100);
  const unchecked = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
  expect(unchecked.map(([name]) => name).filter(name => !withoutChecksum.test(name))).toEqual([]);
});

test('no package runs a script when it is installed', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts ?= ?true$/m);
});

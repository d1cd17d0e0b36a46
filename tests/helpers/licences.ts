import fs from 'node:fs';
import path from 'node:path';

/** Names of the packages that a file of licences tells of. */
export function readLicensed(file: string): Set<string> {
  const heads = fs.readFileSync(file, 'utf8').matchAll(/^-{80}\n(\S+) \d\S* \(.+\)\n\n\S/gm);
  return new Set(Array.from(heads, ([, name = '']) => name));
}

/** The package that a path below `node_modules` belongs to; null for any other path. */
export function findPackageName(file: string): string | null {
  // The last one, since packages lie in packages.
  const [, inside] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  return inside ?? null;
}

/** Names of the packages that a built bundle is made of, by its source maps. */
export function readBundled(folder: string): Set<string> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const maps = files.filter(name => name.endsWith('.map'));
  const sources = maps.flatMap((name): string[] => {
    const { sources } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    return sources;
  });
  return new Set(sources.flatMap(source => findPackageName(source) ?? []));
}

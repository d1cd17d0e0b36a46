import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import schema from 'app-builder-lib/scheme.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { drawIcons, iconFolder } from '../../../scripts/icons.mjs';
import { importEndings } from '../../../src-main/services/exchange/import.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const isConfiguration = new Ajv({ allErrors: true, strict: false, logger: false }).compile(schema);

/** What the configuration is made of, as far as these tests look into it. */
const configurationSchema = z.looseObject({
  extraResources: z.array(z.object({ from: z.string(), to: z.string() })),
  electronFuses: z.record(z.string(), z.boolean()),
  fileAssociations: z.array(z.object({ ext: z.string(), mimeType: z.string() })),
  linux: z.looseObject({ target: z.array(z.string()), icon: z.string() }),
  win: z.looseObject({ target: z.string(), icon: z.string() }),
  mac: z.looseObject({
    target: z.array(z.object({ target: z.string(), arch: z.string() })),
    icon: z.string(),
  }),
});

function readConfiguration(): z.output<typeof configurationSchema> {
  return configurationSchema.parse(parse(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')));
}

/** The places at which electron-builder’s own schema finds fault. */
function findFaults(configuration: unknown): string[] {
  isConfiguration(configuration);
  return (isConfiguration.errors ?? []).map(
    ({ instancePath, params }) => `${instancePath}/${params.additionalProperty ?? ''}`,
  );
}

describe('the configuration of electron-builder', () => {
  test('fits electron-builder’s own schema, for all three systems', () => {
    expect(findFaults(readConfiguration())).toEqual([]);
  });

  test.each([
    ['', 'artefactName'],
    ['linux', 'categroy'],
    ['nsis', 'oneclick'],
    ['mac', 'x64ArchFile'],
    ['electronFuses', 'runAsNodes'],
  ])('a misspelt key is found: %s %s', (section, key) => {
    const configuration: Record<string, unknown> = readConfiguration();
    const inside = section === '' ? configuration : configuration[section];
    const misspelt = { ...z.record(z.string(), z.unknown()).parse(inside), [key]: true };
    const whole = section === '' ? misspelt : { ...configuration, [section]: misspelt };
    expect(findFaults(whole)).toContain(section === '' ? `/${key}` : `/${section}/${key}`);
  });

  test('a value of the wrong kind is found', () => {
    expect(findFaults({ ...readConfiguration(), npmRebuild: 'no' })).toContain('/npmRebuild/');
  });

  test('builds what each system installs', () => {
    const { linux, win, mac } = readConfiguration();
    expect(linux.target).toEqual(['deb', 'AppImage', 'tar.gz']);
    expect(win.target).toBe('nsis');
    expect(mac.target).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
  });

  test('opens what Baseline can import, each ending by a type of its own', () => {
    const { fileAssociations } = readConfiguration();
    expect(fileAssociations.map(({ ext }) => `.${ext}`).filter(ext => !importEndings.includes(ext))).toEqual(
      [],
    );
    expect(new Set(fileAssociations.map(({ mimeType }) => mimeType)).size).toBe(fileAssociations.length);
  });

  test('every file that it names is there', () => {
    const { extraResources, linux, win, mac } = readConfiguration();
    // What is written by the build is not in the repository.
    const named = [...extraResources.map(({ from }) => from), linux.icon, win.icon, mac.icon];
    const kept = named.filter(file => !file.startsWith('out/'));
    expect(kept.filter(file => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });

  test('sets every fuse that its schema knows', () => {
    const fuses = Object.keys(schema.definitions.FuseOptionsV1.properties);
    expect(Object.keys(readConfiguration().electronFuses).toSorted()).toEqual(fuses.toSorted());
  });
});

describe('icons', () => {
  test('are drawn from their sources', () => {
    const changed = [...drawIcons()].filter(
      ([name, content]) => !fs.readFileSync(path.join(iconFolder, name)).equals(content),
    );
    // `npm run icons` draws them anew.
    expect(changed.map(([name]) => name)).toEqual([]);
  });

  test('hold every size that a container promises', () => {
    const icons = drawIcons();
    const ico = icons.get('icon.ico') ?? Buffer.alloc(0);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const picture = ico.subarray(ico.readUInt32LE(entry + 12));
      return [ico.readUInt8(entry) || 256, readWidth(picture)];
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256].map(size => [size, size]));
    const icns = icons.get('icon.icns') ?? Buffer.alloc(0);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(readChunks(icns)).toEqual([
      ['ic11', 32],
      ['ic12', 64],
      ['ic07', 128],
      ['ic08', 256],
      ['ic13', 256],
      ['ic09', 512],
      ['ic14', 512],
      ['ic10', 1024],
    ]);
  });
});

/** The width of a PNG, which its first chunk tells. */
function readWidth(png: Buffer): number {
  return png.readUInt32BE(16);
}

function readChunks(icns: Buffer): [string, number][] {
  const chunks: [string, number][] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    chunks.push([icns.toString('latin1', at, at + 4), readWidth(icns.subarray(at + 8))]);
  return chunks;
}

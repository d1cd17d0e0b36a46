import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../src-main/commands/run.ts';
import { importEndings } from '../../../src-main/services/exchange/import.ts';
import { channels } from '../../../src-shared/ipc/contract.ts';
import { recoveryChannels } from '../../../src-shared/ipc/recovery-contract.ts';
import { borders, importSuites } from '../../helpers/borders.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** Ways in: files that are read, and what Electron, Chromium and the system hand over. */
const wayIn =
  /fs\.(readFileSync|createReadStream|openAsBlob)\(|openSync\(\w+, 'r'|new Database\(|yauzl\.\w*open\w*\(|ipcMain\.(handle|on)\(|app\.on\('(open-file|open-url|second-instance|continue-activity)'|process\.(argv|env|stdin)\b|getPathForFile|clipboardData|dataTransfer|protocol\.handle\(|exposeInMainWorld|clipboard\.read/;

function listSources(): string[] {
  return ['src-main', 'src-renderer', 'src-shared'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file))
      .map(file => path.posix.join(folder, file.split(path.sep).join('/'))),
  );
}

describe('the registry of borders', () => {
  test('has every source in which something comes in, and no other', () => {
    const found = listSources().filter(file => wayIn.test(read(file)));
    const known = new Set(borders.flatMap(({ through }) => through));
    expect(found.filter(file => !known.has(file))).toEqual([]);
    expect([...known].filter(file => !found.includes(file))).toEqual([]);
  });

  test('names tests that are there', () => {
    const suites = borders.flatMap(border => border.suites);
    expect(borders.filter(border => border.suites.length === 0)).toEqual([]);
    expect(
      [...suites, ...Object.values(importSuites)].filter(file => !fs.existsSync(path.join(root, file))),
    ).toEqual([]);
  });

  test('covers every ending of a file that can be brought in', () => {
    expect(Object.keys(importSuites).toSorted()).toEqual(importEndings.toSorted());
  });

  test('covers every command of the terminal: its tests name it', () => {
    const texts = fs
      .readdirSync(path.join(root, 'tests/unit/commands'))
      .map(file => read(`tests/unit/commands/${file}`))
      .join('\n');
    const untold = commands
      .map(({ name }) => name)
      .filter(name => {
        const words = name
          .split(' ')
          .map(word => `'${word}'`)
          .join(', ');
        return !texts.includes(words) && !texts.includes(`'${name}`) && !texts.includes(`\`${name}`);
      });
    expect(untold).toEqual([]);
  });

  test('covers every channel: each is given what it must refuse, or takes nothing', () => {
    const malformed = read('tests/unit/ipc/handlers.test.ts');
    expect(Object.keys(channels).filter(name => !malformed.includes(`'${name}': [`))).toEqual([]);
    const taking = Object.entries(recoveryChannels).filter(
      ([, { input }]) => Object.keys(input.shape).length > 0,
    );
    expect(taking).toEqual([]);
  });

  test('has no deep links: no scheme of ours is told to the system', () => {
    expect(listSources().filter(file => /setAsDefaultProtocolClient|open-url/.test(read(file)))).toEqual([]);
    expect(read('electron-builder.yml')).not.toMatch(/^\s*protocols:|x-scheme-handler/m);
  });
});

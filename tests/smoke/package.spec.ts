import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import manifest from '../../package.json' with { type: 'json' };
import { findPackage, findResources, launchPackage, runPackage } from '../helpers/launch-package.ts';
import { findPackageName, readLicensed } from '../helpers/licences.ts';
import { prepareProfile } from '../helpers/past.ts';
import { probes } from '../helpers/probes.ts';
import { answer, question, startReview } from '../helpers/review-page.ts';

/** A profile in which these two cards are asked first, in this order, whenever it is opened. */
function prepareDue(): string {
  const at = (minute: number): string => `2026-11-01T08:0${minute}:00+00:00`;
  return prepareProfile(
    [probes.basic, probes.second],
    [
      { card: probes.basic.id, rating: 'again', at: at(0) },
      { card: probes.second.id, rating: 'again', at: at(1) },
    ],
  );
}

/** The version in the archive, which names the files of a release. */
function readVersion(): string {
  return JSON.parse(fs.readFileSync(path.join(findResources(), 'app.asar', 'package.json'), 'utf8')).version;
}

test('the packaged app reviews a card by keyboard, keeps it, and tells of it without a window', async () => {
  const profile = prepareDue();
  const { page, close } = await launchPackage(profile);
  await startReview(page);
  await expect(question(page, probes.basic.ask)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(answer(page)).toContainText(probes.basic.answer);
  await page.keyboard.press('Space');
  await expect(question(page, probes.second.ask)).toBeFocused();
  await close();

  const card = runPackage(['card', probes.basic.id, '--profile', profile, '--json']);
  expect(JSON.parse(card.out).log[0].text).toMatch(/^Good/);
  expect(runPackage(['check', '--profile', profile])).toEqual({
    exit: 0,
    out: '3 events, 2 cards: 0 faults\n',
  });
  fs.rmSync(profile, { recursive: true });
});

test('a double click on an export of the packaged app has it looked into', async () => {
  const source = prepareDue();
  const file = path.join(source, 'All of it.baseline');
  expect(runPackage(['export', '--format', 'json', '--out', file, '--profile', source]).exit).toBe(0);
  const profile = prepareProfile([]);
  const { page, close } = await launchPackage(profile, file);
  await expect(page.getByText(/^All of it\.baseline holds 2 cards/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring it in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^All of it\.baseline: 2 new cards/)).toBeVisible();
  await close();
  for (const folder of [source, profile]) fs.rmSync(folder, { recursive: true });
});

test('the packaged app tells its version, and whether it is for development only', async () => {
  const profile = prepareProfile([]);
  const { page, close } = await launchPackage(profile);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('About Baseline');
  await page.keyboard.press('Enter');
  const about = page.getByRole('dialog', { name: 'About Baseline' });
  const version = readVersion();
  await expect(about.getByText(`Baseline ${version}`, { exact: true })).toBeVisible();
  expect([manifest.version, `${manifest.version}-development`]).toContain(version);
  await close();
  fs.rmSync(profile, { recursive: true });
});

/** How each fuse has to be. */
const wantedFuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;
const fuses = Object.entries(wantedFuses).map(([fuse, on]) => ({ fuse: Number(fuse) as FuseV1Options, on }));

/** The fuses of a program that are not as they have to be, by name. */
async function listWrongFuses(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program);
  return fuses
    .filter(({ fuse, on }) => wire[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(({ fuse }) => FuseV1Options[fuse]);
}

test('the fuses are set in the program itself', async () => {
  expect(await listWrongFuses(findPackage())).toEqual([]);
});

test('each fuse that is flipped in the program is found', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'baseline-fuses-'));
  const program = path.join(folder, path.basename(findPackage()));
  fs.copyFileSync(findPackage(), program);
  try {
    for (const { fuse, on } of fuses) {
      await flipFuses(program, { version: FuseVersion.V1, [fuse]: !on });
      expect(await listWrongFuses(program)).toEqual([FuseV1Options[fuse]]);
      await flipFuses(program, { version: FuseVersion.V1, [fuse]: on });
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('the environment cannot turn the packaged app into a plain Node', () => {
  const profile = prepareProfile([]);
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.js' };
  expect(runPackage(['check', '--profile', profile], env)).toEqual({
    exit: 0,
    out: '0 events, 0 cards: 0 faults\n',
  });
  fs.rmSync(profile, { recursive: true });
});

test('the archive holds the bundles, what cannot be bundled for this system, and nothing else', () => {
  const archive = path.join(findResources(), 'app.asar');
  expect(fs.readdirSync(archive).toSorted()).toEqual(['node_modules', 'out', 'package.json']);
  const files = fs.readdirSync(archive, { recursive: true, encoding: 'utf8' });
  expect(files.filter(name => /\.(map|ts|tsx|c|cc|cpp|h|gyp|wasm)$|licences\.json$/.test(name))).toEqual([]);
  const natives = files.filter(name => name.endsWith('.node')).map(name => path.basename(name));
  const arch = process.platform === 'darwin' ? '(arm64|x64)' : process.arch;
  const fits = new RegExp(`${process.platform}-${arch}(-gnu|-msvc)?\\.node$`);
  expect(natives.filter(name => !fits.test(name))).toEqual([]);
  expect(natives.length).toBeGreaterThanOrEqual(2);
});

test('the packaged app has the licences of everything in it', () => {
  const resources = findResources();
  const licensed = readLicensed(path.join(resources, 'licences.txt'));
  const archive = path.join(resources, 'app.asar', 'node_modules');
  const shipped = fs
    .readdirSync(archive, { recursive: true, encoding: 'utf8' })
    .filter(name => path.basename(name) === 'package.json')
    .flatMap(name => findPackageName(path.join(archive, name).replaceAll('\\', '/')) ?? []);
  expect(shipped).toContain('better-sqlite3');
  expect(shipped.filter(name => !licensed.has(name))).toEqual([]);
  expect(licensed.has('react')).toBe(true);
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    expect(
      fs.existsSync(path.join(process.platform === 'darwin' ? resources : path.dirname(resources), name)),
    ).toBe(true);
});

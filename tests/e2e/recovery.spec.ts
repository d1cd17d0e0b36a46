import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/app-test.ts';
import { forgetLeft, zeroPages } from '../helpers/damage.ts';
import type { LaunchedApp } from '../helpers/launch-app.ts';
import { prepareLearner, readStats, runCommand } from '../helpers/past.ts';
import { morning } from '../helpers/review-page.ts';

const begin = { atMs: Date.parse('2026-11-10T07:00:00+01:00'), offsetMin: 60 };

/** A profile of two weeks with a backup of its first state, and a part of its log overwritten. */
function prepareDamaged({ keep }: { keep: number }): string {
  const profile = prepareLearner({ begin, days: 13, newPerDay: 10, seed: 5 });
  runCommand(profile, 'backup', 'create', '--now', morning);
  zeroPages(profile, 'event', keep);
  forgetLeft(profile);
  return profile;
}

/** Waits for the window in which the app opens once the recovery is done. */
async function openBaseline(app: LaunchedApp): Promise<Page> {
  const opened = app.electron.waitForEvent('window');
  await app.page.getByRole('button', { name: 'Open Baseline' }).press('Enter');
  const page = await opened;
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  return page;
}

test('of a damaged database what can be read is saved, and the person goes on with it', async ({
  launch,
}) => {
  const app = await launch({ now: morning, profile: prepareDamaged({ keep: 4 }) });
  const { page, profile } = app;
  await expect(page.getByRole('heading', { level: 1, name: 'Your database is damaged' })).toBeFocused();
  const before = fs.readFileSync(path.join(profile, 'baseline.db'));
  const ways = page.getByRole('list', { name: 'What you can do' });
  const says = (await ways.getByText(/can be read\./).textContent()) ?? '';
  const [, saved, lost] = /^(\d+) answers can be read\. (\d+) records are lost\.$/.exec(says) ?? [];
  expect(Number(saved)).toBeGreaterThan(0);
  expect(Number(lost)).toBeGreaterThan(0);
  await ways.getByRole('button', { name: 'Save it' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'What could be read is saved' })).toBeFocused();
  const [kept = ''] = fs.readdirSync(profile).filter(name => name.startsWith('damaged-'));
  expect(fs.readFileSync(path.join(profile, kept, 'baseline.db')).equals(before)).toBe(true);
  await openBaseline(app);
  expect(readStats(profile, morning).activity.answers).toBe(Number(saved));
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFile } from '../../../../src-main/services/exchange/export.ts';
import { composeReport } from '../../../../src-main/services/exchange/readiness/compose.ts';
import { readReportPage } from '../../../../src-main/services/exchange/readiness/write-report.ts';
import { readPlan } from '../../../../src-main/services/plan.ts';
import { readDefault } from '../../../../src-main/services/reference.ts';
import { changeSettings } from '../../../../src-main/services/settings.ts';
import { readStatistics } from '../../../../src-main/services/statistics.ts';
import { defaultIds } from '../../../../src-shared/domain/rules/decisions.ts';
import { InterviewRig } from '../../../helpers/interview-rig.ts';
import { answer, at, later, makeFolder, openTestProfile } from '../../../helpers/profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

describe('the readiness report', () => {
  test('of a new profile says honestly what is not there', () => {
    const page = readReportPage(openTestProfile(makeFolder(), now), now);
    expect(page.includes(`You have met none of the ${defaultIds.length} defaults yet.`)).toBe(true);
    expect(page.includes('None was taken yet.')).toBe(true);
    expect(page.includes('there is no plan')).toBe(true);
    expect(page.match(/class="default unmet"/g)).toHaveLength(defaultIds.length);
  });

  test('has the figures of the statistics and of the plan', async () => {
    const rig = new InterviewRig();
    const { profile } = rig;
    answer(profile, readDefault(profile, 'cache.aside', now).cards[0]?.cardId ?? '', 3, now);
    changeSettings(profile, { interviewDate: '2026-12-08', minutesPerDay: 5 }, now);
    const { attemptId } = await rig.start();
    await rig.get('mocks:submit', { attemptId });
    const moment = later(now, { days: 3 });
    const page = readReportPage(profile, moment);
    const plan = readPlan(profile, moment);
    const { mastery, mocks } = readStatistics(profile, moment);
    const met = mastery.find(({ id }) => id === 'cache.aside');
    expect(page.includes(`${met?.met} of ${met?.cards}`)).toBe(true);
    expect(page.includes(`${Math.round((met?.recall ?? 0) * 100)} %`)).toBe(true);
    expect(page.includes('the interview is on Tuesday, 8 December 2026, 11 days away')).toBe(true);
    for (const text of plan?.says ?? ['no plan'])
      expect(page.includes(text.replaceAll("'", '&#x27;'))).toBe(true);
    const [, notReady = ''] = page.split('class="not-ready"');
    expect(plan?.notReady.defaults.length).toBeGreaterThan(0);
    for (const { name } of plan?.notReady.defaults ?? [])
      expect(notReady).toContain(`<span class="name">${name}</span>`);
    expect(page.match(/<span class="later">8 Dec<\/span>/g)).toHaveLength(6);
    expect(page.includes(`${Math.round(mocks.attempts[0]?.total ?? -1)} of 100`)).toBe(true);
    expect(page.includes('withheld while the data is thin')).toBe(true);
  });

  test('stands on its own: no script, no address, and every text is only text', () => {
    const profile = openTestProfile(makeFolder(), now);
    const statistics = readStatistics(profile, now);
    const evil = '<img src=x onerror=alert(1)></style><script>alert(1)</script>"\' & so on';
    const page = composeReport(
      {
        ...statistics,
        topics: [{ topic: 'caching', title: evil }],
        mastery: statistics.mastery.map(one => ({ ...one, name: evil, topic: 'caching' })),
        mocks: {
          ...statistics.mocks,
          attempts: [{ attemptId: 'x', title: evil, date: '2026-11-24', total: 50, repeat: false }],
        },
      },
      null,
    );
    const [, body = ''] = page.split('<body>');
    expect(body).not.toMatch(/<(script|img|style|link|iframe)/i);
    expect(body).toContain('&#x3C;img src=x');
    expect(page).not.toMatch(/https?:|url\(|@import/);
    expect(page).toMatch(/content="default-src &#x27;none&#x27;/);
  });

  test('is written whole and for its owner alone; a PDF is made in the window', () => {
    const profile = openTestProfile(makeFolder(), now);
    const folder = makeFolder();
    const out = path.join(folder, 'ready.html');
    expect(exportFile(profile, 'report', out, now)).toMatchObject({ file: out, counts: {} });
    expect(fs.readFileSync(out, 'utf8')).toBe(readReportPage(profile, now));
    expect(fs.statSync(out).mode & 0o077).toBe(0);
    expect(() => exportFile(profile, 'report', path.join(folder, 'ready.pdf'), now)).toThrow(/in the window/);
    expect(fs.readdirSync(folder)).toEqual(['ready.html']);
  });
});

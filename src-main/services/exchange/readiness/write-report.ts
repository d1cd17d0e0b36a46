import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import type { Instant } from '../../../../src-shared/domain/study-day.ts';
import { readPlan } from '../../plan.ts';
import type { Profile } from '../../profile.ts';
import { readTallied } from '../../statistics.ts';
import { writeWholeNow } from '../whole-file.ts';
import { composeReport } from './compose.ts';

/** Writes the readiness report as one page that stands on its own. Throws a ProblemError, with what was there untouched. */
export function writeReport(profile: Profile, file: string, at: Instant): void {
  if (path.extname(file).toLowerCase() === '.pdf') {
    throw new ProblemError(
      'invalid',
      'A PDF is made in the window, under Settings.',
      'Name a file that ends with .html here, and print it from a browser.',
    );
  }
  const page = readReportPage(profile, at);
  writeWholeNow(file, temporary => fs.writeFileSync(temporary, page, { mode: 0o600 }));
}

/** The readiness report as HTML: mastery, mocks and plan, as they stand now. */
export function readReportPage(profile: Profile, at: Instant): string {
  return composeReport(readTallied(profile, at), readPlan(profile, at));
}

import fs from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import type { Profile } from '../profile.ts';
import { readReport } from './report.ts';

/** Writes the misses of an attempt as sentences to say tomorrow into the profile; answers with the file's path. */
export function keepSheet(profile: Profile, attemptId: string): string {
  const { attempt, sheet } = readReport(profile, attemptId);
  const folder = path.join(profile.dir, 'sheets');
  const lines = sheet.map(({ title, say }) => `1. **${title}.** ${say}`);
  const text = [
    `# Say this tomorrow: ${attempt.title}`,
    '',
    `Mock interview of ${attempt.date}.`,
    '',
    ...lines,
    '',
  ];
  const file = path.join(folder, `${attempt.date} ${attempt.promptId} ${attemptId.slice(-6)}.md`);
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.writeFileSync(file, text.join('\n'), { mode: 0o600 });
    return file;
  } catch {
    throw new ProblemError(
      'read-only',
      `The sheet could not be written to ${folder}.`,
      'Check the folder and the disk.',
    );
  }
}

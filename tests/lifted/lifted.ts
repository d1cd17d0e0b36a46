import { beyondTheList } from './beyond.ts';
import { onTheList } from './on-the-list.ts';

/** A test by its file and its name, or how the names of a table of tests begin. */
export type TestName = { file: string; name: string };

/** A protection taken out of the code, in the way in which it could get lost. */
export type Lifted = {
  /** A point of Electron's list, or a promise of SECURITY.md beside it. */
  of: number | string;
  /** What is broken, in words. */
  lifts: string;
  file: string;
  /** What stands in the file, exactly once, and what stands there then. */
  says: string;
  becomes: string;
  /** The tests that fail then; each of them, not one of them. */
  fails: readonly TestName[];
};

/** Every protection, each lifted by itself: `npm run lift` sees the tests fail. */
export const lifted: readonly Lifted[] = [...onTheList, ...beyondTheList];

/** What was broken and what fails, as SECURITY.md shows it. */
export function describeLifted(): string {
  const rows = lifted.map(({ of, lifts, fails }) => {
    const files = [...new Set(fails.map(({ file }) => `\`${file.replace(/^tests\//, '')}\``))];
    return `| ${of} | ${lifts} | ${files.join(', ')} |`;
  });
  return ['| of | lifted | fails, in `tests/` |', '|---|---|---|', ...rows].join('\n');
}

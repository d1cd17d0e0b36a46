import type { Instant } from '../../../../src-shared/domain/study-day.ts';
import { copyNow, openCopy } from '../../../db/copy-store.ts';
import { withReader } from '../../../db/create-store.ts';
import type { LogEnd } from '../../../db/queries/log.ts';
import type { MergeCounts } from '../../../db/queries/merge.ts';
import { createJournal } from '../../journal.ts';
import type { Watch } from '../watch.ts';
import { explainWriteError, syncPath } from '../whole-file.ts';

/** A database and events that lie ready, to be brought together in a new file. Plain values: it is done in a worker. */
export type MergeTask = { database: string; staged: string; merged: string; at: Instant };

/** What came of it. `end` is how far the log of the database went when it was copied. */
export type MergedCopy = MergeCounts & { end: LogEnd };

/**
 * Copies a database as it stands, while its owner writes to it, and brings the staged events into the copy: the union of
 * both logs, with every derived table made anew, on the disk when this returns. Throws a ProblemError where the two
 * cannot be one.
 */
export function mergeIntoCopy(task: MergeTask, watch: Watch): MergedCopy {
  try {
    return merge(task, watch);
  } catch (error) {
    throw explainWriteError(error, task.merged);
  }
}

/** How much of the staged events is new to a database. Throws a ProblemError where the two cannot be one. */
export function countStaged({ database, staged }: Pick<MergeTask, 'database' | 'staged'>): MergeCounts {
  return withReader(database, store =>
    store.merge.withStaged(staged, events => {
      events.prove();
      return events.count();
    }),
  );
}

function merge({ database, staged, merged, at }: MergeTask, watch: Watch): MergedCopy {
  copyNow(database, merged);
  watch.check();
  watch.progress(0.2);
  const store = openCopy(merged);
  try {
    const end = store.log.end();
    const counts = store.merge.withStaged(staged, events => {
      events.prove();
      watch.check();
      watch.progress(0.3);
      const found = events.count();
      createJournal(store, { at, readOnly: true }).rebuild(() => {
        events.takeIn();
        watch.check();
        watch.progress(0.6);
      });
      return found;
    });
    watch.progress(1);
    return { ...counts, end };
  } finally {
    store.close();
    syncPath(merged);
  }
}

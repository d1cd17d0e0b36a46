import Database from 'better-sqlite3';
import { findDamage } from './find-damage.ts';
import type { Connection } from './open.ts';
import { createAnswerQueries } from './queries/answers.ts';
import { createBrowseQueries } from './queries/browse.ts';
import { createStateQueries } from './queries/card-states.ts';
import { createCardStepQueries } from './queries/card-steps.ts';
import { createContentQueries } from './queries/content.ts';
import { createExchangeQueries } from './queries/exchange.ts';
import { createLogQueries } from './queries/log.ts';
import { createMergeQueries } from './queries/merge.ts';
import { createMockQueries } from './queries/mocks.ts';
import { createOwnRegisterQueries } from './queries/own-registers.ts';
import { createRoundQueries } from './queries/rounds.ts';
import { createSettingQueries } from './queries/settings.ts';
import { createStatisticsQueries } from './queries/statistics.ts';
import { createTallyQueries } from './queries/tallies.ts';

// Used in a worker, which runs as source in tests: nothing here may need the migrations.

/** A profile's database: its queries by subject, prepared once, and one way to change it. */
export type Store = ReturnType<typeof createStore>;

/** Opens a database that another connection of this process keeps, to be read beside it. */
export function openReader(file: string): Store {
  return createStore(new Database(file, { readonly: true, timeout: 5000 }));
}

/** Does something with such a reader, and closes it whatever came of it. */
export function withReader<T>(file: string, work: (store: Store) => T): T {
  const store = openReader(file);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

/** Prepares the queries of an open database. */
export function createStore(db: Connection) {
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let rolledBack = 0;
  const content = createContentQueries(db);
  return {
    log: createLogQueries(db),
    answers: createAnswerQueries(db),
    steps: createCardStepQueries(db),
    states: createStateQueries(db),
    content,
    browse: createBrowseQueries(db, content.countLineChanges),
    exchange: createExchangeQueries(db),
    merge: createMergeQueries(db),
    mocks: createMockQueries(db),
    rounds: createRoundQueries(db),
    ownRegisters: createOwnRegisterQueries(db),
    settings: createSettingQueries(db),
    statistics: createStatisticsQueries(db),
    tallies: createTallyQueries(db),
    /** Runs `work` in one transaction: all of it is on disk when this returns, or none of it happened. */
    transact<T>(work: () => T): T {
      try {
        return db.transaction(work).immediate();
      } catch (error) {
        rolledBack++;
        throw error;
      }
    },
    /** A count that moves with every row that is written through this store, and with every change that is taken back. */
    countChanges: (): number => (changes.get() ?? 0) + rolledBack,
    /** Runs `work` on one state of the database, whatever another process writes meanwhile. */
    readAtOnce: <T>(work: () => T): T => db.transaction(work).deferred(),
    findDamage: () => findDamage(db, 'integrity_check'),
    /** Writes what is there already, so that SQLite's log begins. */
    touch(): void {
      db.pragma(`user_version = ${Number(db.pragma('user_version', { simple: true }))}`);
    },
    close(): void {
      db.close();
    },
  };
}

import Database from 'better-sqlite3';
import { type Connection, explainOpenError, openDatabase } from './open.ts';
import { createAnswerQueries } from './queries/answers.ts';
import { createBrowseQueries } from './queries/browse.ts';
import { createStateQueries } from './queries/card-states.ts';
import { createContentQueries } from './queries/content.ts';
import { createExchangeQueries } from './queries/exchange.ts';
import { createLogQueries } from './queries/log.ts';
import { createMergeQueries } from './queries/merge.ts';
import { createMockQueries } from './queries/mocks.ts';
import { createOwnRegisterQueries } from './queries/own-registers.ts';
import { createRoundQueries } from './queries/rounds.ts';
import { createSettingQueries } from './queries/settings.ts';
import { createStatisticsQueries } from './queries/statistics.ts';

/** A profile's database: its queries by subject, prepared once, and one way to change it. */
export type Store = ReturnType<typeof createStore>;

/** Opens the database of a profile. See `openDatabase` for what it promises and throws. */
export function openStore(file: string, options: { readOnly: boolean }): Store {
  const db = openDatabase(file, options);
  try {
    return createStore(db);
  } catch (error) {
    db.close();
    throw explainOpenError(error, file);
  }
}

function createStore(db: Connection) {
  return {
    log: createLogQueries(db),
    answers: createAnswerQueries(db),
    states: createStateQueries(db),
    content: createContentQueries(db),
    browse: createBrowseQueries(db),
    exchange: createExchangeQueries(db),
    merge: createMergeQueries(db),
    mocks: createMockQueries(db),
    rounds: createRoundQueries(db),
    ownRegisters: createOwnRegisterQueries(db),
    settings: createSettingQueries(db),
    statistics: createStatisticsQueries(db),
    /** Runs `work` in one transaction: all of it is on disk when this returns, or none of it happened. */
    transact: <T>(work: () => T): T => db.transaction(work).immediate(),
    /** Runs `work` on one state of the database, whatever another process writes meanwhile. */
    readAtOnce: <T>(work: () => T): T => db.transaction(work).deferred(),
    /** Damage that SQLite itself finds; empty where there is none. */
    findDamage(): string[] {
      try {
        const rows = db.prepare<[], { quick_check: string }>('PRAGMA quick_check').all();
        return rows.map(row => row.quick_check).filter(text => text !== 'ok');
      } catch (error) {
        // Some damage ends the search for it.
        if (error instanceof Database.SqliteError) return [error.message];
        throw error;
      }
    },
    close(): void {
      db.close();
    },
  };
}

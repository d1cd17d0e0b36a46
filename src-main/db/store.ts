import { createStore, type Store } from './create-store.ts';
import { explainOpenError, openDatabase } from './open.ts';

export type { Store } from './create-store.ts';

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

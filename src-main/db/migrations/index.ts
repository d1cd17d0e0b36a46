import start from './0001-start.sql?raw';

/** All migrations, in order. A file that was released is never altered: the next change is the next file. */
export const migrations: readonly string[] = [start];

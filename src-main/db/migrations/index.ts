import start from './0001-start.sql?raw';
import mocks from './0002-mocks.sql?raw';
import rounds from './0003-rounds.sql?raw';
import ownRegisters from './0004-own-registers.sql?raw';
import cardTexts from './0005-card-texts.sql?raw';
import cardLines from './0006-card-lines.sql?raw';
import tallies from './0007-tallies.sql?raw';
import stamps from './0008-stamps.sql?raw';
import progress from './0009-progress.sql?raw';
import queueIndex from './0010-queue-index.sql?raw';

/** All migrations, in order. A file that was released is never altered: the next change is the next file. */
export const migrations: readonly string[] = [
  start,
  mocks,
  rounds,
  ownRegisters,
  cardTexts,
  cardLines,
  tallies,
  stamps,
  progress,
  queueIndex,
];

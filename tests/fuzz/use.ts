import { createHandlers, runHandler } from '../../src-main/ipc/handlers.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { readStatistics } from '../../src-main/services/statistics.ts';
import type { Channel } from '../../src-shared/ipc/contract.ts';
import { statisticsSchema } from '../../src-shared/ipc/stats-contract.ts';
import { makeShell } from '../helpers/shell.ts';
import { now } from './rig.ts';

const session = { kind: 'today' };
const list = { search: '', descending: false, offset: 0, limit: 200 };

/** What the screens ask for when a person looks around. */
const looks: readonly [Channel, unknown][] = [
  ['today:get', {}],
  ['plan:get', {}],
  ['review:next', { session, learnAhead: true }],
  ['stats:get', {}],
  ['decks:list', {}],
  ['mocks:list', {}],
  ['defaults:list', {}],
  ...['deck', 'due', 'stability'].map((order): [Channel, unknown] => ['cards:find', { ...list, order }]),
];

/** Looks at every screen of a profile. Throws what any of them throws: what came in is to be lived with. */
export async function lookAround(profile: Profile): Promise<void> {
  const handlers = createHandlers(profile, makeShell());
  for (const [channel, input] of looks) await runHandler(handlers, channel, input, now);
  // What a worker counts, without one.
  statisticsSchema.parse(readStatistics(profile, now));
  for (const { cardId } of profile.store.content.activeCards().slice(0, 3))
    await runHandler(handlers, 'card:get', { cardId }, now);
}

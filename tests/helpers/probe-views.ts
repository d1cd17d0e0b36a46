import { readNext } from '../../src-main/services/review.ts';
import type { CardView } from '../../src-shared/domain/card-view.ts';
import type { Next } from '../../src-shared/ipc/contract.ts';
import { formatDeck, writeDeck } from './decks.ts';
import { type Probe, probes } from './probes.ts';
import { at, makeFolder, openTestProfile, today } from './profile.ts';

const now = at('2026-11-24T08:00:00+01:00');

/** What comes next on a new profile with this one card, as the main process answers it. */
export function nextProbe(name: Probe): Extract<Next, { kind: 'card' }> {
  const dir = makeFolder();
  writeDeck(dir, 'probe.yaml', formatDeck([probes[name]], { deck: 'probe' }));
  const next = readNext(openTestProfile(dir, now, `${dir}/none`), today, now, false);
  if (next.kind !== 'card') throw new Error(`no card comes: ${next.kind}`);
  return next;
}

/** The same card as it is shown. */
export function viewProbe(name: Probe): CardView {
  return nextProbe(name).card;
}

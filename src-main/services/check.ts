import type { CardState } from '../../src-shared/domain/card-state.ts';
import type { CardId } from '../../src-shared/domain/ids.ts';
import type { EventRow } from '../db/event-row.ts';
import { foldAliases } from './journal.ts';
import type { Profile } from './profile.ts';

/** What a check went through, and every fault it found, in words. */
export type CheckReport = { events: number; cards: number; faults: string[] };

/**
 * Replays the log and compares it with the tables: SQLite's own integrity, each event's checksum, sequences
 * without gaps, the status of each operation, and every card's state. Changes nothing.
 */
export function checkProfile(profile: Profile): CheckReport {
  const { store } = profile;
  const faults = store.findDamage().map(text => `database: ${text}`);
  const log = checkLog(profile);
  faults.push(...log.faults);
  if (log.unsound > 0) return { events: log.events, cards: 0, faults };

  const stored = new Map([...store.states.all()].map(({ cardId, state }) => [cardId, state]));
  const aliases = store.settings.aliases();
  const expectedAliases = foldAliases(store.log.renames());
  if (JSON.stringify([...aliases].sort()) !== JSON.stringify([...expectedAliases].sort())) {
    faults.push('the table of renamed cards differs from the log');
  }
  const cards = new Set<CardId>([...stored.keys(), ...log.cards]);
  for (const cardId of cards) {
    if (aliases.has(cardId)) continue;
    const difference = compareStates(stored.get(cardId) ?? null, profile.journal.replayCard(cardId));
    if (difference) faults.push(`card ${cardId}: ${difference}`);
  }
  return { events: log.events, cards: cards.size, faults };
}

type LogCheck = { events: number; unsound: number; cards: Set<CardId>; faults: string[] };

function checkLog(profile: Profile): LogCheck {
  const { store } = profile;
  const faults: string[] = [];
  const cards = new Set<CardId>();
  const sequences = new Map<string, { events: number; last: number }>();
  const expected = new Map<string, 'done' | 'annulled'>();
  let events = 0;
  let unsound = 0;
  for (const { row, sound } of store.log.allRows()) {
    events++;
    if (!sound) {
      unsound++;
      faults.push(`event ${row.id}: its checksum does not hold`);
      continue;
    }
    if (row.card_id !== null) cards.add(row.card_id);
    const sequence = sequences.get(row.device) ?? { events: 0, last: 0 };
    sequences.set(row.device, { events: sequence.events + 1, last: Math.max(sequence.last, row.seq) });
    noteOperation(expected, row);
  }
  // Sequences begin at 1 and the table lets none stand twice, so a gap shows as fewer events than the last one's number.
  for (const [device, { events: found, last }] of sequences) {
    if (found + unsound < last)
      faults.push(`device ${device}: ${last - found} of its ${last} events are missing`);
  }
  const statuses = store.log.statuses();
  for (const [opId, status] of expected) {
    const found = statuses.get(opId);
    if (found === undefined || (found === 'done') !== (status === 'done')) {
      faults.push(`operation ${opId}: is ${found ?? 'missing'}, the log says ${status}`);
    }
  }
  for (const opId of statuses.keys())
    if (!expected.has(opId)) faults.push(`operation ${opId}: is not in the log`);
  return { events, unsound, cards, faults };
}

function noteOperation(expected: Map<string, 'done' | 'annulled'>, row: EventRow): void {
  if (!expected.has(row.op_id)) expected.set(row.op_id, 'done');
  if (row.type !== 'undo' && row.type !== 'redo') return;
  const { target }: { target: string } = JSON.parse(row.payload);
  expected.set(target, row.type === 'undo' ? 'annulled' : 'done');
}

function compareStates(stored: CardState | null, replayed: CardState): string | null {
  if (stored === null) return 'has events but no state';
  const keys = Object.keys(replayed) as (keyof CardState)[];
  const differing = keys.filter(key => JSON.stringify(stored[key]) !== JSON.stringify(replayed[key]));
  if (differing.length === 0) return null;
  return differing
    .map(key => `${key} is ${JSON.stringify(stored[key])}, the log gives ${JSON.stringify(replayed[key])}`)
    .join('; ');
}

import type { EventBody } from '../../src-shared/domain/events.ts';
import { cardIdSchema } from '../../src-shared/domain/ids.ts';
import { nameRating } from '../../src-shared/domain/rating.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { countOf } from '../../src-shared/domain/wording.ts';
import type { Operation } from '../db/queries/log.ts';
import type { Profile } from './profile.ts';

/** What undo would take back and redo do again, in words, or null. */
export function describeHistory(profile: Profile): { undo: string | null; redo: string | null } {
  const { undo, redo } = profile.journal.peek();
  return { undo: undo && describeOperation(profile, undo), redo: redo && describeOperation(profile, redo) };
}

/** Takes back this device's last action, or does it again. Null where there is none. */
export function stepHistory(
  profile: Profile,
  direction: 'undo' | 'redo',
  at: Instant,
): { label: string; cardId: string | null } | null {
  const operation = profile.journal[direction](at);
  if (!operation) return null;
  const cardId = operation.cardId && profile.store.settings.resolve(operation.cardId);
  return { label: describeOperation(profile, operation), cardId };
}

/** An operation in words, e.g. `Good on “Plain page load”`. */
function describeOperation(profile: Profile, operation: Operation): string {
  const { store } = profile;
  // Of an answer its rating says all.
  const first = operation.rating === null ? store.log.firstOf(operation.opId) : null;
  const action = describeAction(operation, first);
  if (operation.cardId === null) return action;
  const { cards, types } = store.log.reachOf(operation.opId);
  if (operation.type === 'mark') return `Bring back ${countOf(cards, 'card')}`;
  if (cards > 1) {
    const isImport = types > 1 || operation.rating !== null || operation.type === 'memory_set';
    return isImport ? `Import of ${countOf(cards, 'card')}` : `${action} ${countOf(cards, 'card')}`;
  }
  const cardId = cardIdSchema.parse(store.settings.resolve(operation.cardId));
  return `${action} “${store.content.title(cardId) ?? cardId}”`;
}

const actions: Record<string, string> = {
  forget: 'Forget',
  set_due: 'Set due date of',
  memory_set: 'Known already:',
  suspend: 'Suspend',
  bury: 'Bury',
  flag: 'Flag',
  note: 'Note on',
  setting: 'Change of settings',
  parameters: 'Change of parameters',
};

function describeAction({ type, rating }: Operation, first: EventBody | null): string {
  if (first?.type === 'suspend' && !first.on) return 'Bring back';
  if (first?.type === 'flag' && first.flag === 0) return 'Take the flag off';
  if (first?.type === 'tag') return first.on ? `Tag “${first.tag}” on` : `Take tag “${first.tag}” off`;
  if (rating === null) return actions[type] ?? type;
  const name = nameRating(rating);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return type === 'practice' ? `${title} (extra study) on` : `${title} on`;
}

import type { Output } from '../../../src-shared/ipc/contract.ts';
import { listOwnConflicts } from '../own/conflicts.ts';
import type { Profile } from '../profile.ts';
import { locateDeckFile } from './location.ts';
import { repairDeckFile } from './repair.ts';
import { syncDecks } from './sync.ts';

/** Every deck with its cards counted, and every fault of every file. */
export function listDeckFiles(profile: Profile): Output<'decks:list'> {
  const { store } = profile;
  const files = store.content.files();
  const counts = store.content.cardsByFile();
  return {
    decks: files.flatMap(({ deck, own, path }) =>
      deck
        ? [
            {
              id: deck.id,
              title: deck.title,
              own,
              path: locateDeckFile(profile, path),
              cards: counts.get(path) ?? 0,
            },
          ]
        : [],
    ),
    faults: files.flatMap(({ faults }) =>
      faults.map(fault => ({ ...fault, file: locateDeckFile(profile, fault.file) })),
    ),
    conflicts: listOwnConflicts(profile),
    folder: profile.ownDecks,
  };
}

/** Gives the cards of one of the person's own files their missing ids, and reads it again. */
export function repairDeck(profile: Profile, file: string): number {
  const repaired = repairDeckFile(file, profile.ownDecks, id => isIdTaken(profile, id));
  if (repaired > 0) syncDecks(profile);
  return repaired;
}

/** True for an id that any card has or had: a new card must not come into another one's history. */
export function isIdTaken({ store: { content, settings } }: Profile, id: string): boolean {
  return content.card(id) !== null || settings.resolve(id) !== id;
}

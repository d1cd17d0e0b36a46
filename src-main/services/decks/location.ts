import path from 'node:path';

/** The two folders that decks come from. */
export type DeckFolders = { builtInDecks: string; ownDecks: string };

/**
 * How a deck's file is named in the database: by its folder's role and its name, never by where the folder
 * happens to lie, so that a moved profile or an app mounted elsewhere finds its cache valid.
 */
export function nameDeckFile(name: string, own: boolean): string {
  return `${own ? 'own' : 'built-in'}/${name}`;
}

/** Where the file of that name lies on this machine. */
export function locateDeckFile(folders: DeckFolders, file: string): string {
  const [role, name = ''] = file.split('/', 2);
  return path.join(role === 'own' ? folders.ownDecks : folders.builtInDecks, name);
}

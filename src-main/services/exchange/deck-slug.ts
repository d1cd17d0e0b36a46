import { hashText } from '../decks/read-deck.ts';

/** A deck's id from a name in any script, behind the kind of its source: the same name gives the same id. */
export function slugDeck(source: string, name: string): string {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-').slice(0, 40).replace(/-$/, '');
  return `${source}-${slug || hashText(name).slice(0, 8)}`;
}

import type { AnkiNotetype } from '../../../db/anki/rows.ts';

/** The two note types of a package of ours; the ids are ours alone and never change. */
export const ownNotetypes = {
  basic: {
    id: 1_600_000_000_001,
    name: 'Baseline',
    cloze: false,
    fields: ['Front', 'Back'],
    templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}' }],
  },
  cloze: {
    id: 1_600_000_000_002,
    name: 'Baseline cloze',
    cloze: true,
    fields: ['Text', 'Extra'],
    templates: [{ name: 'Cloze', front: '{{cloze:Text}}', back: '{{cloze:Text}}<br>\n{{Extra}}' }],
  },
} as const satisfies Record<string, AnkiNotetype>;

export const ownStyle = [
  '.card { font-family: sans-serif; font-size: 18px; line-height: 1.5; max-width: 40em; margin: 1em auto; }',
  '.cloze { font-weight: bold; }',
  'table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.2em 0.5em; }',
  'img { max-width: 100%; }',
].join('\n');

const guidPrefix = 'baseline:';

/** The guid of a card of ours. It holds the card's id, so that what went out is known again when it comes in. */
export function makeGuid(cardId: string): string {
  return guidPrefix + cardId;
}

/** The card's id in a guid of ours; null for any other guid. */
export function readGuid(guid: string): string | null {
  return guid.startsWith(guidPrefix) ? guid.slice(guidPrefix.length) : null;
}

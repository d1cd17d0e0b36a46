import { createHash } from 'node:crypto';
import { type Card, cardSchema } from '../../../../src-shared/domain/deck/card-schema.ts';
import { cardIdSchema } from '../../../../src-shared/domain/ids.ts';
import { gapMarks } from '../markup/gap-marks.ts';
import { readGuid } from './own-notetypes.ts';
import type { RenderedNote } from './render-note.ts';

type Convert = (html: string) => Promise<string | null>;

/** The id of a card here: that of our own card where the note is one, else from the note's guid, always the same. */
export function makeCardId(guid: string, ord: number): string {
  const own = cardIdSchema.safeParse(readGuid(guid));
  if (own.success && ord === 0) return own.data;
  return `anki.${createHash('sha256').update(guid).digest('hex').slice(0, 16)}.${ord + 1}`;
}

/** A card from what a note shows; a sentence where it cannot be one. */
export async function makeCard(
  id: string,
  rendered: RenderedNote,
  tags: readonly string[],
  convert: Convert,
): Promise<Card | string> {
  const common = { id, ...(tags.length > 0 ? { tags } : {}) };
  const gapCard = rendered.gapText && (await makeGapCard(common, rendered.gapText, convert));
  if (gapCard) return gapCard;
  const ask = await convert(rendered.front);
  const answer = await convert(rendered.back);
  if (ask === null || answer === null)
    return 'Cards whose HTML is too large or too deeply nested were left out.';
  if (ask === '')
    return 'Cards with an empty front (or only sounds or missing pictures on it) were left out.';
  if (answer === '')
    return 'Cards with an empty back (or only sounds or missing pictures on it) were left out.';
  const card = cardSchema.safeParse({ ...common, kind: 'basic', ask, answer });
  return card.success ? card.data : 'Cards with more than 4,000 letters on a side were left out.';
}

/** A gap card; null where its gaps cannot be said in our format, and the card is better basic. */
async function makeGapCard(
  common: { id: string },
  { text, extra }: { text: string; extra: string },
  convert: Convert,
): Promise<Card | null> {
  const marked = await convert(text);
  const reason = await convert(extra);
  const gapped = marked && writeGaps(marked);
  if (!gapped) return null;
  const card = cardSchema.safeParse({
    ...common,
    kind: 'cloze',
    text: gapped,
    ...(reason ? { reason } : {}),
  });
  return card.success ? card.data : null;
}

const { open, hint, close } = gapMarks;
const markedGap = new RegExp(`${open}([^${open}${close}]*)${close}`, 'g');

/** Markdown with our gaps in the place of marked ones; null where a gap goes over several blocks or holds braces. */
function writeGaps(marked: string): string | null {
  const texts = marked.replace(markedGap, '');
  if (texts.includes('{{') || texts.includes(open) || texts.includes(close)) return null;
  let isSound = true;
  const gapped = marked.replace(markedGap, (_gap, inside: string) => {
    const [answer = '', clue] = inside.split(hint);
    if (answer.trim() === '' || /\n|::|\{\{|\}$|\}\}/.test(answer) || /\n|\}$|\}\}/.test(clue ?? ''))
      isSound = false;
    return clue?.trim() ? `{{${answer}::${clue}}}` : `{{${answer}}}`;
  });
  return isSound ? gapped : null;
}

import type { AnkiNote, AnkiNotetype } from '../../../db/anki/rows.ts';
import { dropMarks, gapMarks } from '../markup/gap-marks.ts';
import { type GapStyle, hasGap, isOcclusion, writeGaps } from './cloze.ts';
import { fillTemplate } from './templates.ts';

/** What a card of a note shows, as HTML: two sides, and for a gap card also the text with its gaps marked. */
export type RenderedNote = { front: string; back: string; gapText: { text: string; extra: string } | null };

/** Why a card cannot be shown. */
export type NoteProblem = 'occlusion' | 'no-template' | 'broken-template' | 'no-gap';

// Neither this nor a tag goes over the beginning of another: else a field of nothing but beginnings would take the square of its length.
const sound = /\[(?:sound|anki:play):[^[\]]*\]/g;
const answerLine = /<hr\s+id\s*=\s*["']?answer["']?\s*\/?>/i;

/** True where a note has sounds, which no card here plays. */
export function hasSound(note: AnkiNote): boolean {
  return note.fields.some(field => field.search(sound) >= 0);
}

/** Renders the card of a template (or, in a cloze note, of a gap's number) by filling the note type's templates. */
export function renderNote(
  note: AnkiNote,
  notetype: AnkiNotetype,
  ord: number,
  deck: string,
): RenderedNote | { problem: NoteProblem } {
  const template = notetype.templates[notetype.cloze ? 0 : ord];
  if (!template) return { problem: 'no-template' };
  if (note.fields.some(isOcclusion)) return { problem: 'occlusion' };
  const number = ord + 1;
  const fields = new Map(
    notetype.fields.map((name, index) => [name, clean(note.fields[index] ?? '')] as const),
  );
  if (notetype.cloze && ![...fields.values()].some(value => hasGap(value, number)))
    return { problem: 'no-gap' };
  const values = new Map<string, string>([
    ['FrontSide', ''],
    ['Tags', escapeHtml(note.tags.join(' '))],
    ['Type', escapeHtml(notetype.name)],
    ['Deck', escapeHtml(deck)],
    ['Subdeck', escapeHtml(deck.split('::').at(-1) ?? '')],
    ['Card', escapeHtml(template.name)],
    ['CardFlag', ''],
    ['CardID', ''],
    ...fields,
  ]);
  const fill = (text: string, side: 'front' | 'back', style: GapStyle | 'dropped'): string | null =>
    fillTemplate(text, {
      values,
      number,
      filter: (name, value) => filterField(name, value, side, style, number),
    });

  const front = fill(template.front, 'front', 'masked');
  const back = fill(template.back, 'back', 'told');
  if (front === null || back === null) return { problem: 'broken-template' };
  const marked = notetype.cloze ? fill(template.front, 'front', 'marked') : null;
  const extra = notetype.cloze ? fill(template.back, 'back', 'dropped') : null;
  return {
    front,
    back: cutFront(back),
    gapText: marked?.includes(gapMarks.open) ? { text: marked, extra: cutFront(extra ?? '') } : null,
  };

  function filterField(
    name: string,
    value: string,
    side: 'front' | 'back',
    style: GapStyle | 'dropped',
    gap: number,
  ): string {
    if (name === 'cloze') return style === 'dropped' ? '' : writeGaps(value, gap, style);
    // On the front it is a box to type into.
    if (name === 'type') return side === 'front' ? '' : value;
    if (name === 'text') return value.replace(/<[^<>]*>/g, '');
    return name.startsWith('tts') ? '' : value;
  }
}

/** What stands below the line that parts the answer from the repeated front. */
function cutFront(back: string): string {
  const line = answerLine.exec(back);
  return line ? back.slice(line.index + line[0].length) : back;
}

function clean(field: string): string {
  return dropMarks(field).replace(sound, '');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

import { gapMarks } from '../markup/gap-marks.ts';

/** A gap in a field: `{{c1::answer::hint}}`, which may hold others. */
type Gap = { numbers: readonly number[]; inside: Piece[]; hint: string | null };
type Piece = string | Gap;

/** How the gaps of one number are written: marked for a gap card, masked, or told. All others are told. */
export type GapStyle = 'marked' | 'masked' | 'told';

const opener = /\{\{c(\d{1,4}(?:,\d{1,4})*)::/y;
/** Gaps within gaps that are followed. */
const deepest = 8;

/** Writes a field with gaps as HTML, for the card of one number. */
export function writeGaps(field: string, number: number, style: GapStyle): string {
  return writePieces(parseGaps(field), number, style);
}

/** True where a field has a gap of that number. */
export function hasGap(field: string, number: number): boolean {
  return findNumbers(parseGaps(field)).has(number);
}

/** True where a gap is a shape over a picture. */
export function isOcclusion(field: string): boolean {
  return /\{\{c\d+::image-occlusion:/.test(field);
}

function parseGaps(field: string): Piece[] {
  const root: Piece[] = [];
  const open: Gap[] = [];
  let text = '';
  const top = (): Piece[] => open.at(-1)?.inside ?? root;
  const flush = (): void => {
    if (text !== '') top().push(text);
    text = '';
  };
  for (let at = 0; at < field.length; ) {
    opener.lastIndex = at;
    const found = opener.exec(field);
    if (found && open.length < deepest) {
      flush();
      open.push({ numbers: (found[1] ?? '').split(',').map(Number), inside: [], hint: null });
      at += found[0].length;
    } else if (open.length > 0 && field.startsWith('}}', at)) {
      flush();
      const gap = open.pop();
      if (gap) top().push(splitHint(gap));
      at += 2;
    } else {
      text += field.charAt(at++);
    }
  }
  flush();
  // A gap that is never closed is text.
  for (let gap = open.pop(); gap; gap = open.pop()) {
    top().push(`{{c${gap.numbers.join(',')}::`);
    for (const piece of gap.inside) top().push(piece);
  }
  return root;
}

function splitHint(gap: Gap): Gap {
  const index = gap.inside.findIndex(piece => typeof piece === 'string' && piece.includes('::'));
  const text = gap.inside[index];
  if (typeof text !== 'string') return gap;
  const at = text.indexOf('::');
  return { ...gap, inside: [...gap.inside.slice(0, index), text.slice(0, at)], hint: text.slice(at + 2) };
}

function writePieces(pieces: readonly Piece[], number: number, style: GapStyle): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : writeGap(piece, number, style))).join('');
}

function writeGap(gap: Gap, number: number, style: GapStyle): string {
  if (!gap.numbers.includes(number)) return writePieces(gap.inside, number, style);
  const told = writePieces(gap.inside, number, 'told');
  if (style === 'told') return told;
  if (style === 'masked') return `[${gap.hint || '…'}]`;
  return gapMarks.open + told + (gap.hint ? gapMarks.hint + gap.hint : '') + gapMarks.close;
}

function findNumbers(pieces: readonly Piece[]): Set<number> {
  return new Set(
    pieces.flatMap(piece =>
      typeof piece === 'string' ? [] : [...piece.numbers, ...findNumbers(piece.inside)],
    ),
  );
}

/**
 * Letters of Unicode's private use that stand for the borders of a gap while a text is turned from Markdown into
 * HTML or back: no converter touches them. Taken out of what comes in.
 */
export const gapMarks = { open: '\ue000', hint: '\ue001', close: '\ue002' } as const;

const anyMark = /[\ue000-\ue002]/g;

/** A text without these letters. */
export function dropMarks(text: string): string {
  return text.replace(anyMark, '');
}

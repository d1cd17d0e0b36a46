/**
 * A line in which nothing is markup, neither in Markdown nor in HTML: it begins with a letter, has single blanks within,
 * and of all signs only those that mean nothing there.
 */
const plainLine = /^\p{L}(?: ?[\p{L}\p{N},.;:?!'"()%“”‘’–—…×≤≥=+/-])*$/u;
/** What may be taken for an address. */
const address = /:\/|www|w\.\S/i;

const isPlain = (line: string): boolean => plainLine.test(line) && !address.test(line);

/**
 * Markdown of plain paragraphs as HTML, as the parser would have it, at a hundredth of its time; null where something in
 * it may be markup. Most cards are of such text.
 */
export function plainToHtml(markdown: string): string | null {
  const lines = markdown.split('\n\n');
  if (!lines.every(isPlain)) return null;
  return lines.length === 1 ? markdown : lines.map(line => `<p>${line}</p>`).join('\n');
}

const paragraph = /^<p>([^<]*)<\/p>$/;

/** The way back: HTML of one plain line, or of plain paragraphs, as Markdown; null where there is anything else in it. */
export function plainToMarkdown(html: string): string | null {
  const inner = html.trim();
  if (isPlain(inner)) return inner;
  const lines = inner.split('\n').map(line => paragraph.exec(line)?.[1] ?? '');
  return lines.every(isPlain) ? lines.join('\n\n') : null;
}

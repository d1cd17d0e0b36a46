/** Quotes and lists within one another: what reads Markdown takes their number for each line, and its stack for them all. */
export const deepestMarkdown = 20;

const pieceOfDepth = /[ \t]+|>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y;

/** Within how many quotes and lists what a line opens can stand at most: a list goes on by two blanks and more. */
function measureDepth(line: string): number {
  let marks = 0;
  let columns = 0;
  pieceOfDepth.lastIndex = 0;
  for (let found = pieceOfDepth.exec(line); found; found = pieceOfDepth.exec(line)) {
    const [piece] = found;
    if (/^[ \t]/.test(piece)) columns += piece.replaceAll('\t', '    ').length - Math.min(marks, 1);
    else marks++;
  }
  return marks === 0 ? 0 : marks + Math.floor(columns / 2);
}

/** The first line, from 1, that opens something deeper than `deepestMarkdown`; null where none does. */
export function findDeepLine(text: string): number | null {
  const found = text.split('\n').findIndex(line => measureDepth(line) > deepestMarkdown);
  return found === -1 ? null : found + 1;
}

/** What of a syntax tree this needs to know. */
type Node = {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

/** Private-use characters, which no text of a deck holds, around the number of a gap. */
const gapPattern = /\uE000(\d+)\uE001/;

/** The place of a gap in a Markdown text. It has no meaning to Markdown. */
export function markGap(index: number): string {
  return `\uE000${index}\uE001`;
}

/** A rehype plugin: every marked place becomes a `mark` element with the gap's number as `dataGap`. */
export function insertGaps(): (tree: Node) => void {
  return replaceIn;
}

function replaceIn(parent: Node): void {
  if (!parent.children) return;
  parent.children = parent.children.flatMap(child => {
    if (child.type === 'text') return splitText(child.value ?? '');
    replaceIn(child);
    return [child];
  });
}

/** A text that is no Markdown, in its parts: texts, and the numbers of its gaps. */
export function splitGaps(text: string): (string | number)[] {
  // Splitting by a pattern with one group puts the groups, the gaps' numbers, at the odd places.
  return text.split(gapPattern).map((part, place) => (place % 2 === 1 ? Number(part) : part));
}

function splitText(text: string): Node[] {
  return splitGaps(text).flatMap((part): Node[] => {
    if (typeof part === 'number') {
      return [{ type: 'element', tagName: 'mark', properties: { dataGap: part }, children: [] }];
    }
    return part === '' ? [] : [{ type: 'text', value: part }];
  });
}

import { toString as toPlainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { deepestMarkdown, findDeepLine } from '../../../../src-shared/domain/markdown-depth.ts';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import type { TextCard, TextDeck } from './text-deck.ts';

/** What micromark looks for within a paragraph. Some of it takes the square of the paragraph's length. */
const withinParagraphs = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** Reads which blocks there are, and nothing within them: in time that grows with the text's length. */
const blocks = unified().use(remarkParse).use(skipWithinParagraphs).freeze();

type Blocks = ReturnType<typeof blocks.parse>['children'];
type Block = Blocks[number];

function skipWithinParagraphs(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: withinParagraphs } }];
}

/** Reads one line with all that can stand in it. */
const inline = unified().use(remarkParse).use(remarkGfm).freeze();

/** Longest text that is read, in letters: some ten thousand cards, which take most of a minute. */
const longest = 2_000_000;
/** Longest line that is read as a title. */
const longestTitle = 1000;

/**
 * Reads a deck from Markdown. Where a line begins with `Q:`, each `Q:` with the `A:` after it is a card, and `Tags:`
 * after that its tags. Else each heading of the second level or lower with text below it is a card. A heading of the
 * first level names the deck. Throws a ProblemError where it is too long, or where a line stands within quotes and lists
 * beyond all use.
 */
export function readMarkdownDeck(source: string): TextDeck {
  if (source.length > longest)
    throw new ProblemError(
      'invalid',
      `This text is longer than ${longest / 1e6} million letters.`,
      'Bring it in as several files, or as a table (.csv). Nothing was changed.',
    );
  const text = source.replace(/^---\n[\s\S]*?\n---\n/, found => found.replace(/[^\n]/g, ''));
  refuseDeepLines(text);
  const { children } = blocks.parse(text);
  const code = findCodeLines(children);
  const lines = text
    .split('\n')
    .map((text, index) => ({ line: index + 1, text, isCode: code.has(index + 1) }));
  const title = lines.find(({ text, isCode }) => !isCode && /^#\s+\S/.test(text));
  const cards = lines.some(({ text, isCode }) => !isCode && /^Q:/.test(text))
    ? readQuestions(lines)
    : readHeadings(text, children);
  return { title: title ? toPlainText(inline.parse(title.text.slice(0, longestTitle))) : null, cards };
}

function refuseDeepLines(text: string): void {
  const line = findDeepLine(text);
  if (line === null) return;
  throw new ProblemError(
    'invalid',
    `Line ${line} has more than ${deepestMarkdown} quotes and lists within one another.`,
    'Take some of them away, or some of the blanks before it. Nothing was changed.',
  );
}

type Line = { line: number; text: string; isCode: boolean };

const part = /^(Q|A|Tags):\s?(.*)$/;

function readQuestions(lines: readonly Line[]): TextCard[] {
  const cards: TextCard[] = [];
  let side: 'Q' | 'A' | null = null;
  for (const { line, text, isCode } of lines) {
    const [, name, rest = ''] = (!isCode && part.exec(text)) || [];
    const card = cards.at(-1);
    if (name === 'Q') {
      cards.push({ line, front: rest, back: '', tags: [] });
      side = 'Q';
    } else if (name === 'A' && card && side === 'Q') {
      card.back = rest;
      side = 'A';
    } else if (name === 'Tags' && card && side !== null) {
      card.tags = rest.split(/[\s,]+/).filter(Boolean);
      side = null;
    } else if (card && side !== null) {
      // A heading or a rule between cards belongs to neither.
      if (!isCode && side === 'A' && /^(#{1,6}\s|-{3,}\s*$)/.test(text)) side = null;
      else if (side === 'Q') card.front += `\n${text}`;
      else card.back += `\n${text}`;
    }
  }
  return cards.map(card => ({ ...card, front: card.front.trim(), back: card.back.trim() }));
}

function readHeadings(text: string, blocks: Blocks): TextCard[] {
  const headings = blocks.filter(node => node.type === 'heading').filter(isHeading);
  return headings.flatMap((node, index) => {
    if (node.depth < 2) return [];
    const end = headings[index + 1]?.position?.start.offset ?? text.length;
    const back = text.slice(node.position?.end.offset, end).trim();
    const front = text.slice(
      node.children[0]?.position?.start.offset ?? 0,
      node.children.at(-1)?.position?.end.offset ?? 0,
    );
    return back === '' ? [] : [{ line: node.position?.start.line ?? 1, front, back, tags: [] }];
  });

  /** Without what can stand within paragraphs, a table above a rule looks like a heading. */
  function isHeading({ position }: Block): boolean {
    return !/\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|/.test(text.slice(position?.start.offset, position?.end.offset));
  }
}

/** Lines inside of code, in which nothing is a heading or a question. */
function findCodeLines(blocks: Blocks): Set<number> {
  const lines = new Set<number>();
  for (const node of blocks) {
    if (node.type !== 'code' || !node.position) continue;
    for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line);
  }
  return lines;
}

import { toString as toPlainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { ProblemError } from '../../../../src-shared/domain/problem.ts';
import type { TextCard, TextDeck } from './text-deck.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * Reads a deck from Markdown. Where a line begins with `Q:`, each `Q:` with the `A:` after it is a card, and `Tags:`
 * after that its tags. Else each heading of the second level or lower with text below it is a card. A heading of the
 * first level names the deck. Throws a ProblemError where a line nests quotes and lists beyond all use.
 */
export function readMarkdownDeck(source: string): TextDeck {
  refuseDeepLines(source);
  const text = source.replace(/^---\n[\s\S]*?\n---\n/, found => found.replace(/[^\n]/g, ''));
  const code = findCodeLines(text);
  const lines = text
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line, isCode: code.has(index + 1) }));
  const title = lines.find(({ text, isCode }) => !isCode && /^#\s+\S/.test(text));
  const cards = lines.some(({ text, isCode }) => !isCode && /^Q:/.test(text))
    ? readQuestions(lines)
    : readHeadings(text);
  return { title: title ? toPlainText(parser.parse(title.text)) : null, cards };
}

/** Quotes and lists within one another on one line: to read them takes the square of their number. */
const deepest = 50;
const deepLine = new RegExp(`^[ \\t]*(?:>[ \\t]*|(?:[-+*]|\\d{1,9}[.)])[ \\t]+){${deepest}}`, 'm');

function refuseDeepLines(source: string): void {
  const found = deepLine.exec(source);
  if (!found) return;
  const line = source.slice(0, found.index).split('\n').length;
  throw new ProblemError(
    'invalid',
    `Line ${line} has more than ${deepest} quotes and lists within one another.`,
    'Take some of them away. Nothing was changed.',
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

function readHeadings(text: string): TextCard[] {
  const { children } = parser.parse(text);
  return children.flatMap((node, index) => {
    if (node.type !== 'heading' || node.depth < 2) return [];
    const next = children.findIndex((other, at) => at > index && other.type === 'heading');
    const end = next === -1 ? text.length : children[next]?.position?.start.offset;
    const back = text.slice(node.position?.end.offset, end).trim();
    const front =
      node.children.length > 0
        ? text.slice(node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset)
        : '';
    return back === '' ? [] : [{ line: node.position?.start.line ?? 1, front, back, tags: [] }];
  });
}

/** Lines inside of code, in which nothing is a heading or a question. */
function findCodeLines(text: string): Set<number> {
  const lines = new Set<number>();
  for (const node of parser.parse(text).children) {
    if (node.type !== 'code' || !node.position) continue;
    for (let line = node.position.start.line; line <= node.position.end.line; line++) lines.add(line);
  }
  return lines;
}

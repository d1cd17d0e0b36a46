import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { findDeepLine } from '../../src-shared/domain/markdown-depth.ts';
import { readMediaAddress } from '../../src-shared/domain/media-address.ts';
import { insertGaps, splitGaps } from './gaps.ts';

/**
 * Links stay text with their address, and pictures their description, but for those of the profile's own media:
 * nothing navigates, nothing is fetched.
 */
const safe: Components = {
  a: ({ href, children }) => (
    <>
      {children}
      {href && <span className="address"> ({href})</span>}
    </>
  ),
  img: ({ src, alt }) => {
    const name = typeof src === 'string' ? readMediaAddress(src) : null;
    return name === null ? alt : <img src={`/media/${name}`} alt={alt ?? ''} />;
  },
  table: ({ children }) => (
    <div className="table-scroll">
      <table>{children}</table>
    </div>
  ),
};

const inline: Components = { ...safe, p: ({ children }) => <>{children}</> };

type MarkdownProps = {
  children: string;
  /** Without paragraphs, for text that stands inside a line. */
  inline?: boolean;
};

/** Texts that were drawn last. Those of a card are drawn again at each step of it, and each parsing costs a third of a ms. */
const drawn = new Map<string, ReactNode>();
const mostDrawn = 200;

/** Text written by a deck's author: Markdown without raw HTML, remote pictures, or links that lead anywhere. */
export const Markdown = memo(({ children, inline: isInline = false }: MarkdownProps): ReactNode => {
  const key = `${isInline} ${children}`;
  const before = drawn.get(key);
  if (before !== undefined) return before;
  const draw = (): ReactNode =>
    ReactMarkdown({
      children,
      remarkPlugins: [remarkGfm],
      rehypePlugins: [rehypeSanitize],
      components: isInline ? inline : safe,
    });
  const node = findDeepLine(children) === null ? draw() : <AsWritten>{children}</AsWritten>;
  if (drawn.size >= mostDrawn) drawn.clear();
  drawn.set(key, node);
  return node;
});

/** What is nested beyond all use: to draw it as Markdown would take seconds, or all of the stack. */
function AsWritten({ children }: { children: ReactNode }): ReactNode {
  return <span className="as-written">{children}</span>;
}

type GappedMarkdownProps = {
  /** The text with its gaps marked by `markGap`. */
  text: string;
  drawGap(index: number): ReactNode;
};

/** The same with gaps, each drawn by `drawGap`, wherever in the text they stand. */
export function GappedMarkdown({ text, drawGap }: GappedMarkdownProps): ReactNode {
  if (findDeepLine(text) !== null)
    return (
      <AsWritten>{splitGaps(text).map(part => (typeof part === 'number' ? drawGap(part) : part))}</AsWritten>
    );
  const components: Components = {
    ...safe,
    mark: ({ node, children }) => {
      const index = Number(node?.properties.dataGap);
      return Number.isInteger(index) ? drawGap(index) : <mark>{children}</mark>;
    },
  };
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[rehypeSanitize, insertGaps]}
      components={components}
    >
      {text}
    </ReactMarkdown>
  );
}

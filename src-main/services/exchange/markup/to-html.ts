import type { Element, Nodes, Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { findDeepLine } from '../../../../src-shared/domain/markdown-depth.ts';
import { plainToHtml } from './plain.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

/**
 * A card's Markdown as HTML that any program may show: sanitised, and each picture under the name that `nameImage`
 * gives it, or left out where that is null. What is nested beyond all use is text, as it was written.
 */
export function toHtml(markdown: string, nameImage: (address: string) => string | null): string {
  const plain = plainToHtml(markdown);
  if (plain !== null) return plain;
  if (findDeepLine(markdown) !== null)
    return processor.stringify({ type: 'root', children: [{ type: 'text', value: markdown }] });
  return parseToHtml(markdown, nameImage);
}

/** The same by the parser, whatever the text; for tests. */
export function parseToHtml(markdown: string, nameImage: (address: string) => string | null): string {
  const tree = processor.runSync(processor.parse(markdown));
  renameImages(tree, nameImage);
  return processor.stringify(unwrap(tree)).trim();
}

function renameImages(
  parent: Extract<Nodes, { children: unknown[] }>,
  nameImage: (address: string) => string | null,
): void {
  const isKept = (child: Nodes): boolean => {
    if (child.type !== 'element') return true;
    if (child.tagName !== 'img') {
      renameImages(child, nameImage);
      return true;
    }
    const name = nameImage(String(child.properties.src ?? ''));
    if (name !== null) child.properties.src = name;
    return name !== null;
  };
  parent.children = parent.children.filter(isKept) as typeof parent.children;
}

/** A text of one paragraph needs none around it. */
function unwrap(tree: Root): Root {
  const blocks = tree.children.filter(child => child.type !== 'text' || child.value.trim() !== '');
  const [only] = blocks;
  const isParagraph = blocks.length === 1 && only?.type === 'element' && only.tagName === 'p';
  return isParagraph ? { ...tree, children: (only as Element).children } : tree;
}

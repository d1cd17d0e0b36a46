import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { plainToMarkdown } from './plain.ts';

/** Elements that go with all that is in them; others that no Markdown has lose only their tags. */
const dropped = ['script', 'style', 'template', 'noscript', 'iframe', 'frame', 'object', 'embed', 'applet'];
const droppedMedia = [
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'title',
  'head',
  'textarea',
  'select',
  'button',
];

const schema = { ...defaultSchema, strip: [...dropped, ...droppedMedia] };

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const cleaner = unified()
  .use(rehypeSanitize, schema)
  .use(() => dropBareLinks)
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '*', strong: '*', fences: true })
  .freeze();

/**
 * Longest HTML of one side, in letters, and the most tags in it. A card's Markdown has at most 4,000 letters; and
 * some sets of unclosed tags make the square of their number of elements.
 */
const longestHtml = 100_000;
const mostTags = 3_000;
/** Elements within elements that are followed: to write Markdown takes the cube of it. */
const deepest = 60;

/**
 * HTML as safe Markdown: no scripts, no styles, no handlers, no addresses but web links. Each picture goes through
 * `placeImage`, which answers with its address in Markdown, or null to leave it out. Null where the HTML is too
 * large or too deeply nested for a card.
 */
export function toMarkdown(html: string, placeImage: (source: string) => string | null): string | null {
  if (html.length > longestHtml || (html.match(/</g)?.length ?? 0) > mostTags) return null;
  return plainToMarkdown(html) ?? parseToMarkdown(html, placeImage);
}

/** The same by the parser, whatever the text; for tests. */
export function parseToMarkdown(html: string, placeImage: (source: string) => string | null): string | null {
  try {
    const tree = parser.parse(html);
    if (isDeep(tree)) return null;
    placeImages(tree, placeImage);
    const markdown = cleaner.stringify(cleaner.runSync(tree));
    // What remark has no other way to say is left as an entity; between words a plain blank reads the same.
    return markdown.replaceAll('&#x20;', ' ').trim();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Goes down level by level: a tree may be deeper than any stack. */
function isDeep(tree: Parent): boolean {
  let level: Nodes[] = tree.children;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap(node => ('children' in node ? node.children : []));
  }
  return false;
}

/** A link whose address was taken away is plain text. */
function dropBareLinks(parent: Parent): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a' && !child.properties.href) child.tagName = 'span';
    dropBareLinks(child);
  }
}

type Parent = Extract<Nodes, { children: unknown[] }>;

function placeImages(parent: Parent, placeImage: (source: string) => string | null): void {
  const isKept = (child: Nodes): boolean => {
    if (child.type !== 'element') return true;
    if (child.tagName !== 'img') {
      placeImages(child, placeImage);
      return true;
    }
    const address = placeImage(String(child.properties.src ?? ''));
    child.properties = { src: address ?? '', alt: String(child.properties.alt ?? '') };
    return address !== null;
  };
  parent.children = parent.children.filter(isKept) as typeof parent.children;
}

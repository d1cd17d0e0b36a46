import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Elements that run something, fetch something or take the page over. */
const elements = /^(?:script|style|iframe|frame|object|embed|svg|math|form|base|link|meta|template)$/;
const runs = /^\s*(?:javascript|vbscript|data|file|blob):/i;

/** What in a page's HTML would run or lead where no page may; null where nothing does. Read as a browser reads it. */
export function findHarm(html: string): string | null {
  return findIn(parser.parse(html));
}

function findIn(node: Nodes): string | null {
  if (node.type === 'element') {
    if (elements.test(node.tagName)) return `an element ${node.tagName}`;
    for (const [name, value] of Object.entries(node.properties))
      if (/^on/i.test(name) || name === 'srcDoc' || runs.test(String(value).replaceAll(/[\0-\x20]/g, '')))
        return `${node.tagName} has ${name}: ${String(value).slice(0, 100)}`;
  }
  if (!('children' in node)) return null;
  for (const child of node.children) {
    const found = findIn(child);
    if (found !== null) return found;
  }
  return null;
}

/** What a template is filled with. */
export type TemplateFill = {
  /** Fields and special names; a name that is not among them is a fault of the template. */
  values: ReadonlyMap<string, string>;
  /** The number of the gap that the card asks; conditionals may name it as `c1`. */
  number: number;
  /** Applies a filter such as `cloze` or `type` to a field's value. */
  filter(name: string, value: string): string;
};

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'field'; name: string; filters: string[] }
  | { kind: 'section'; name: string; when: boolean; parts: Part[] };

const tag = /\{\{([^{}]*)\}\}/g;
/** Longest HTML that a template may grow to, in letters; beyond it nothing more is added. */
const longest = 200_000;
/** HTML that shows nothing. */
const blank = /^(?:\s|&nbsp;|<\/?(?:br|div|p|span)\s*\/?>)*$/i;

/** Fills a template of Anki's. Null where it is broken: a section without its end, or a field that is not there. */
export function fillTemplate(template: string, fill: TemplateFill): string | null {
  const parts = parseTemplate(template);
  return parts && writeParts(parts, fill);
}

function parseTemplate(template: string): Part[] | null {
  const root: Part[] = [];
  const open: Extract<Part, { kind: 'section' }>[] = [];
  const add = (part: Part): void => void (open.at(-1)?.parts ?? root).push(part);
  let end = 0;
  for (const found of template.matchAll(tag)) {
    add({ kind: 'text', text: template.slice(end, found.index) });
    end = found.index + found[0].length;
    const inside = (found[1] ?? '').trim();
    const name = inside.slice(1).trim();
    switch (inside.charAt(0)) {
      case '#':
      case '^': {
        const section: Part = { kind: 'section', name, when: inside.startsWith('#'), parts: [] };
        add(section);
        open.push(section);
        break;
      }
      case '/':
        if (open.pop()?.name !== name) return null;
        break;
      case '!':
        break;
      default: {
        const names = inside.split(':').map(text => text.trim());
        add({ kind: 'field', name: names.at(-1) ?? '', filters: names.slice(0, -1).reverse() });
      }
    }
  }
  add({ kind: 'text', text: template.slice(end) });
  return open.length === 0 ? root : null;
}

function writeParts(parts: readonly Part[], fill: TemplateFill): string | null {
  let html = '';
  for (const part of parts) {
    const written = writePart(part, fill);
    if (written === null) return null;
    html += written;
    if (html.length > longest) break;
  }
  return html;
}

function writePart(part: Part, fill: TemplateFill): string | null {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'field': {
      const value = fill.values.get(part.name);
      if (value === undefined) return part.name === '' ? '' : null;
      return part.filters.reduce((html, filter) => fill.filter(filter, html), value);
    }
    case 'section':
      return isSet(part.name, fill) === part.when ? writeParts(part.parts, fill) : '';
  }
}

function isSet(name: string, { values, number }: TemplateFill): boolean {
  const gap = /^c(\d+)$/.exec(name);
  if (gap) return Number(gap[1]) === number;
  return !blank.test(values.get(name) ?? '');
}

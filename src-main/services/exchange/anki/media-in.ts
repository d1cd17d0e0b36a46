import fs from 'node:fs';
import path from 'node:path';
import { nameMedia, recogniseImage } from '../../media.ts';
import type { Incoming } from '../incoming.ts';
import type { Report } from '../left-out.ts';
import { toMarkdown } from '../markup/to-markdown.ts';

/** Turns HTML into Markdown and keeps the pictures that it shows in a folder, each once. */
export type Converter = {
  /** Null where the HTML is beyond what a card may be. */
  convert(html: string): Promise<string | null>;
  /** The pictures kept so far. */
  media(): Incoming['media'];
};

const remote = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

export function createConverter(
  read: (name: string) => Promise<Buffer | null>,
  folder: string,
  report: Report,
): Converter {
  /** The address of each picture seen, or null where it is left out. */
  const addresses = new Map<string, string | null>();
  const kept = new Map<string, string>();

  const load = async (source: string): Promise<string | null> => {
    if (remote.test(source)) {
      report.add('Pictures from the network stayed behind: Baseline fetches nothing.', source.slice(0, 80));
      return null;
    }
    const content = (await read(source)) ?? (await read(decodeAddress(source)));
    const kind = content && recogniseImage(content);
    if (!content || !kind) {
      report.add(
        'Pictures that are missing, larger than 5 MB or neither PNG, JPEG, GIF nor WebP stayed behind.',
        source.slice(0, 80),
      );
      return null;
    }
    const name = nameMedia(content, kind);
    if (!kept.has(name)) {
      const file = path.join(folder, name);
      fs.writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
      kept.set(name, file);
    }
    return `media/${name}`;
  };

  return {
    convert: async html => {
      const unknown = new Set<string>();
      const place = (source: string): string | null => {
        if (!addresses.has(source)) unknown.add(source);
        return addresses.get(source) ?? null;
      };
      const markdown = toMarkdown(html, place);
      if (markdown === null || unknown.size === 0) return markdown;
      for (const source of unknown) addresses.set(source, await load(source));
      return toMarkdown(html, place);
    },
    media: () => [...kept].map(([name, file]) => ({ name, file })),
  };
}

function decodeAddress(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

import type { EnumValue } from '../../facts.ts';
import type { OptionId } from '../../rules/decisions.ts';

/**
 * The kinds of parts that systems are made of: pages that are read again and again, something limited that people
 * claim, something that they watch, a search, a call behind the scenes, records that pile up.
 */
export const roles = ['pages', 'claim', 'live', 'find', 'link', 'log'] as const;
export type Role = (typeof roles)[number];

/** What a part is called in one product. `doing` follows “for”, `who` and `items` are plural, `item` has its article. */
export type Words = {
  id: string;
  doing: string;
  who: string;
  item: string;
  items: string;
  /** What the records may be mostly looked up by: many values, of which none stands out. */
  keys?: readonly OptionId[];
  /** Keys that would crowd one shard, such as the hour; offered, and never what most reads use. */
  poorKeys?: readonly OptionId[];
  by?: Searched;
};

/** Peak rates that are plausible for a part: reads per second, and how many of them come on one write. */
type Traffic = { reads: readonly number[]; perWrite: readonly number[] };

/** Words and plausible sizes of each kind of part. */
export type PartWords = {
  pages: Words & Traffic & { terabytes: readonly number[] };
  claim: Words & Traffic;
  live: Words & Traffic & { lists: readonly number[]; harms: readonly EnumValue<'stale_read_harm'>[] };
  find: Words & Traffic & { lists: readonly number[]; by: Searched };
  link: Words & { calls: readonly number[] };
  log: Words & {
    /** Millions of those who send. */
    millions: readonly number[];
    /** Records of each of them a day. */
    daily: readonly number[];
    bytes: readonly number[];
    keys: readonly OptionId[];
  };
};

/** What is searched: “look up a route by …”, “look for routes between …”, “look for routes by words in …”. */
export type Searched = { exactly: string; between: string; inside: string };

/** A system that an interviewer asks for. `design` follows “Design”. */
export type Product = {
  id: string;
  title: string;
  design: string;
  parts: { readonly [R in Role]: PartWords[R] };
};

/** The words of a part in the order: id, doing, who, item, items. */
export function name(id: string, doing: string, who: string, item: string, items: string): Words {
  return { id, doing, who, item, items };
}

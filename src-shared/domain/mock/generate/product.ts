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
  /** What the records can be looked up by. */
  keys?: readonly OptionId[];
};

/** A system that an interviewer asks for. `design` follows “Design”. */
export type Product = { id: string; title: string; design: string; parts: Readonly<Record<Role, Words>> };

/** The words of a part in the order: id, doing, who, item, items. */
export function name(id: string, doing: string, who: string, item: string, items: string): Words {
  return { id, doing, who, item, items };
}

import type { CardKind } from '../../../src-shared/domain/deck/card-schema.ts';
import type { DraftFault } from '../../../src-shared/ipc/own-contract.ts';

/** A card as it is written: fields by name, what they hold not yet proven. */
export type Draft = Readonly<Record<string, unknown>>;

/** A field of a form. Its path leads to it in the card, and is how a fault names it. */
export type Field = {
  path: readonly (string | number)[];
  label: string;
  help?: string;
  /** Lines of a text in Markdown; without it, a line of plain text. */
  lines?: number;
  /** A figure, which is written down as one where it is one. */
  isNumber?: boolean;
};

const ask: Field = { path: ['ask'], label: 'Question', lines: 3 };

/** The fields of each kind that has a form. Options have one of their own. */
const fieldsOf: Readonly<Record<Exclude<CardKind, 'scenario'>, readonly Field[]>> = {
  basic: [ask, { path: ['answer'], label: 'Answer', lines: 4 }],
  cloze: [
    {
      path: ['text'],
      label: 'Text',
      help: 'Put {{double braces}} around what is asked; {{answer::hint}} shows a hint.',
      lines: 4,
    },
  ],
  choice: [ask],
  number: [
    ask,
    { path: ['value'], label: 'Figure', isNumber: true },
    { path: ['unit'], label: 'Unit', help: 'Such as ms, GB or per second.' },
    { path: ['accept', 0], label: 'Right from', isNumber: true },
    { path: ['accept', 1], label: 'Right up to', isNumber: true },
  ],
  contrast: [
    { path: ['between', 0, 'name'], label: 'One side' },
    { path: ['between', 0, 'pick_when'], label: 'Pick it when' },
    { path: ['between', 1, 'name'], label: 'Other side' },
    { path: ['between', 1, 'pick_when'], label: 'Pick that when' },
    ask,
    { path: ['decides'], label: 'What decides', lines: 3 },
  ],
};

/** What may stand on the back of any card. */
export const backFields: readonly Field[] = [
  { path: ['reason'], label: 'Why', help: 'Why the answer holds.', lines: 2 },
  { path: ['cost'], label: 'Cost', lines: 2 },
  { path: ['exception'], label: 'Unless', help: 'What must be true to answer otherwise.', lines: 2 },
  { path: ['say'], label: 'Say it aloud', help: 'One sentence for the interview.', lines: 2 },
];

/** The kinds that have a form, by what they are called; a scenario is written as text. */
export const formKinds = ['basic', 'cloze', 'choice', 'number', 'contrast'] as const;
type FormKind = (typeof formKinds)[number];

/** The kind of a draft, where it has a form. */
export function readFormKind({ kind }: Draft): FormKind | null {
  return formKinds.find(one => one === kind) ?? null;
}

export function listFields(kind: FormKind): readonly Field[] {
  return fieldsOf[kind];
}

/** A new card of a kind, with what its form needs to begin. */
export function beginDraft(kind: CardKind): Draft {
  if (kind === 'choice')
    return {
      kind,
      options: [
        { text: '', right: true },
        { text: '', right_if: '' },
      ],
    };
  return { kind };
}

/** What stands at a path; undefined where nothing does. */
export function readAt(value: unknown, path: Field['path']): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** The same with something else at a path; what leads there is made where it is missing. */
export function writeAt(draft: Draft, path: Field['path'], value: unknown): Draft {
  return copyWith(draft, path, value) as Draft;
}

function copyWith(value: unknown, [key, ...rest]: Field['path'], next: unknown): unknown {
  if (key === undefined) return next;
  if (typeof key === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    list[key] = copyWith(list[key], rest, next);
    return list;
  }
  const fields = typeof value === 'object' && value !== null ? value : {};
  return { ...fields, [key]: copyWith(Reflect.get(fields, key), rest, next) };
}

/** How a fault names a path: `options[1].text`. */
export function namePath(path: Field['path']): string {
  return path.map((key, n) => (typeof key === 'number' ? `[${key}]` : n === 0 ? key : `.${key}`)).join('');
}

/** What a field shows. */
export function showField(draft: Draft, { path }: Field): string {
  const value = readAt(draft, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What was typed, as the card holds it. */
export function readField({ isNumber }: Field, typed: string): string | number {
  return isNumber && /^-?\d+(\.\d+)?$/.test(typed.trim()) ? Number(typed) : typed;
}

/** A draft as it is saved: without the fields that are empty and need not be there. */
export function trimDraft(draft: Draft): Draft {
  return Object.fromEntries(
    Object.entries(draft).filter(
      ([, value]) => !(typeof value === 'string' && value.trim() === '') && !isEmptyList(value),
    ),
  );
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What is wrong with a field and with all inside of it; null where nothing is. */
export function tellFault(faults: readonly DraftFault[], name: string): string | null {
  const own = faults.filter(({ field }) => field === name || field?.startsWith(`${name}[`));
  return own.length === 0 ? null : own.map(({ message }) => message).join('; ');
}

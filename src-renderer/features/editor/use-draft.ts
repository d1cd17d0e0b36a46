import { useState } from 'react';
import { z } from 'zod';
import type { Draft } from './fields.ts';

const keptSchema = z.object({
  base: z.string().nullable(),
  draft: z.record(z.string(), z.unknown()),
  /** The lines of the card, where it is written as text. */
  text: z.string().nullable(),
});

/** What is being written, with what its file said when it was opened. */
export type Written = { base: string | null; draft: Draft; text: string | null };

/** Where unsaved texts wait: they outlive the screen, the window and the app. */
export type DraftKeeper = {
  /** What was left unsaved; null where nothing was. */
  kept: Written | null;
  keep(written: Written): void;
  drop(): void;
};

/** Keeps what is unsaved of one card (or of a new one in a deck) until it is saved or dropped. */
export function useDraftKeeper(name: string): DraftKeeper {
  const key = `draft:${name}`;
  const [kept] = useState(() => readKept(localStorage.getItem(key)));
  return {
    kept,
    keep: written => localStorage.setItem(key, JSON.stringify(written)),
    drop: () => localStorage.removeItem(key),
  };
}

/** What was kept, from its JSON; null where there is none, or none that makes sense. */
export function readKept(text: string | null): Written | null {
  if (text === null) return null;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

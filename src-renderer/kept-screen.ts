import { z } from 'zod';
import { cardIdSchema } from '../src-shared/domain/ids.ts';
import { screenOrder } from '../src-shared/ipc/commands.ts';
import { sessionSchema } from '../src-shared/ipc/contract.ts';
import type { Screen } from './screen.ts';

const name = z.string().max(200);

/** What of a screen is come back to; a page within one begins at its start. */
const keptSchema = z.union([
  z.object({ name: z.literal('review'), session: sessionSchema }),
  z.object({ name: z.literal('interview'), attemptId: name }),
  z.object({ name: z.literal('round'), roundId: name, from: z.enum(['today', 'mocks']) }),
  z.object({ name: z.literal('edit'), target: z.object({ cardId: cardIdSchema }) }),
  z.object({ name: z.literal('edit'), target: z.object({ deck: z.object({ id: name, title: name }) }) }),
  z.object({ name: z.enum(screenOrder) }),
]);

/** The screen that was kept as a text; null where that is none. */
export function readScreen(text: string): Screen | null {
  try {
    const kept = keptSchema.parse(JSON.parse(text));
    return kept.name === 'edit' ? { ...kept, back: { name: 'cards' } } : kept;
  } catch {
    return null;
  }
}

import { z } from 'zod';
import type { Memory } from '../card-state.ts';
import type { LogEvent } from '../events.ts';
import type { MemoryModel } from '../memory.ts';
import { ratingSchema } from '../rating.ts';
import { addDays, type StudyDay, studyDaySchema } from '../study-day.ts';

/** What was answered, and how the card was held all the while. */
export const cardHistorySchema = z.object({
  reviews: z.array(
    z.object({
      day: studyDaySchema,
      rating: ratingSchema,
      /** The recall expected at that moment, from 0 to 1; null where nothing was. */
      recall: z.number().min(0).max(1).nullable(),
      /** Days until recall falls to 90 %, after the answer. */
      stability: z.number(),
    }),
  ),
  /** The predicted recall by day; null from where the card has no memory. */
  curve: z.array(z.object({ day: studyDaySchema, recall: z.number().min(0).max(1).nullable() })),
});
export type CardHistory = z.infer<typeof cardHistorySchema>;

/** No stretch between two answers is drawn with more points than this. */
const pointsAStretch = 60;

/**
 * The history of one card from its effective events in their order, up to `until`: each answer, and between them the
 * forgetting curve that `model` gives to the memory that was stored then.
 */
export function traceCard(
  events: readonly LogEvent[],
  until: StudyDay,
  model: Pick<MemoryModel, 'recall'>,
): CardHistory {
  const holds = events.flatMap(readHold);
  const curve = holds.flatMap(({ day, memory }, index): CardHistory['curve'] => {
    if (memory === null) return [{ day, recall: null }];
    const end = holds[index + 1]?.day ?? until;
    return listSamples(day, end).map(one => ({ day: one, recall: model.recall(memory, one - day) }));
  });
  return { reviews: events.flatMap(readReview), curve };
}

/** From one day to another, both taken, in even steps of whole days. */
function listSamples(first: StudyDay, last: StudyDay): StudyDay[] {
  const length = Math.max(0, last - first);
  const step = Math.max(1, Math.ceil(length / pointsAStretch));
  const inner = Array.from({ length: Math.ceil(length / step) }, (_, n) => addDays(first, n * step));
  return [...inner, addDays(first, length)];
}

/** From when on a card had which memory. */
function readHold({ studyDay: day, body }: LogEvent): { day: StudyDay; memory: Memory | null }[] {
  if (body.type === 'answer') return [{ day, memory: body.memoryAfter }];
  if (body.type === 'memory_set') return [{ day, memory: body.memory }];
  if (body.type === 'set_due' && body.memory) return [{ day, memory: body.memory }];
  return body.type === 'forget' ? [{ day, memory: null }] : [];
}

function readReview({ studyDay: day, body }: LogEvent): CardHistory['reviews'] {
  if (body.type !== 'answer') return [];
  return [{ day, rating: body.rating, recall: body.recall, stability: body.memoryAfter.stability }];
}

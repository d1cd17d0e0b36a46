import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import { defaultSettings } from '../../src-shared/domain/default-settings.ts';
import { noLoad } from '../../src-shared/domain/due-day.ts';
import { type CardId, cardIdSchema } from '../../src-shared/domain/ids.ts';
import { createMemoryModel, defaultWeights } from '../../src-shared/domain/memory.ts';
import { orderNewCards } from '../../src-shared/domain/queue.ts';
import { createRandom, type Random } from '../../src-shared/domain/random.ts';
import type { Rating } from '../../src-shared/domain/rating.ts';
import { planAnswers } from '../../src-shared/domain/scheduling.ts';
import { findStudyDay, formatInstant, type Instant } from '../../src-shared/domain/study-day.ts';

const deckSchema = z.object({
  topic: z.string(),
  cards: z.array(z.object({ id: cardIdSchema, default: z.string().optional() })),
});

type LearntCard = { cardId: CardId; topic: string; sibling: string };

/** The built-in cards as new ones are met. */
function listCards(): LearntCard[] {
  const folder = path.resolve(import.meta.dirname, '..', '..', 'decks');
  const cards = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.yaml') && name !== 'defaults.yaml')
    .sort()
    .flatMap(name => {
      const { topic, cards: list } = deckSchema.parse(
        parse(fs.readFileSync(path.join(folder, name), 'utf8')),
      );
      return list.map(card => ({ cardId: card.id, topic, sibling: card.default ?? card.id }));
    });
  const byId = new Map(cards.map(card => [card.cardId, card]));
  return orderNewCards(cards).flatMap(id => byId.get(id) ?? []);
}

/** What a learner is like: when they began, how long they kept at it, and how many cards they met a day. */
export type Learner = { begin: Instant; days: number; newPerDay: number; seed: number };

/** Topics that this learner forgets faster than the scheduler thinks. */
const hardTopics = new Set(['consistency', 'scaling']);

const DAY_MS = 86_400_000;
const model = createMemoryModel(defaultWeights);

/**
 * The history of a simulated learner on the built-in decks, as CSV for `replay`: mostly early in the morning and
 * sometimes late, days and a week left out, memory a little other than the scheduler thinks.
 */
export function simulateLearner({ begin, days, newPerDay, seed }: Learner): string {
  const random = createRandom(seed);
  const unmet = listCards();
  const states = new Map<LearntCard, CardState>();
  const lines = ['card,rating,at,taken_ms'];
  for (let n = 0; n < days; n++) {
    const isWeekend = n % 7 > 4;
    const isAway = n >= days * 0.55 && n < days * 0.55 + 6;
    if (isAway || random.next() < (isWeekend ? 0.35 : 0.06)) continue;
    const late = random.next() < 0.25 ? 13.5 : 0;
    let at: Instant = { ...begin, atMs: begin.atMs + n * DAY_MS + (late + random.next()) * 3_600_000 };
    const today = findStudyDay(at, defaultSettings.dayStartHour);
    const due = [...states]
      .filter(([, { dueDay }]) => dueDay !== null && dueDay <= today)
      .map(([card]) => card);
    const asked = [...random.shuffle(due), ...unmet.splice(0, newPerDay)];
    // Cards in steps come back the same day, at the end.
    for (let card = asked.shift(); card; card = asked.shift()) {
      const state = states.get(card) ?? newCardState;
      const rating = draw(random, state, today, hardTopics.has(card.topic));
      const takenMs = Math.round(5000 + 22_000 * random.next() ** 2 + (rating === 1 ? 6000 : 0));
      at = { ...at, atMs: at.atMs + takenMs + 1500 };
      const plan = planAnswers({
        cardId: card.cardId,
        state,
        at,
        settings: defaultSettings,
        model,
        load: noLoad,
      });
      const { memory, phase, step, dueDay, dueAtMs } = plan[rating];
      const lapses = state.lapses + (state.phase === 'review' && rating === 1 ? 1 : 0);
      states.set(card, {
        ...state,
        memory,
        phase,
        step,
        dueDay,
        dueAtMs,
        lapses,
        reps: state.reps + 1,
        lastDay: today,
      });
      if (dueAtMs !== null) asked.push(card);
      lines.push([card.cardId, rating, formatInstant(at), takenMs].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

function draw(random: Random, state: CardState, today: number, isHard: boolean): Rating {
  const elapsed = state.lastDay === null ? 0 : today - state.lastDay;
  const predicted = !state.memory ? 0.75 : elapsed > 0 ? model.recall(state.memory, elapsed) : 0.95;
  const recall = isHard ? predicted ** 1.7 : predicted ** 0.85;
  if (random.next() >= recall) return 1;
  const ease = random.next();
  return ease < 0.12 ? 2 : ease < 0.85 ? 3 : 4;
}

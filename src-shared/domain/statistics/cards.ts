import type { Memory, Phase } from '../card-state.ts';
import type { CardId } from '../ids.ts';
import type { StudyDay } from '../study-day.ts';
import { type Measured, measure } from './enough.ts';

/** Interval in study days from which on a card counts as mature (Anki's line). */
export const matureDays = 21;

/** A card that stands in a deck, as far as statistics read it. */
export type CountedCard = {
  cardId: CardId;
  topic: string;
  phase: Phase;
  memory: Memory | null;
  lastDay: StudyDay | null;
  dueDay: StudyDay | null;
  suspended: boolean;
};

/** Where a card stands, as a person counts: suspended cards apart, and those in review by their interval. */
export const cardStages = ['new', 'learning', 'young', 'mature', 'suspended'] as const;
export type CardStage = (typeof cardStages)[number];

/** The stage of a card. */
export function findStage({ phase, lastDay, dueDay, suspended }: CountedCard): CardStage {
  if (suspended) return 'suspended';
  if (phase === 'new') return 'new';
  if (phase !== 'review') return 'learning';
  return lastDay !== null && dueDay !== null && dueDay - lastDay >= matureDays ? 'mature' : 'young';
}

export type StageCounts = Record<CardStage, number>;

/** Cards by stage, in all and by topic. */
export function countStages(cards: readonly CountedCard[]): {
  all: StageCounts;
  topics: { topic: string; counts: StageCounts }[];
} {
  return {
    all: countEach(cards),
    topics: [...Map.groupBy(cards, ({ topic }) => topic)].map(([topic, ofTopic]) => ({
      topic,
      counts: countEach(ofTopic),
    })),
  };
}

function countEach(cards: readonly CountedCard[]): StageCounts {
  const counts: StageCounts = { new: 0, learning: 0, young: 0, mature: 0, suspended: 0 };
  for (const card of cards) counts[findStage(card)]++;
  return counts;
}

/** Cards from `from` to below `to`; `to` is null where there is no end. */
export type Bar = { from: number; to: number | null; cards: number };

/** Studied cards from which on their spread is shown. */
export const cardsForHistograms = 10;

/** Edges in days: stability grows by factors, so the bars do. */
const stabilityEdges = [0, 1, 3, 7, 14, 30, 60, 120, 365];
const difficultyEdges = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export type Histograms = {
  /** Days until recall falls to 90 %. */
  stability: Bar[];
  medianStability: number;
  /** FSRS's scale, 1 (easy) to 10. */
  difficulty: Bar[];
  medianDifficulty: number;
};

/** How well the studied cards are held and how hard they are. Suspended cards are left out. */
export function readHistograms(cards: readonly CountedCard[]): Measured<Histograms> {
  const memories = cards.flatMap(({ memory, suspended }) => (memory && !suspended ? [memory] : []));
  const stabilities = new Float64Array(memories.map(({ stability }) => stability));
  const difficulties = new Float64Array(memories.map(({ difficulty }) => difficulty));
  return measure(memories.length, cardsForHistograms, () => ({
    stability: fillBars(stabilities, stabilityEdges, null),
    medianStability: medianOf(stabilities),
    difficulty: fillBars(difficulties, difficultyEdges, 10),
    medianDifficulty: medianOf(difficulties),
  }));
}

function fillBars(values: Float64Array, edges: readonly number[], end: number | null): Bar[] {
  const bars = edges.map((from, index) => ({ from, to: edges[index + 1] ?? end, cards: 0 }));
  for (const value of values) {
    const bar = bars.findLast(({ from }) => value >= from);
    if (bar) bar.cards++;
  }
  return bars;
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

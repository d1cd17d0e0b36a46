import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Statistics, statisticsSchema } from '../../src-shared/ipc/stats-contract.ts';
import { formatDeck, type TestCard, writeDeck } from './decks.ts';
import { type Learner, simulateLearner } from './learner.ts';
import { makeReadProfile, runCommand } from './new-profile.ts';

/** An answer given before the app is opened; `at` is a moment with its offset. */
export type PastAnswer = { card: string; rating: 'again' | 'hard' | 'good' | 'easy'; at: string };

/**
 * A new profile whose own deck “The deck probe” holds these cards, with a history.
 *
 * A card answered Again half an hour ago stands in its first steps and its moment has come: it is asked before
 * all others, so that a test knows which card it meets. Such cards come in the order of their answers.
 */
export function prepareProfile(cards: readonly TestCard[], answers: readonly PastAnswer[] = []): string {
  const profile = makeReadProfile();
  writeDeck(profile, 'probe.yaml', formatDeck(cards, { deck: 'probe' }));
  if (answers.length > 0) {
    const history = path.join(profile, 'history.csv');
    const lines = answers.map(({ card, rating, at }) => `${card},${rating},${at}`);
    fs.writeFileSync(history, ['card,rating,at', ...lines, ''].join('\n'));
    runCommand(profile, 'replay', '--log', history);
    fs.rmSync(history);
  }
  return profile;
}

/** A profile whose card is written in two ways: as it stands in its file, and as another computer has it. */
export function prepareConflict(card: TestCard, elsewhere: TestCard): string {
  const profile = prepareProfile([card]);
  const other = prepareProfile([elsewhere]);
  const file = path.join(profile, 'elsewhere.json');
  runCommand(other, 'export', '--format', 'json', '--out', file);
  runCommand(profile, 'import', file);
  for (const done of [file, other]) fs.rmSync(done, { recursive: true });
  return profile;
}

/** A new profile in which a simulated learner has studied the built-in decks. */
export function prepareLearner(learner: Learner): string {
  const profile = makeReadProfile();
  const history = path.join(profile, 'history.csv');
  fs.writeFileSync(history, simulateLearner(learner));
  runCommand(profile, 'replay', '--log', history);
  fs.rmSync(history);
  return profile;
}

/** Progress at a moment, as the command line tells it. */
export function readStats(profile: string, now: string): Statistics {
  return statisticsSchema.parse(runCommand(profile, 'stats', '--now', now));
}

const topicsSchema = z.object({
  topics: z.array(
    z.object({
      title: z.string(),
      counts: z.object({ new: z.number(), learning: z.number(), due: z.number() }),
    }),
  ),
});

/** What is due by topic at a moment, as the command line tells it. */
export function readTopics(profile: string, now: string): z.output<typeof topicsSchema>['topics'] {
  return topicsSchema.parse(runCommand(profile, 'today', '--now', now)).topics;
}

const cardSchema = z.object({
  state: z.object({
    phase: z.string(),
    dueDate: z.string().nullable(),
    suspended: z.boolean(),
    buriedUntil: z.string().nullable(),
    note: z.string(),
  }),
  /** In words, the newest first, without what was undone. */
  log: z
    .array(z.object({ text: z.string(), annulled: z.boolean() }))
    .transform(lines => lines.filter(line => !line.annulled).map(line => line.text)),
});

/** What a profile, open in the app or not, keeps about a card. */
export function readCard(profile: string, id: string): z.output<typeof cardSchema> {
  return cardSchema.parse(runCommand(profile, 'card', id));
}

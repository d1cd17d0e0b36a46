import fs from 'node:fs';
import path from 'node:path';
import { fixClock } from '../../src-main/clock.ts';
import { openDatabase } from '../../src-main/db/open.ts';
import { createStateQueries } from '../../src-main/db/queries/card-states.ts';
import { createContentQueries } from '../../src-main/db/queries/content.ts';
import { createLogQueries } from '../../src-main/db/queries/log.ts';
import { hashText } from '../../src-main/services/decks/read-deck.ts';
import { readDeckFile } from '../../src-main/services/decks/read-file.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import { type CardState, newCardState } from '../../src-shared/domain/card-state.ts';
import { type Card, cardSchema } from '../../src-shared/domain/deck/card-schema.ts';
import { noLoad, pickDueDay, seedFuzz } from '../../src-shared/domain/due-day.ts';
import type { AnswerBody, LogEvent } from '../../src-shared/domain/events.ts';
import { applyCardEvent } from '../../src-shared/domain/fold.ts';
import {
  type CardId,
  cardIdSchema,
  type DeviceId,
  eventIdSchema,
  opIdSchema,
} from '../../src-shared/domain/ids.ts';
import { createMemoryModel, defaultWeights } from '../../src-shared/domain/memory.ts';
import { createRandom, type Random } from '../../src-shared/domain/random.ts';
import { type Rating, ratings } from '../../src-shared/domain/rating.ts';
import { titleCard } from '../../src-shared/domain/render-card.ts';
import { findStudyDay, type Instant, type StudyDay } from '../../src-shared/domain/study-day.ts';

/** A profile on disk, closed, and the moment at which it is opened: the morning after its last review. */
export type Collection = { dir: string; cards: number; reviews: number; now: Instant };

const DAY_MS = 86_400_000;
/**
 * When the first review of a collection was, where nothing else is asked for. Later than the times of any file, so that
 * those of the decks are long settled when it is opened.
 */
export const usualBegin: Instant = { atMs: Date.parse('2040-06-01T08:00:00Z'), offsetMin: 0 };
/** As many as one file of an import takes, see `fullFile` in deck-files.ts. */
const cardsPerFile = 4_000;
const topicCount = 10;
/** The learner studies about so many days, and meets new cards for the first half of them. */
const studyDays = 700;

/** Opens a collection as the app does. Its decks are all the person's own. */
export function openCollection({ dir, now }: Pick<Collection, 'dir' | 'now'>): Profile {
  return openProfile({
    dir,
    builtInDecks: path.join(dir, 'none'),
    clock: fixClock(now),
    kind: 'app',
    whenHeld: 'refuse',
  });
}

/**
 * Builds a profile of so many cards and reviews into an empty folder, straight through the queries and in one
 * transaction, since answering a million times takes an hour. The log agrees with every table; the same each time,
 * `begin` apart, when its first review was.
 */
export function buildCollection(
  dir: string,
  size: { cards: number; reviews: number },
  begin = usualBegin,
): Collection {
  openCollection({ dir, now: begin }).close();
  const db = openDatabase(path.join(dir, 'baseline.db'), { readOnly: false });
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  const random = createRandom(20_261_127);
  const now = db.transaction(() => {
    const ids = storeCards(dir, createContentQueries(db), size.cards, random);
    return study(ids, size.reviews, random, createLogQueries(db), createStateQueries(db), begin);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { dir, ...size, now };
}

function storeCards(
  dir: string,
  content: ReturnType<typeof createContentQueries>,
  count: number,
  random: Random,
): CardId[] {
  const words = makeWords(random);
  const ids: CardId[] = [];
  for (let from = 0; from < count; from += cardsPerFile) {
    const part = from / cardsPerFile;
    const cards = Array.from({ length: Math.min(cardsPerFile, count - from) }, (_, index) =>
      makeCard(from + index, words, random),
    );
    const deck = { id: `bench-${part}`, title: `Bench ${part}`, topic: `topic-${part % topicCount}` };
    const head = `deck: ${deck.id}\ntitle: ${deck.title}\ntopic: ${deck.topic}\ncards:\n`;
    const file = path.join(dir, 'decks', `${deck.id}.yaml`);
    fs.writeFileSync(file, head + cards.map(card => `  - ${JSON.stringify(card)}\n`).join(''));
    const name = `own/${deck.id}.yaml`;
    content.putFile({ path: name, own: true, hash: readDeckFile(file).hash, stamp: null, deck, faults: [] });
    for (const [index, card] of cards.entries()) {
      content.putCard({
        cardId: card.id,
        path: name,
        line: index + 5,
        topic: deck.topic,
        sibling: card.id,
        title: titleCard(card),
        content: card,
        hash: hashText(JSON.stringify(card)),
        retired: false,
      });
      content.setPosition(card.id, ids.length);
      ids.push(card.id);
    }
  }
  return ids;
}

/** Words of two to four syllables; the first ones are drawn most often, as in a language. */
function makeWords(random: Random): (count: number) => string {
  const syllables = [
    'ka',
    'lo',
    'mi',
    'ten',
    'ra',
    'su',
    'ver',
    'pol',
    'di',
    'gon',
    'sha',
    'qui',
    'bel',
    'nor',
  ];
  const words = Array.from({ length: 3_000 }, () =>
    Array.from({ length: 2 + random.int(3) }, () => random.pick(syllables)).join(''),
  );
  const draw = (): string => words[Math.floor(words.length * random.next() ** 3)] ?? '';
  return count => Array.from({ length: count }, draw).join(' ');
}

function makeCard(index: number, words: (count: number) => string, random: Random): Card {
  return cardSchema.parse({
    id: `bench.${index}`,
    kind: 'basic',
    ask: `What is ${words(4 + random.int(8))}?`,
    answer: `${words(8 + random.int(20))}.`,
    reason: `${words(10)}.`,
  });
}

type Studied = { cardId: CardId; state: CardState };

/** Answers until all reviews are given, day after day: first what is due, then new cards. */
function study(
  ids: readonly CardId[],
  reviews: number,
  random: Random,
  log: ReturnType<typeof createLogQueries>,
  states: ReturnType<typeof createStateQueries>,
  begin: Instant,
): Instant {
  const own = log.ownDevice();
  if (!own) throw new Error('the profile was opened, so it has a device');
  const model = createMemoryModel(defaultWeights);
  const perDay = Math.ceil(reviews / studyDays);
  const newPerDay = Math.ceil((ids.length * 0.95) / (studyDays / 2));
  const lastNew = Math.floor(ids.length * 0.95);
  const dueOn = new Map<number, Studied[]>();
  const studied: Studied[] = [];
  let waiting: Studied[] = [];
  let met = 0;
  let given = 0;
  let n = 0;
  for (; given < reviews; n++) {
    const dayMs = begin.atMs + n * DAY_MS;
    const today = findStudyDay({ atMs: dayMs, offsetMin: 0 }, 4);
    waiting.push(...(dueOn.get(today) ?? []));
    dueOn.delete(today);
    const asked = waiting.slice(0, perDay);
    waiting = waiting.slice(perDay);
    for (let fresh = 0; fresh < newPerDay && met < lastNew && asked.length < perDay; fresh++, met++) {
      const card = { cardId: ids[met] ?? cardIdSchema.parse('none'), state: newCardState };
      studied.push(card);
      asked.push(card);
    }
    for (const [place, card] of asked.slice(0, reviews - given).entries()) {
      const at = { atMs: dayMs + Math.floor((place * 8 * 3_600_000) / perDay), offsetMin: 0 };
      const body = answerAs(card, today, random, model);
      const event = envelop(given++, own.device, at, today, body);
      log.append(event, true);
      log.addOperation(event, true);
      card.state = applyCardEvent(card.cardId, card.state, { ...event, body }, model);
      const due = card.state.dueDay ?? today;
      const list = dueOn.get(due) ?? [];
      list.push(card);
      dueOn.set(due, list);
    }
  }
  for (const { cardId, state } of studied) states.put(cardId, state);
  return { atMs: begin.atMs + n * DAY_MS, offsetMin: 0 };
}

/** The envelope of the n-th event: ids in order of time, as those of UUID version 7 are. */
function envelop(n: number, device: DeviceId, at: Instant, studyDay: StudyDay, body: AnswerBody): LogEvent {
  const time = at.atMs.toString(16).padStart(12, '0');
  const uuid = (kind: string): string =>
    `${time.slice(0, 8)}-${time.slice(8)}-7${kind}-8000-${n.toString(16).padStart(12, '0')}`;
  return {
    id: eventIdSchema.parse(uuid('001')),
    opId: opIdSchema.parse(uuid('002')),
    device,
    seq: n + 1,
    clock: at.atMs * 1024,
    at,
    studyDay,
    body,
  };
}

/** A learner who recalls as often as the model expects. */
function answerAs(
  { cardId, state }: Studied,
  today: StudyDay,
  random: Random,
  model: ReturnType<typeof createMemoryModel>,
): AnswerBody {
  const elapsedDays = state.lastDay === null ? 0 : today - state.lastDay;
  const recall = state.memory ? model.recall(state.memory, elapsedDays) : null;
  const rating = drawRating(recall ?? 0.85, random);
  const memoryAfter = model.next(state.memory, elapsedDays, rating);
  const dueDay = pickDueDay({
    today,
    intervalDays: model.interval(memoryAfter.stability, 0.9, 365),
    elapsedDays,
    maximumDays: 365,
    atLeastDays: 1,
    seed: seedFuzz(cardId, state.reps),
    load: noLoad,
  });
  return {
    type: 'answer',
    cardId,
    rating,
    takenMs: 2_000 + random.int(18_000),
    phaseBefore: state.phase,
    phaseAfter: 'review',
    stepAfter: 0,
    memoryBefore: state.memory,
    memoryAfter,
    recall,
    dueDay,
    dueAtMs: null,
    chainBefore: state.chain,
    surfaceSeed: random.int(2 ** 32),
    retention: 0.9,
    maximumDays: 365,
    response: null,
    confidence: null,
  };
}

function drawRating(recall: number, random: Random): Rating {
  if (random.next() > recall) return ratings.again;
  const how = random.next();
  if (how < 0.1) return ratings.hard;
  return how < 0.9 ? ratings.good : ratings.easy;
}

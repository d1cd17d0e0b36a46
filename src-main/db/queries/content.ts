import type { Memory, Phase } from '../../../src-shared/domain/card-state.ts';
import type { Card, Default } from '../../../src-shared/domain/deck/card-schema.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import type { Connection } from '../open.ts';
import { createLineWriter } from './card-lines.ts';

/** A deck's file as it was last read. */
export type DeckFile = {
  path: string;
  own: boolean;
  hash: string;
  /** Null where the file could not be read as a deck. */
  deck: { id: string; title: string; topic: string } | null;
  faults: DeckFault[];
};

/** A card's content as it was last read, validated then. */
export type StoredCard = {
  cardId: CardId;
  path: string;
  line: number;
  topic: string;
  sibling: string;
  title: string;
  content: Card;
  hash: string;
  retired: boolean;
};

/** A card that may be asked on a day, with what the queue needs. */
export type AskableRow = {
  card_id: CardId;
  topic: string;
  sibling: string;
  position: number;
  phase: Phase;
  due_at_ms: number | null;
  last_day: StudyDay | null;
  marked: number;
  memory: Memory | null;
};

type FileRow = {
  path: string;
  own: number;
  hash: string;
  deck_id: string | null;
  title: string | null;
  topic: string | null;
  faults: string;
};
type CardRow = {
  card_id: CardId;
  path: string;
  line: number;
  kind: string;
  topic: string;
  sibling: string;
  title: string;
  content: string;
  hash: string;
  retired: number;
};
type QueueRow = Omit<AskableRow, 'memory'> & { stability: number | null; difficulty: number | null };

const askable = `card.retired = 0 AND coalesce(suspended, 0) = 0 AND (buried_until IS NULL OR buried_until <= @today)`;
const queueColumns = `card.card_id, topic, sibling, position, coalesce(phase, 'new') AS phase, due_at_ms, last_day,
  coalesce(marked, 0) AS marked, stability, difficulty`;

/** Queries on the cache of what the deck files hold. */
export function createContentQueries(db: Connection) {
  const lines = createLineWriter(db);
  const files = db.prepare<[], FileRow>('SELECT * FROM deck_file ORDER BY own, path');
  const putFile = db.prepare<FileRow>(
    `INSERT OR REPLACE INTO deck_file (path, own, hash, deck_id, title, topic, faults)
     VALUES (@path, @own, @hash, @deck_id, @title, @topic, @faults)`,
  );
  const removeFile = db.prepare<[string]>('DELETE FROM deck_file WHERE path = ?');
  const putCard = db.prepare<CardRow>(
    `INSERT INTO card (card_id, path, line, kind, topic, sibling, title, position, content, hash, retired)
     VALUES (@card_id, @path, @line, @kind, @topic, @sibling, @title, 0, @content, @hash, @retired)
     ON CONFLICT (card_id) DO UPDATE SET path = excluded.path, line = excluded.line, kind = excluded.kind,
       topic = excluded.topic, sibling = excluded.sibling, title = excluded.title, content = excluded.content,
       hash = excluded.hash, retired = excluded.retired`,
  );
  const retireFile = db.prepare<[string]>('UPDATE card SET retired = 1 WHERE path = ?');
  const removeCard = db.prepare<[string]>('DELETE FROM card WHERE card_id = ?');
  const setPosition = db.prepare<[number, string]>('UPDATE card SET position = ? WHERE card_id = ?');
  const oneCard = db.prepare<[string], CardRow>('SELECT * FROM card WHERE card_id = ?');
  const active = db.prepare<[], CardRow>('SELECT * FROM card WHERE retired = 0 ORDER BY path, line');
  const activeTopics = db.prepare<[], string>('SELECT DISTINCT topic FROM card WHERE retired = 0').pluck();
  const due = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM card_state JOIN card USING (card_id) WHERE due_day <= @today AND ${askable}`,
  );
  const fresh = db.prepare<{ today: number; limit: number }, QueueRow>(
    `SELECT ${queueColumns} FROM card LEFT JOIN card_state USING (card_id)
     WHERE coalesce(phase, 'new') = 'new' AND ${askable} ORDER BY position LIMIT @limit`,
  );
  const marked = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM card_state JOIN card USING (card_id) WHERE marked = 1 AND ${askable}
     ORDER BY (SELECT max(n) FROM event WHERE event.card_id = card.card_id AND type = 'mark'), card.card_id`,
  );
  const ofSibling = db.prepare<{ sibling: string }, QueueRow>(
    `SELECT ${queueColumns} FROM card LEFT JOIN card_state USING (card_id)
     WHERE sibling = @sibling AND card.retired = 0 AND coalesce(suspended, 0) = 0 ORDER BY position`,
  );
  const ahead = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM card_state JOIN card USING (card_id)
     WHERE due_day > @today AND stability IS NOT NULL AND ${askable}`,
  );
  const reviewsByDay = db.prepare<{ today: number; until: number }, { day: StudyDay; reviews: number }>(
    `SELECT due_day AS day, count(*) AS reviews FROM card_state JOIN card USING (card_id)
     WHERE due_day > @today AND due_day <= @until AND phase = 'review' AND card.retired = 0 AND suspended = 0
     GROUP BY due_day`,
  );
  const defaults = db.prepare<[], { content: string }>(
    'SELECT content FROM baseline_default ORDER BY position',
  );
  const clearDefaults = db.prepare('DELETE FROM baseline_default');
  const putDefault = db.prepare<[string, number, string]>(
    'INSERT INTO baseline_default (id, position, content) VALUES (?, ?, ?)',
  );

  return {
    files: (): DeckFile[] =>
      files.all().map(row => ({
        path: row.path,
        own: row.own === 1,
        hash: row.hash,
        deck:
          row.deck_id === null || row.title === null || row.topic === null
            ? null
            : { id: row.deck_id, title: row.title, topic: row.topic },
        faults: JSON.parse(row.faults),
      })),
    putFile(file: DeckFile): void {
      putFile.run({
        path: file.path,
        own: file.own ? 1 : 0,
        hash: file.hash,
        deck_id: file.deck?.id ?? null,
        title: file.deck?.title ?? null,
        topic: file.deck?.topic ?? null,
        faults: JSON.stringify(file.faults),
      });
    },
    removeFile(path: string): void {
      removeFile.run(path);
    },
    putCard(card: StoredCard): void {
      putCard.run({
        card_id: card.cardId,
        path: card.path,
        line: card.line,
        kind: card.content.kind,
        topic: card.topic,
        sibling: card.sibling,
        title: card.title,
        content: JSON.stringify(card.content),
        hash: card.hash,
        retired: card.retired ? 1 : 0,
      });
      lines.put(card);
    },
    /** Marks all cards of a file as gone from it; those that are put again come back. */
    retireFile(path: string): void {
      retireFile.run(path);
      lines.removeFile(path);
    },
    /** Forgets a card's content, once its history has moved to another id. */
    removeCard(cardId: CardId): void {
      removeCard.run(cardId);
      lines.removeCard(cardId);
    },
    setPosition(cardId: CardId, position: number): void {
      setPosition.run(position, cardId);
    },
    card(cardId: string): StoredCard | null {
      const row = oneCard.get(cardId);
      return row ? readCard(row) : null;
    },
    /** All cards that stand in a file, in the order of the files. */
    activeCards: (): StoredCard[] => active.all().map(readCard),
    /** Topics that at least one card is about. */
    activeTopics: (): Set<string> => new Set(activeTopics.all()),
    /** Cards with something due on or before a day. */
    dueCards: (today: StudyDay): AskableRow[] => due.all({ today }).map(readQueueRow),
    newCards: (today: StudyDay, limit: number): AskableRow[] => fresh.all({ today, limit }).map(readQueueRow),
    /** Cards that a mock brought back, in the order in which it did. */
    markedCards: (today: StudyDay): AskableRow[] => marked.all({ today }).map(readQueueRow),
    /** The cards of one sibling group (of the built-in ones: of one default) but those suspended. */
    cardsOfSibling: (sibling: string): AskableRow[] => ofSibling.all({ sibling }).map(readQueueRow),
    /** Studied cards that are not due yet. */
    aheadCards: (today: StudyDay): AskableRow[] => ahead.all({ today }).map(readQueueRow),
    /** How many reviews come due on each day after `today`, up to `until`; days without any are left out. */
    reviewsByDay: (today: StudyDay, until: StudyDay): Map<StudyDay, number> =>
      new Map(reviewsByDay.all({ today, until }).map(({ day, reviews }) => [day, reviews])),
    defaults: (): Default[] => defaults.all().map(row => JSON.parse(row.content)),
    replaceDefaults(list: readonly Default[]): void {
      clearDefaults.run();
      for (const [index, item] of list.entries()) putDefault.run(item.id, index, JSON.stringify(item));
    },
  };
}

function readCard(row: CardRow): StoredCard {
  return {
    cardId: row.card_id,
    path: row.path,
    line: row.line,
    topic: row.topic,
    sibling: row.sibling,
    title: row.title,
    content: JSON.parse(row.content),
    hash: row.hash,
    retired: row.retired === 1,
  };
}

function readQueueRow({ stability, difficulty, ...row }: QueueRow): AskableRow {
  return { ...row, memory: stability === null || difficulty === null ? null : { stability, difficulty } };
}

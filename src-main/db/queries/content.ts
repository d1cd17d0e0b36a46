import type { Memory, Phase } from '../../../src-shared/domain/card-state.ts';
import type { Card, Default } from '../../../src-shared/domain/deck/card-schema.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { DeckFault } from '../../../src-shared/ipc/contract.ts';
import type { Connection } from '../open.ts';
import { readStored } from '../stored-json.ts';
import { createLineWriter } from './card-lines.ts';

/** A deck's file as it was last read. */
export type DeckFile = {
  path: string;
  own: boolean;
  hash: string;
  /** What the file system said of it then, see `stampFile`; null where that cannot be trusted. */
  stamp: string | null;
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
  due_day: StudyDay | null;
  due_at_ms: number | null;
  last_day: StudyDay | null;
  marked: number;
  memory: Memory | null;
};

type FileRow = {
  path: string;
  own: number;
  hash: string;
  stamp: string | null;
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
const queueColumns = `card.card_id, topic, sibling, position, coalesce(phase, 'new') AS phase, due_day, due_at_ms, last_day,
  coalesce(marked, 0) AS marked, stability, difficulty`;
// Not by the table, to whose pages the content belongs.
const studiedCards = 'card_state CROSS JOIN card INDEXED BY card_for_queue USING (card_id)';

/**
 * Queries on the cache of what the deck files hold. CROSS JOIN holds SQLite to its left side first, where an index leads
 * to the few cards that matter; it would rather go through all that stand in a deck.
 */
export function createContentQueries(db: Connection) {
  const lines = createLineWriter(db);
  const files = db.prepare<[], FileRow>('SELECT * FROM deck_file ORDER BY own, path');
  const putFile = db.prepare<FileRow>(
    `INSERT OR REPLACE INTO deck_file (path, own, hash, stamp, deck_id, title, topic, faults)
     VALUES (@path, @own, @hash, @stamp, @deck_id, @title, @topic, @faults)`,
  );
  const setStamp = db.prepare<[string, string]>('UPDATE deck_file SET stamp = ? WHERE path = ?');
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
  const oneFile = db.prepare<[string], FileRow>('SELECT * FROM deck_file WHERE path = ?');
  const onePlace = db.prepare<[string], Pick<StoredCard, 'topic' | 'sibling'>>(
    'SELECT topic, sibling FROM card WHERE card_id = ?',
  );
  const oneTitle = db.prepare<[string], string>('SELECT title FROM card WHERE card_id = ?').pluck();
  // From one topic to the next through the index: DISTINCT would pass every card.
  const activeTopics = db
    .prepare<[], string>(
      `WITH RECURSIVE one (topic) AS (
         SELECT min(topic) FROM card_line
         UNION ALL SELECT (SELECT min(card_line.topic) FROM card_line WHERE card_line.topic > one.topic)
         FROM one WHERE one.topic IS NOT NULL)
       SELECT topic FROM one WHERE topic IS NOT NULL`,
    )
    .pluck();
  const byFile = db.prepare<[], { path: string; cards: number }>(
    'SELECT path, count(*) AS cards FROM card_line GROUP BY path',
  );
  const due = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM ${studiedCards} WHERE due_day <= @today AND ${askable}`,
  );
  const fresh = db.prepare<{ today: number; limit: number }, QueueRow>(
    `SELECT ${queueColumns} FROM card LEFT JOIN card_state USING (card_id)
     WHERE met = 0 AND ${askable} ORDER BY position LIMIT @limit`,
  );
  const oneAskable = db.prepare<{ today: number; cardId: string }, QueueRow>(
    `SELECT ${queueColumns} FROM card LEFT JOIN card_state USING (card_id)
     WHERE card.card_id = @cardId AND ${askable}`,
  );
  const stepsBy = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM ${studiedCards}
     WHERE due_day <= @today AND due_at_ms IS NOT NULL AND ${askable}`,
  );
  const reviewsBy = db
    .prepare<{ today: number; limit: number }, number>(
      `SELECT count(*) FROM (SELECT 1 FROM ${studiedCards}
       WHERE due_day <= @today AND phase = 'review' AND ${askable} LIMIT @limit)`,
    )
    .pluck();
  const marked = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM card_state CROSS JOIN card USING (card_id) WHERE marked = 1 AND ${askable}
     ORDER BY (SELECT max(n) FROM event WHERE event.card_id = card.card_id AND type = 'mark'), card.card_id`,
  );
  const ofSibling = db.prepare<{ sibling: string }, QueueRow>(
    `SELECT ${queueColumns} FROM card LEFT JOIN card_state USING (card_id)
     WHERE sibling = @sibling AND card.retired = 0 AND coalesce(suspended, 0) = 0 ORDER BY position`,
  );
  const ahead = db.prepare<{ today: number }, QueueRow>(
    `SELECT ${queueColumns} FROM ${studiedCards}
     WHERE due_day > @today AND stability IS NOT NULL AND ${askable}`,
  );
  const reviewsByDay = db.prepare<{ today: number; until: number }, { day: StudyDay; reviews: number }>(
    `SELECT due_day AS day, reviews FROM due_tally
     WHERE due_day > @today AND due_day <= @until AND reviews > 0`,
  );
  const defaults = db.prepare<[], { content: string }>(
    'SELECT content FROM baseline_default ORDER BY position',
  );
  const oneDefault = db
    .prepare<[string], string>('SELECT content FROM baseline_default WHERE id = ?')
    .pluck();
  const clearDefaults = db.prepare('DELETE FROM baseline_default');
  const putDefault = db.prepare<[string, number, string]>(
    'INSERT INTO baseline_default (id, position, content) VALUES (?, ?, ?)',
  );

  return {
    countLineChanges: lines.countChanges,
    files: (): DeckFile[] => files.all().map(readFile),
    file(path: string): DeckFile | null {
      const row = oneFile.get(path);
      return row ? readFile(row) : null;
    },
    putFile(file: DeckFile): void {
      putFile.run({
        path: file.path,
        own: file.own ? 1 : 0,
        hash: file.hash,
        stamp: file.stamp,
        deck_id: file.deck?.id ?? null,
        title: file.deck?.title ?? null,
        topic: file.deck?.topic ?? null,
        faults: JSON.stringify(file.faults),
      });
    },
    setStamp(path: string, stamp: string): void {
      setStamp.run(stamp, path);
    },
    /** Has every file be read again, and empties what was made of them; cards whose file is gone stay. */
    forgetAll(): void {
      lines.removeAll();
      db.exec(
        `DELETE FROM card WHERE retired = 0; DELETE FROM baseline_default; UPDATE deck_file SET hash = '', stamp = NULL`,
      );
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
    title: (cardId: string): string | null => oneTitle.get(cardId) ?? null,
    /** What a card must not stand beside. */
    place: (cardId: string): Pick<StoredCard, 'topic' | 'sibling'> | null => onePlace.get(cardId) ?? null,
    /** All cards that stand in a file, in the order of the files. */
    activeCards: (): StoredCard[] => active.all().map(readCard),
    /** How many cards stand in each file that has any. */
    cardsByFile: (): Map<string, number> => new Map(byFile.all().map(({ path, cards }) => [path, cards])),
    /** Topics that at least one card is about. */
    activeTopics: (): Set<string> => new Set(activeTopics.all()),
    /** Cards with something due on or before a day. */
    dueCards: (today: StudyDay): AskableRow[] => due.all({ today }).map(readQueueRow),
    /** Cards in steps whose moment comes on or before a day. */
    stepCards: (today: StudyDay): AskableRow[] => stepsBy.all({ today }).map(readQueueRow),
    /** How many reviews are due on or before a day, counted no further than to a limit. */
    countReviews: (today: StudyDay, limit: number): number => reviewsBy.get({ today, limit }) ?? 0,
    /** A card, or null where it may not be asked on that day. */
    askableCard(cardId: CardId, today: StudyDay): AskableRow | null {
      const row = oneAskable.get({ cardId, today });
      return row ? readQueueRow(row) : null;
    },
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
    default(id: string): Default | null {
      const content = oneDefault.get(id);
      return content === undefined ? null : readStored(content);
    },
    defaults: (): Default[] => defaults.all().map(row => readStored(row.content)),
    replaceDefaults(list: readonly Default[]): void {
      clearDefaults.run();
      for (const [index, item] of list.entries()) putDefault.run(item.id, index, JSON.stringify(item));
    },
  };
}

function readFile(row: FileRow): DeckFile {
  const { deck_id: id, title, topic } = row;
  return {
    path: row.path,
    own: row.own === 1,
    hash: row.hash,
    stamp: row.stamp,
    deck: id === null || title === null || topic === null ? null : { id, title, topic },
    faults: readStored(row.faults),
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
    content: readStored(row.content),
    hash: row.hash,
    retired: row.retired === 1,
  };
}

function readQueueRow({ stability, difficulty, ...row }: QueueRow): AskableRow {
  return { ...row, memory: stability === null || difficulty === null ? null : { stability, difficulty } };
}

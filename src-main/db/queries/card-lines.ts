import type { Card } from '../../../src-shared/domain/deck/card-schema.ts';
import { writeCardWords } from '../../../src-shared/domain/search/card-words.ts';
import type { Connection } from '../open.ts';

/** A card as its line needs it. */
type LineCard = {
  cardId: string;
  path: string;
  line: number;
  topic: string;
  title: string;
  content: Card;
  retired: boolean;
};

/** Keeps `card_line` and `card_words` in step with the cards that stand in a deck, and counts what it changes. */
export function createLineWriter(db: Connection) {
  const put = db
    .prepare<Record<string, string | number | null>, number>(
      `INSERT INTO card_line (card_id, path, line, kind, topic, default_id, title, file_tags)
       VALUES (@card_id, @path, @line, @kind, @topic, @default_id, @title, @file_tags) RETURNING n`,
    )
    .pluck();
  const putWords = db.prepare<[number, string]>('INSERT INTO card_words (rowid, words) VALUES (?, ?)');
  const ofCard = db.prepare<[string], number>('SELECT n FROM card_line WHERE card_id = ?').pluck();
  const ofFile = db.prepare<[string], number>('SELECT n FROM card_line WHERE path = ?').pluck();
  const removeLine = db.prepare<[number]>('DELETE FROM card_line WHERE n = ?');
  const removeWords = db.prepare<[number]>('DELETE FROM card_words WHERE rowid = ?');

  let changes = 0;
  const remove = (lines: readonly number[]): void => {
    changes += lines.length;
    for (const n of lines) {
      removeWords.run(n);
      removeLine.run(n);
    }
  };
  return {
    countChanges: (): number => changes,
    removeAll(): void {
      changes++;
      db.exec(`DELETE FROM card_line; INSERT INTO card_words (card_words) VALUES ('delete-all')`);
    },
    /** Puts a card's line in the place of the one it had; of one that is retired, there is none. */
    put(card: LineCard): void {
      remove(ofCard.all(card.cardId));
      if (card.retired) return;
      changes++;
      const { content } = card;
      const n = put.get({
        card_id: card.cardId,
        path: card.path,
        line: card.line,
        kind: content.kind,
        topic: card.topic,
        default_id: content.default ?? null,
        title: card.title,
        file_tags: JSON.stringify(content.tags ?? []),
      });
      if (n !== undefined) putWords.run(n, writeCardWords(content));
    },
    removeCard(cardId: string): void {
      remove(ofCard.all(cardId));
    },
    removeFile(path: string): void {
      remove(ofFile.all(path));
    },
  };
}

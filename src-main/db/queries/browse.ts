import type { Phase } from '../../../src-shared/domain/card-state.ts';
import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { MemoryModel } from '../../../src-shared/domain/memory.ts';
import { foldText } from '../../../src-shared/domain/search/fold.ts';
import type { Query } from '../../../src-shared/domain/search/query.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { CardOrder } from '../../../src-shared/ipc/cards-contract.ts';
import type { Connection } from '../open.ts';
import { writeCondition, writeMatch } from './browse-condition.ts';
import { createDeckPlaces } from './deck-places.ts';

/** A card as a line of the list of all cards. */
export type BrowseRow = {
  cardId: CardId;
  title: string;
  deck: string | null;
  topic: string;
  phase: Phase;
  dueDay: StudyDay | null;
  stability: number | null;
  lapses: number;
  suspended: number;
  flag: number;
  /** JSON arrays: what the person put on it, and what its file says. */
  tags: string;
  fileTags: string;
  /** 1 where it stands in a deck of the person's own. */
  own: number;
};

/** What a search is made on: its terms, its order, and the day and model by which recall is predicted. */
export type Search = {
  query: Query;
  order: CardOrder;
  descending: boolean;
  today: StudyDay;
  model: MemoryModel;
};

/** By what the list is sorted. A card without such a figure comes last, and the place in the decks decides among equals. */
const orders = {
  deck: null,
  title: 'title COLLATE NOCASE',
  due: 'due_day',
  stability: 'stability',
  difficulty: 'difficulty',
  lapses: 'lapses',
} as const satisfies Record<CardOrder, string | null>;

/** Queries on all cards that stand in a deck. `countLineChanges` moves with every change of their lines by this connection. */
export function createBrowseQueries(db: Connection, countLineChanges: () => number) {
  let today = 0;
  let model: MemoryModel | null = null;
  db.function('fold_text', { deterministic: true }, text => foldText(String(text)));
  db.function('recall_now', (stability, difficulty, lastDay) =>
    model === null
      ? null
      : model.recall(
          { stability: Number(stability), difficulty: Number(difficulty) },
          today - Number(lastDay ?? today),
        ),
  );
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  // Moves with what other connections write.
  const others = db.prepare<[], number>('PRAGMA data_version').pluck();
  const places = createDeckPlaces(db, () => `${others.get()} ${countLineChanges()}`);
  const matches = db
    .prepare<[string], number>('SELECT rowid FROM card_words WHERE card_words MATCH ?')
    .pluck();
  const window = db.prepare<[string], BrowseRow>(
    `SELECT card_line.card_id AS cardId, card_line.title, deck_file.title AS deck, card_line.topic,
       coalesce(phase, 'new') AS phase, due_day AS dueDay, stability, coalesce(lapses, 0) AS lapses,
       coalesce(suspended, 0) AS suspended, coalesce(flag, 0) AS flag, coalesce(tags, '[]') AS tags,
       file_tags AS fileTags, card_line.path LIKE 'own/%' AS own
     FROM json_each(?) AS pick JOIN card_line ON n = pick.value
     LEFT JOIN card_state USING (card_id) LEFT JOIN deck_file USING (path) ORDER BY pick.key`,
  );
  const idsOf = db
    .prepare<[string], CardId>(
      'SELECT card_id FROM json_each(?) AS pick JOIN card_line ON n = pick.value ORDER BY pick.key',
    )
    .pluck();
  /** The last search and what it found, which holds until something is written. */
  let last: { key: string; found: Int32Array } | null = null;

  const find = (search: Search): Int32Array => {
    const { query, order, descending } = search;
    const key = JSON.stringify([changes.get(), others.get(), search.today, query, order, descending]);
    if (last?.key === key) return last.found;
    today = search.today;
    model = search.model;
    const by = orders[order];
    const match = by === null ? writeMatch(query) : null;
    const sort = by === null ? '' : `ORDER BY ${by} IS NULL, ${by} ${descending ? 'DESC' : ''}, path, line`;
    const found = match === null ? select(search, sort) : matches.all(match);
    last = { key, found: by === null ? places.arrange(found, descending) : Int32Array.from(found) };
    return last.found;
  };

  const select = ({ query, today }: Search, sort: string): number[] => {
    const { sql, params } = writeCondition(query, today);
    return db
      .prepare<unknown[], number>(
        `SELECT n FROM card_line LEFT JOIN card_state USING (card_id) WHERE ${sql} ${sort}`,
      )
      .pluck()
      .all(...params);
  };

  return {
    count: (search: Search): number => find(search).length,
    /** The cards from one place of the list to before another. */
    rows: (search: Search, from: number, to: number): BrowseRow[] =>
      window.all(JSON.stringify([...find(search).slice(from, to)])),
    ids: (search: Search, from: number, to: number): CardId[] =>
      idsOf.all(JSON.stringify([...find(search).slice(from, to)])),
  };
}

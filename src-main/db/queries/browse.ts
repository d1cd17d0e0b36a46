import type { CardId } from '../../../src-shared/domain/ids.ts';
import type { Query } from '../../../src-shared/domain/search/query.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';
import type { Connection } from '../open.ts';

/** A card as a line of the list of all cards. */
export type BrowseRow = {
  cardId: CardId;
  title: string;
  deck: string | null;
  topic: string;
  kind: string;
  phase: 'new' | 'learning' | 'review' | 'relearning';
  dueDay: StudyDay | null;
  stability: number | null;
  lapses: number;
  reps: number;
  suspended: number;
  flag: number;
  /** JSON array. */
  tags: string;
};

/** By what the list can be sorted; each with what decides among equals. */
const orders = {
  deck: 'card.position',
  title: 'card.title COLLATE NOCASE',
  due: 'due_day IS NULL, due_day',
  stability: 'stability IS NULL, stability',
  lapses: 'coalesce(lapses, 0)',
} as const;
export type BrowseOrder = keyof typeof orders;

type Clause = { sql: string; params: (string | number)[] };

const from = 'card LEFT JOIN card_state USING (card_id) LEFT JOIN deck_file USING (path)';

/** Queries on all cards that stand in a deck. */
export function createBrowseQueries(db: Connection) {
  const find = (query: Query, today: StudyDay): Clause => {
    const { sql, params } = writeClause(query, today);
    return { sql: `retired = 0 AND ${sql}`, params };
  };
  return {
    count(query: Query, today: StudyDay): number {
      const { sql, params } = find(query, today);
      return (
        db
          .prepare<unknown[], number>(`SELECT count(*) FROM ${from} WHERE ${sql}`)
          .pluck()
          .get(...params) ?? 0
      );
    },
    rows(
      query: Query,
      today: StudyDay,
      page: { order: BrowseOrder; descending: boolean; offset: number; limit: number },
    ): BrowseRow[] {
      const { sql, params } = find(query, today);
      const order = orders[page.order].replace(/[^,]+$/, last => `${last}${page.descending ? ' DESC' : ''}`);
      return db
        .prepare<unknown[], BrowseRow>(
          `SELECT card.card_id AS cardId, card.title, deck_file.title AS deck, card.topic, card.kind,
             coalesce(phase, 'new') AS phase, due_day AS dueDay, stability, coalesce(lapses, 0) AS lapses,
             coalesce(reps, 0) AS reps, coalesce(suspended, 0) AS suspended, coalesce(flag, 0) AS flag,
             coalesce(tags, '[]') AS tags
           FROM ${from} WHERE ${sql} ORDER BY ${order}, card.card_id LIMIT ? OFFSET ?`,
        )
        .all(...params, page.limit, page.offset);
    },
    ids(query: Query, today: StudyDay): CardId[] {
      const { sql, params } = find(query, today);
      return db
        .prepare<unknown[], CardId>(
          `SELECT card.card_id FROM ${from} WHERE ${sql} ORDER BY card.position, card.card_id`,
        )
        .pluck()
        .all(...params);
    },
  };
}

/** A query as SQL, with every word of the person's as a parameter. */
function writeClause(query: Query, today: StudyDay): Clause {
  const plain = (sql: string, ...params: (string | number)[]): Clause => ({ sql, params });
  const join = (of: readonly Query[], by: string, none: string): Clause => {
    const clauses = of.map(one => writeClause(one, today));
    return clauses.length === 0
      ? plain(none)
      : {
          sql: `(${clauses.map(({ sql }) => sql).join(by)})`,
          params: clauses.flatMap(({ params }) => params),
        };
  };
  switch (query.kind) {
    case 'all':
      return join(query.of, ' AND ', '1');
    case 'any':
      return join(query.of, ' OR ', '0');
    case 'not': {
      const { sql, params } = writeClause(query.of, today);
      return { sql: `NOT ${sql}`, params };
    }
    case 'text':
      return plain("card.text LIKE ? ESCAPE '\\'", `%${escapeLike(query.text)}%`);
    case 'state': {
      const sql = states[query.state];
      return plain(sql, ...Array.from(sql.matchAll(/\?/g), () => today));
    }
    case 'flag':
      return plain('coalesce(flag, 0) = ?', query.flag);
    case 'prop':
      return plain(
        `coalesce(${props[query.prop]} ${query.op} ?, 0)`,
        query.value + (query.prop === 'due' ? today : 0),
      );
    case 'field':
      return writeField(query.field, escapeLike(query.value).replaceAll('*', '%'));
  }
}

const states = {
  new: "coalesce(phase, 'new') = 'new'",
  learning: "coalesce(phase, 'new') IN ('learning', 'relearning')",
  review: "coalesce(phase, 'new') = 'review'",
  due: '(coalesce(due_day <= ?, 0) AND coalesce(suspended, 0) = 0 AND coalesce(buried_until <= ?, 1))',
  suspended: 'coalesce(suspended, 0) = 1',
  buried: 'coalesce(buried_until > ?, 0)',
  marked: 'coalesce(marked, 0) = 1',
  flagged: 'coalesce(flag, 0) > 0',
} as const;

const props = {
  stability: 'stability',
  difficulty: 'difficulty',
  lapses: 'coalesce(lapses, 0)',
  reps: 'coalesce(reps, 0)',
  due: 'due_day',
} as const;

function writeField(field: Extract<Query, { kind: 'field' }>['field'], pattern: string): Clause {
  const like = (column: string): Clause => ({
    sql: `coalesce(${column} LIKE ? ESCAPE '\\', 0)`,
    params: [pattern],
  });
  switch (field) {
    case 'tag':
      return {
        sql: `(EXISTS (SELECT 1 FROM json_each(coalesce(tags, '[]')) WHERE value LIKE ? ESCAPE '\\')
          OR EXISTS (SELECT 1 FROM json_each(card.content, '$.tags') WHERE value LIKE ? ESCAPE '\\'))`,
        params: [pattern, pattern],
      };
    case 'deck':
      return {
        sql: `(coalesce(deck_file.deck_id LIKE ? ESCAPE '\\', 0) OR coalesce(deck_file.title LIKE ? ESCAPE '\\', 0))`,
        params: [pattern, pattern],
      };
    case 'topic':
      return like('card.topic');
    case 'kind':
      return like('card.kind');
    case 'id':
      return like('card.card_id');
    case 'default':
      return like("card.content ->> 'default'");
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, letter => `\\${letter}`);
}

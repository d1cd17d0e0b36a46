import type { Query } from '../../../src-shared/domain/search/query.ts';
import type { StudyDay } from '../../../src-shared/domain/study-day.ts';

/** A condition on `card_line` with its `card_state`, true or false for each and never null, and its parameters. */
export type Condition = { sql: string; params: (string | number)[] };

/** A query as a condition. Every word of the person's is a parameter; `card_state` is null where a card is new. */
export function writeCondition(query: Query, today: StudyDay): Condition {
  switch (query.kind) {
    case 'all':
      return joinConditions(
        query.of.map(one => writeCondition(one, today)),
        ' AND ',
        '1',
      );
    case 'any':
      return joinConditions(
        query.of.map(one => writeCondition(one, today)),
        ' OR ',
        '0',
      );
    case 'not': {
      const { sql, params } = writeCondition(query.of, today);
      return { sql: `NOT ${sql}`, params };
    }
    case 'text':
      return {
        sql: 'n IN (SELECT rowid FROM card_words WHERE card_words MATCH ?)',
        params: [writePhrase(query)],
      };
    case 'state': {
      const sql = states[query.state];
      return { sql, params: Array.from(sql.matchAll(/\?/g), () => today) };
    }
    case 'flag':
      return { sql: 'coalesce(flag, 0) = ?', params: [query.flag] };
    case 'prop': {
      const figure = figures[query.prop];
      const value = query.value + (query.prop === 'due' ? today : 0);
      return { sql: `(${figure} IS NOT NULL AND ${figure} ${query.op} ?)`, params: [value] };
    }
    case 'field':
      return writeField(query.field, escapeLike(query.value).replaceAll('*', '%'));
  }
}

/** A query of nothing but words that must all be there as one of the index of words; null for any other. */
export function writeMatch(query: Query): string | null {
  const parts = query.kind === 'all' ? query.of : [query];
  const phrases = parts.flatMap(part => (part.kind === 'text' ? [writePhrase(part)] : []));
  return phrases.length > 0 && phrases.length === parts.length ? phrases.join(' ') : null;
}

// Words are letters and digits alone, so the quotes hold whatever was typed.
function writePhrase({ words, whole }: Extract<Query, { kind: 'text' }>): string {
  return `"${words.join(' ')}"${whole ? '' : '*'}`;
}

function joinConditions(list: readonly Condition[], by: string, none: string): Condition {
  if (list.length === 0) return { sql: none, params: [] };
  return { sql: `(${list.map(({ sql }) => sql).join(by)})`, params: list.flatMap(({ params }) => params) };
}

const isAsked = 'suspended = 0 AND (buried_until IS NULL OR buried_until <= ?)';
const states = {
  new: "(phase IS NULL OR phase = 'new')",
  learning: "(phase IS NOT NULL AND phase IN ('learning', 'relearning'))",
  review: "(phase IS NOT NULL AND phase = 'review')",
  due: `(due_day IS NOT NULL AND due_day <= ? AND ${isAsked})`,
  suspended: '(suspended IS NOT NULL AND suspended = 1)',
  buried: '(buried_until IS NOT NULL AND buried_until > ?)',
  marked: '(marked IS NOT NULL AND marked = 1)',
  flagged: '(flag IS NOT NULL AND flag > 0)',
} as const;

const figures = {
  stability: 'stability',
  difficulty: 'difficulty',
  lapses: 'coalesce(lapses, 0)',
  reps: 'coalesce(reps, 0)',
  due: 'due_day',
  recall: 'CASE WHEN stability IS NOT NULL THEN recall_now(stability, difficulty, last_day) END',
} as const;

function writeField(field: Extract<Query, { kind: 'field' }>['field'], pattern: string): Condition {
  const like = (text: string): string => `${text} LIKE ? ESCAPE '\\'`;
  const oneOf = (tags: string): string =>
    `(${tags} IS NOT NULL AND ${tags} <> '[]' AND EXISTS (SELECT 1 FROM json_each(${tags}) WHERE ${like('fold_text(value)')}))`;
  switch (field) {
    case 'tag':
      return { sql: `(${oneOf('file_tags')} OR ${oneOf('tags')})`, params: [pattern, pattern] };
    case 'deck':
      return {
        sql: `path IN (SELECT path FROM deck_file WHERE deck_id IS NOT NULL
          AND (${like('deck_id')} OR ${like('fold_text(title)')}))`,
        params: [pattern, pattern],
      };
    case 'topic':
      return { sql: like('topic'), params: [pattern] };
    case 'kind':
      return { sql: like('kind'), params: [pattern] };
    case 'id':
      return { sql: like('card_id'), params: [pattern] };
    case 'default':
      return { sql: `(default_id IS NOT NULL AND ${like('default_id')})`, params: [pattern] };
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, letter => `\\${letter}`);
}

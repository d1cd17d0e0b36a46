import { foldText, listWords } from './fold.ts';

/** States by which cards are found. */
export const cardStates = [
  'new',
  'learning',
  'review',
  'due',
  'suspended',
  'buried',
  'marked',
  'flagged',
] as const;
/** Fields whose whole value is compared; `*` stands for any letters. */
export const searchFields = ['tag', 'deck', 'topic', 'default', 'kind', 'id'] as const;
/** Figures that are compared: stability in days, difficulty 1 to 10, due in days from today, recall now from 0 to 1. */
export const searchProps = ['stability', 'difficulty', 'lapses', 'reps', 'due', 'recall'] as const;
export const comparisons = ['<=', '>=', '!=', '<', '>', '='] as const;

/** What is looked for. */
export type Query =
  | { kind: 'all'; of: Query[] }
  | { kind: 'any'; of: Query[] }
  | { kind: 'not'; of: Query }
  /** Folded words side by side in what the card says; the last may be only the beginning of one, unless it is `whole`. */
  | { kind: 'text'; words: string[]; whole: boolean }
  | { kind: 'state'; state: (typeof cardStates)[number] }
  | { kind: 'field'; field: (typeof searchFields)[number]; value: string }
  | { kind: 'flag'; flag: number }
  | { kind: 'prop'; prop: (typeof searchProps)[number]; op: (typeof comparisons)[number]; value: number };

/** `quoted`: its closing quote may still be missing. */
type Token = { text: string; quoted: 'no' | 'open' | 'closed' };

/**
 * Reads a search as a person types it: words that must all be there, `"several words"`, `-not`, `or`, brackets, and
 * terms like `tag:hard`, `is:due`, `prop:stability<5`. What is half typed is taken as far as it goes, and what holds
 * no letter or digit is left out. Where a term is not understood, `problem` names it and says what would be.
 *
 *     search = all { "or" all }      all = { term }
 *     term   = "-" term | "(" search ")" | '"' words '"' | field ":" value | word
 */
export function parseQuery(text: string): { query: Query } | { problem: string } {
  const tokens = listTokens(text);
  let at = 0;
  let problem: string | null = null;
  const fail = (why: string): Query => {
    problem ??= why;
    return { kind: 'all', of: [] };
  };

  const readAny = (): Query => {
    const parts = [readAll()];
    while (isOr(tokens[at])) {
      at++;
      parts.push(readAll());
    }
    const filled = parts.filter(part => !isEmpty(part));
    const [only] = filled;
    if (filled.length > 1) return { kind: 'any', of: filled };
    return only ?? { kind: 'all', of: [] };
  };
  const readAll = (): Query => {
    const of: Query[] = [];
    for (let token = tokens[at]; token && !isOr(token) && !isSign(token, ')'); token = tokens[at]) {
      const term = readTerm();
      if (!isEmpty(term)) of.push(term);
    }
    return { kind: 'all', of };
  };
  const readTerm = (): Query => {
    const token = tokens[at++];
    if (!token) return { kind: 'all', of: [] };
    if (isSign(token, '-')) {
      const of = readTerm();
      // The opposite of nothing typed yet would hide every card.
      return isEmpty(of) ? of : { kind: 'not', of };
    }
    if (!isSign(token, '(')) {
      return token.quoted === 'no'
        ? readWord(token.text, fail)
        : readText(token.text, token.quoted === 'closed');
    }
    const inside = readAny();
    // A bracket that is still open is closed at the end.
    if (isSign(tokens[at], ')')) at++;
    return inside;
  };

  const parts: Query[] = [];
  while (at < tokens.length) {
    const part = readAny();
    if (!isEmpty(part)) parts.push(part);
    // A bracket that closes nothing is passed over.
    if (isSign(tokens[at], ')')) at++;
  }
  if (problem !== null) return { problem };
  return { query: parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', of: parts } };
}

const isOr = (token: Token | undefined): boolean => token?.quoted === 'no' && /^or$/i.test(token.text);
const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.quoted === 'no' && token.text === sign;
const isEmpty = (query: Query): boolean => query.kind === 'all' && query.of.length === 0;

/** Words, signs, and what stands in quotes; a quote that is still open ends with the text. */
function listTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([()])|(-)(?=[^\s)])|((?:[a-z]+:)?"[^"]*(?:"|$))|([^\s()"]+)/gi;
  for (const [, bracket, minus, quoted, word] of text.matchAll(pattern)) {
    if (bracket) tokens.push({ text: bracket, quoted: 'no' });
    else if (minus) tokens.push({ text: '-', quoted: 'no' });
    else if (quoted) {
      const [, field, inside = '', end] = /^([a-z]+:)?"([^"]*)("?)$/i.exec(quoted) ?? [];
      if (field) tokens.push({ text: field + inside, quoted: 'no' });
      else tokens.push({ text: inside, quoted: end ? 'closed' : 'open' });
    } else if (word) tokens.push({ text: word, quoted: 'no' });
  }
  return tokens;
}

function readText(text: string, whole: boolean): Query {
  const words = listWords(text);
  return words.length === 0 ? { kind: 'all', of: [] } : { kind: 'text', words, whole };
}

function readWord(word: string, fail: (why: string) => Query): Query {
  const [, name = '', value = ''] = /^([a-z]+):(.*)$/is.exec(word) ?? [];
  switch (name.toLowerCase()) {
    case 'is': {
      const state = cardStates.find(one => one === value.toLowerCase());
      return state
        ? { kind: 'state', state }
        : fail(`is:${value} is not known. Use is: with ${cardStates.join(', ')}.`);
    }
    case 'flag': {
      const flag = Number(value);
      return /^[0-4]$/.test(value)
        ? { kind: 'flag', flag }
        : fail(`flag:${value} is not known. flag: takes 0 to 4.`);
    }
    case 'prop':
      return readProp(value, fail);
    default: {
      const field = searchFields.find(one => one === name.toLowerCase());
      return field ? { kind: 'field', field, value: foldText(value) } : readText(word, false);
    }
  }
}

function readProp(text: string, fail: (why: string) => Query): Query {
  const [, name = '', sign = '', figure = ''] = /^([a-z]*)(<=|>=|!=|<|>|=)?(.*)$/is.exec(text) ?? [];
  const prop = searchProps.find(one => one === name.toLowerCase());
  const op = comparisons.find(one => one === sign);
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(figure) ?? [];
  if (prop && op && digits && (!percent || prop === 'recall'))
    return { kind: 'prop', prop, op, value: Number(digits) / (percent ? 100 : 1) };
  return fail(
    `prop:${text} is not understood. prop: takes one of ${searchProps.join(', ')}, a comparison and a figure, like prop:stability<5.`,
  );
}

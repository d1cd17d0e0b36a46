import { foldText } from './fold.ts';

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
/** Figures that are compared: stability in days, difficulty 1 to 10, due in days from today. */
export const searchProps = ['stability', 'difficulty', 'lapses', 'reps', 'due'] as const;
export const comparisons = ['<=', '>=', '!=', '<', '>', '='] as const;

/** What is looked for. */
export type Query =
  | { kind: 'all'; of: Query[] }
  | { kind: 'any'; of: Query[] }
  | { kind: 'not'; of: Query }
  /** Letters anywhere in the card's texts, folded. */
  | { kind: 'text'; text: string }
  | { kind: 'state'; state: (typeof cardStates)[number] }
  | { kind: 'field'; field: (typeof searchFields)[number]; value: string }
  | { kind: 'flag'; flag: number }
  | { kind: 'prop'; prop: (typeof searchProps)[number]; op: (typeof comparisons)[number]; value: number };

type Token = { text: string; quoted: boolean };

/**
 * Reads a search as a person types it: words that must all be there, `"several words"`, `-not`, `or`, brackets, and
 * terms like `tag:hard`, `is:due`, `prop:stability<5`. Never fails for a half-typed one but says what it does not
 * understand: `problem` names the term.
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
    const filled = parts.filter(part => part.kind !== 'all' || part.of.length > 0);
    const [only] = filled;
    if (filled.length > 1) return { kind: 'any', of: filled };
    return only ?? { kind: 'all', of: [] };
  };
  const readAll = (): Query => {
    const of: Query[] = [];
    for (let token = tokens[at]; token && !isOr(token) && !isSign(token, ')'); token = tokens[at])
      of.push(readTerm());
    return { kind: 'all', of };
  };
  const readTerm = (): Query => {
    const token = tokens[at++];
    if (!token) return { kind: 'all', of: [] };
    if (isSign(token, '-')) return { kind: 'not', of: readTerm() };
    if (!isSign(token, '(')) return token.quoted ? readText(token.text) : readWord(token.text, fail);
    const inside = readAny();
    // A bracket that is still open is closed at the end.
    if (isSign(tokens[at], ')')) at++;
    return inside;
  };

  const parts: Query[] = [];
  while (at < tokens.length) {
    const part = readAny();
    parts.push(part);
    // A bracket that closes nothing is passed over.
    if (isSign(tokens[at], ')')) at++;
  }
  if (problem !== null) return { problem };
  return { query: parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', of: parts } };
}

const isOr = (token: Token | undefined): boolean => token?.quoted === false && /^or$/i.test(token.text);
const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.quoted === false && token.text === sign;

/** Words, signs, and what stands in quotes; a quote that is still open ends with the text. */
function listTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([()])|(-)(?=[^\s)])|((?:[a-z]+:)?"[^"]*(?:"|$))|([^\s()"]+)/gi;
  for (const [, bracket, minus, quoted, word] of text.matchAll(pattern)) {
    if (bracket) tokens.push({ text: bracket, quoted: false });
    else if (minus) tokens.push({ text: '-', quoted: false });
    else if (quoted) {
      const [, field, inside = ''] = /^([a-z]+:)?"([^"]*)"?$/i.exec(quoted) ?? [];
      tokens.push(field ? { text: field + inside, quoted: false } : { text: inside, quoted: true });
    } else if (word) tokens.push({ text: word, quoted: false });
  }
  return tokens;
}

const readText = (text: string): Query => ({ kind: 'text', text: foldText(text) });

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
      return /^[0-4]$/.test(value) ? { kind: 'flag', flag } : fail('flag: takes 0 to 4.');
    }
    case 'prop':
      return readProp(value, fail);
    default: {
      const field = searchFields.find(one => one === name.toLowerCase());
      return field ? { kind: 'field', field, value: foldText(value) } : readText(word);
    }
  }
}

function readProp(text: string, fail: (why: string) => Query): Query {
  const [, name = '', sign = '', figure = ''] = /^([a-z]*)(<=|>=|!=|<|>|=)?(.*)$/is.exec(text) ?? [];
  const prop = searchProps.find(one => one === name.toLowerCase());
  const op = comparisons.find(one => one === sign);
  if (prop && op && /^-?\d+(\.\d+)?$/.test(figure)) return { kind: 'prop', prop, op, value: Number(figure) };
  return fail(
    `prop: takes one of ${searchProps.join(', ')}, a comparison and a figure, like prop:stability<5.`,
  );
}

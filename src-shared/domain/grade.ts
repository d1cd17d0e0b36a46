import type { CardBody } from './card-view.ts';
import type { Response } from './events.ts';
import { type Rating, ratings } from './rating.ts';

/** A given answer, judged. `rating` is preselected; the person confirms or changes it. */
export type Grade = { right: boolean; rating: Rating };

/** Judges a response to a card that has something to respond to; null where the response does not fit the card. */
export function gradeResponse(body: CardBody, response: Response): Grade | null {
  if (response.kind === 'option' && (body.kind === 'choice' || body.kind === 'scenario')) {
    const option = body.options[response.index];
    return option ? toGrade(option.right) : null;
  }
  if (response.kind === 'number' && body.kind === 'number') {
    const [low, high] = body.accept;
    return toGrade(low <= response.value && response.value <= high);
  }
  return null;
}

/**
 * Reads a typed number: `1`, `0.5`, `0,5`, `100k`, `1.5M`, `2T`, `3e9`, `10 000`, `50,000`, and nothing else. A comma
 * separates thousands where it parts a whole number into threes, else it is the decimal point.
 */
export function parseTypedNumber(text: string): number | null {
  const [, typed = '', letter = ''] = /^(.*\d)\s*([kmgt]?)$/i.exec(text.trim()) ?? [];
  const digits = readDigits(typed);
  if (digits === null) return null;
  // The power of ten is read with the digits: multiplied, 1.005k would be 1004.9999999999999.
  const value = Number(digits + (powers[letter.toLowerCase()] ?? ''));
  return Number.isFinite(value) ? value : null;
}

const powers: Readonly<Record<string, string>> = { k: 'e3', m: 'e6', g: 'e9', t: 'e12' };
const commaGroups = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const blankGroups = /^[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?$/;
const plain = /^\d+(?:[.,]\d+|(?:\.\d+)?e\d{1,2})?$/i;

function readDigits(typed: string): string | null {
  if (commaGroups.test(typed)) return typed.replaceAll(',', '');
  if (blankGroups.test(typed) || plain.test(typed)) return typed.replace(/\s/g, '').replace(',', '.');
  return null;
}

function toGrade(right: boolean): Grade {
  return { right, rating: right ? ratings.good : ratings.again };
}

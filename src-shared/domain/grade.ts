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
 * Reads a typed number: `1`, `0.5`, `100k`, `1.5M`, `10 000`, `50,000`, and nothing else. A comma is a thousands
 * separator where exactly three digits follow, else a decimal point.
 */
export function parseTypedNumber(text: string): number | null {
  const match = /^([\d\s.,]+?)\s*([kKmMgG]?)$/.exec(text.trim());
  if (!match) return null;
  const digits = (match[1] ?? '')
    .replace(/\s/g, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(digits)) return null;
  const scale = { '': 1, k: 1e3, m: 1e6, g: 1e9 }[(match[2] ?? '').toLowerCase()] ?? 1;
  return Number(digits) * scale;
}

function toGrade(right: boolean): Grade {
  return { right, rating: right ? ratings.good : ratings.again };
}

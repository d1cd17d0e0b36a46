import type { CardBody } from './card-view.ts';
import type { Card } from './deck/card-schema.ts';
import { createRandom, hash32 } from './random.ts';
import { drawSurface } from './scenario/draw.ts';
import type { ScenarioSpec } from './scenario/spec.ts';
import type { StudyDay } from './study-day.ts';

/** The seed of the surface that a card shows next: the same until it is answered or the day turns. */
export function seedSurface(cardId: string, chain: number, practices: number, day: StudyDay): number {
  return hash32(`surface ${cardId} ${chain} ${practices} ${day}`);
}

/** Whether a card of this kind shows another surface each time; the seed of any other means nothing. */
export function dependsOnSeed({ kind }: Card): boolean {
  return kind === 'choice' || kind === 'scenario';
}

/** What a card asks, drawn from a seed: the order of its options, or for a scenario the whole surface. */
export function renderCard(card: Card, seed: number): CardBody {
  switch (card.kind) {
    case 'basic':
      return { kind: 'basic', ask: card.ask, answer: card.answer };
    case 'cloze':
      return { kind: 'cloze', pieces: splitCloze(card.text) };
    case 'choice':
      return {
        kind: 'choice',
        ask: card.ask,
        options: createRandom(seed)
          .shuffle(card.options)
          .map(option =>
            'right' in option
              ? { text: option.text, right: true, why: null }
              : { text: option.text, right: false, why: option.right_if },
          ),
      };
    case 'number':
      return { kind: 'number', ask: card.ask, value: card.value, unit: card.unit, accept: card.accept };
    case 'contrast':
      return {
        kind: 'contrast',
        ask: card.ask,
        decides: card.decides,
        between: card.between.map(side => ({ name: side.name, pickWhen: side.pick_when })),
      };
    case 'scenario':
      return renderScenario(card, seed);
  }
}

function renderScenario(spec: ScenarioSpec, seed: number): CardBody {
  const { product, lines, ask, options, because, flip } = drawSurface(spec, seed);
  const shown = options.map(({ text, right, rightIf }) => ({ text, right, why: rightIf }));
  return { kind: 'scenario', product, lines, ask, options: shown, because, flip };
}

type ClozePiece = Extract<CardBody, { kind: 'cloze' }>['pieces'][number];

/** Splits a cloze text into its texts and its gaps, `{{answer}}` or `{{answer::hint}}`. */
export function splitCloze(text: string): ClozePiece[] {
  return text
    .split(/(\{\{.+?\}\})/s)
    .filter(piece => piece !== '')
    .map(piece => {
      const gap = /^\{\{(.+?)(?:::(.+))?\}\}$/s.exec(piece);
      return gap
        ? { kind: 'gap', answer: gap[1] ?? '', hint: gap[2] ?? null }
        : { kind: 'text', text: piece };
    });
}

/** A card's name in lists: the beginning of what it asks, in plain words. */
export function titleCard(card: Card): string {
  const longest = 90;
  const plain = plainText(card)
    .replace(/[*_`#>|]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...plain];
  if (letters.length <= longest) return plain;
  const whole = letters.slice(0, longest + 1).lastIndexOf(' ');
  return `${letters.slice(0, whole > 0 ? whole : longest).join('')} …`;
}

function plainText(card: Card): string {
  switch (card.kind) {
    case 'cloze':
      return splitCloze(card.text)
        .map(piece => (piece.kind === 'gap' ? '…' : piece.text))
        .join('');
    case 'scenario':
      return card.title;
    default:
      return card.ask;
  }
}

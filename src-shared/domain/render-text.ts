import type { CardView } from './card-view.ts';

/** What the sides of a card are made of. */
export type CardSides = Pick<CardView, 'body' | 'back'>;

/** A card's two sides as Markdown text, for where there is no window. */
export function renderText(view: CardSides): { front: string; back: string } {
  return {
    front: renderFront(view),
    back: [renderAnswer(view), ...renderReasons(view)].filter(Boolean).join('\n\n'),
  };
}

function renderFront({ body }: CardSides): string {
  switch (body.kind) {
    case 'basic':
      return body.ask;
    case 'cloze':
      return body.pieces
        .map(piece => (piece.kind === 'gap' ? `[${piece.hint ?? '…'}]` : piece.text))
        .join('');
    case 'choice':
      return [body.ask, listOptions(body.options)].join('\n\n');
    case 'number':
      return `${body.ask} (${body.unit})`;
    case 'contrast':
      return [body.between.map(side => side.name).join(' or '), body.ask].join('\n\n');
    case 'scenario':
      return [
        body.product,
        body.lines.map(line => `- ${line}`).join('\n'),
        body.ask,
        listOptions(body.options),
      ].join('\n\n');
  }
}

function renderAnswer({ body }: CardSides): string {
  switch (body.kind) {
    case 'basic':
      return body.answer;
    case 'cloze':
      return body.pieces.map(piece => (piece.kind === 'gap' ? `**${piece.answer}**` : piece.text)).join('');
    case 'choice':
      return explainOptions(body.options);
    case 'number':
      return `${body.value} ${body.unit} (${body.accept[0]} to ${body.accept[1]} counts as right)`;
    case 'contrast':
      return [body.decides, ...body.between.map(side => `- ${side.name}: ${side.pickWhen}`)].join('\n');
    case 'scenario':
      return [explainOptions(body.options), body.because, body.flip].filter(Boolean).join('\n\n');
  }
}

/** What stands on a card's back beside the answer, a labelled paragraph each. */
export function renderReasons({ back }: CardSides): string[] {
  const lines: [string, string | null][] = [
    ['Why', back.reason],
    ['Cost', back.cost],
    ['Exception', back.exception],
    ['Say', back.say],
    ['Default', back.default && `${back.default.name}. ${back.default.default}`],
  ];
  return lines.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));
}

type Options = Extract<CardView['body'], { kind: 'choice' }>['options'];

function listOptions(options: Options): string {
  return options.map((option, index) => `${index + 1}. ${option.text}`).join('\n');
}

function explainOptions(options: Options): string {
  return options
    .map((option, index) => {
      const why = option.why === null ? '' : `: if ${option.why}`;
      return `${index + 1}. ${option.text} (${option.right ? 'right' : 'not here'})${why}`;
    })
    .join('\n');
}

import type { TestCard } from './decks.ts';

/** A card of each kind and some more, asking something that no built-in card asks. */
export const probes = {
  basic: {
    id: 'probe.basic',
    kind: 'basic',
    ask: 'Which colour has the probe?',
    answer: 'The probe is teal.',
  },
  second: { id: 'probe.second', kind: 'basic', ask: 'How heavy is the probe?', answer: 'It weighs nothing.' },
  third: { id: 'probe.third', kind: 'basic', ask: 'Where is the probe?', answer: 'In the third drawer.' },
  fourth: { id: 'probe.fourth', kind: 'basic', ask: 'Whose is the probe?', answer: 'It is nobody’s.' },
  cloze: { id: 'probe.cloze', kind: 'cloze', text: 'The probe sleeps in a {{box::container}}.' },
  choice: {
    id: 'probe.choice',
    kind: 'choice',
    ask: 'Which lamp does the probe light?',
    options: [
      { text: 'The red lamp', right_if: 'it is broken' },
      { text: 'The green lamp', right: true },
      { text: 'The white lamp', right_if: 'it is day' },
    ],
  },
  number: {
    id: 'probe.number',
    kind: 'number',
    ask: 'How long is the probe?',
    value: 1,
    unit: 'ms',
    accept: [0.5, 2],
  },
  scenario: {
    id: 'probe.scenario',
    kind: 'scenario',
    title: 'Two people who act on each other',
    decision: 'protocol',
    ask: 'How does the probe talk to its server?',
    options: ['http', 'websockets'],
    products: [
      {
        name: 'board game',
        opening: 'Two players move in turn, each in a browser.',
        words: { act: 'a move' },
      },
      {
        name: 'drawing',
        opening: 'Two people draw one picture, each in a browser.',
        words: { act: 'a line' },
      },
    ],
    fixed: { callers: 'browser', direction: 'both-ways' },
    facts: {
      freshness_s: [
        { any: [0.2, 1, 3, 4], say: 'The other person must see {act} within {v}.' },
        { any: [60, 300, 3600, 86400], say: 'The other person may see {act} up to {v} later.' },
      ],
    },
  },
  contrast: {
    id: 'probe.contrast',
    kind: 'contrast',
    ask: 'Which of the two probes goes to sea?',
    decides: 'Whether it floats.',
    between: [
      { name: 'Cork probe', pick_when: 'it has to float' },
      { name: 'Lead probe', pick_when: 'it has to sink' },
    ],
  },
} as const satisfies Record<string, TestCard>;

export type Probe = keyof typeof probes;

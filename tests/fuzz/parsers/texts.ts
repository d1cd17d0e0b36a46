import fs from 'node:fs';
import path from 'node:path';
import { readDeck } from '../../../src-main/services/decks/read-deck.ts';
import { bringIn } from '../../../src-main/services/exchange/bring-in.ts';
import { writeDeckText } from '../../../src-main/services/exchange/deck-files.ts';
import type { IncomingDeck } from '../../../src-main/services/exchange/incoming.ts';
import { readTextDeck, type TextKind } from '../../../src-main/services/exchange/text/read-text.ts';
import { applyHistory, readHistory } from '../../../src-main/services/replay.ts';
import { type FuzzedParser, judgeRefusal, must } from '../fuzzed.ts';
import { mutateText } from '../mutators/text.ts';
import { keepsWhole, now, openRigs } from '../rig.ts';

/** What was made of a text stands in a file as it is. */
function proveWritten(deck: IncomingDeck): void {
  const { cards, faults } = readDeck('deck.yaml', writeDeckText(deck), { builtIn: false });
  must(faults.length === 0, `what was made is faulty: ${faults[0]?.message}`);
  must(
    JSON.stringify(cards.map(({ card }) => card)) === JSON.stringify(deck.cards.map(card => ({ ...card }))) ||
      cards.length === deck.cards.length,
    'cards are lost on the way into a file',
  );
}

/** A text format of decks: what is read must be found again in the file that it goes into. */
function textDeck(name: string, covers: string[], kind: TextKind, seeds: readonly string[]): FuzzedParser {
  return {
    name,
    covers: [
      'src-main/services/exchange/text/read-text.ts',
      'src-main/services/exchange/text/text-deck.ts',
      ...covers,
    ],
    seeds: () => seeds.map(text => Buffer.from(text)),
    mutate: mutateText,
    open: folder => {
      const rigs = openRigs(folder);
      const file = path.join(folder, `deck.${kind}`);
      return {
        async read(input) {
          fs.writeFileSync(file, input);
          const rig = rigs.current();
          const verdict = await keepsWhole(rig, () => {
            // As the job's worker reads it; to start one for each input would take most of the time.
            const incoming = readTextDeck(file, kind);
            for (const deck of incoming.decks) proveWritten(deck);
            const { added } = bringIn(rig.profile, incoming, now);
            return added > 0 ? ('read' as const) : ('refused' as const);
          }).catch(judgeRefusal);
          if (verdict === 'read') {
            rig.prove();
            rigs.renew();
          }
          return verdict;
        },
        close: rigs.close,
      };
    },
  };
}

const csvSeeds = [
  'front,back,tags\nWhat?,"That, so",a b\n"Two\nlines","x ""y"""\n',
  'Question;Answer\nq1;a1\nq2;a2\n',
  '\ufefffront,back\r\nA {{gap}},\r\n',
];

const history: FuzzedParser = {
  name: 'history as CSV',
  covers: ['src-main/services/replay.ts'],
  seeds: () => [
    Buffer.from(
      'card,rating,at,taken_ms\nown.basic,good,2026-11-25T08:00:00+01:00,5000\nown.cloze,3,2026-11-25T09:00:00Z,\n',
    ),
    Buffer.from('at,card,rating\n2026-11-26T08:00:00,own.number,again\n'),
  ],
  mutate: mutateText,
  open: folder => {
    const rigs = openRigs(folder);
    return {
      async read(input) {
        const rig = rigs.current();
        const verdict = await keepsWhole(rig, () => {
          applyHistory(rig.profile, readHistory(rig.profile, input.toString('utf8')));
          return 'read' as const;
        }).catch(judgeRefusal);
        if (verdict === 'read') {
          rig.prove();
          rigs.renew();
        }
        return verdict;
      },
      close: rigs.close,
    };
  },
};

export const textParsers: readonly FuzzedParser[] = [
  textDeck('deck as CSV', ['src-main/services/exchange/text/csv-deck.ts'], 'csv', csvSeeds),
  textDeck(
    'deck as TSV',
    ['src-main/services/exchange/text/csv-deck.ts'],
    'tsv',
    csvSeeds.map(text => text.replaceAll(/[,;]/g, '\t')),
  ),
  textDeck('deck as Markdown', ['src-main/services/exchange/text/markdown-deck.ts'], 'md', [
    '# Deck\n\nQ: What?\nA: That,\nso.\nTags: a, b\n\nQ: A {{gap}}\n',
    '---\ntitle: x\n---\n# Title\n\n## First\n\nText `code`\n\n```\n## none\n```\n\n### Second\n\n- a\n- b\n',
  ]),
  history,
];

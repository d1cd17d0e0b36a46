import fs from 'node:fs';
import path from 'node:path';
import { readDeck } from '../../../src-main/services/decks/read-deck.ts';
import { writeDeckText } from '../../../src-main/services/exchange/deck-files.ts';
import { importFile } from '../../../src-main/services/exchange/import.ts';
import { readCsvDeck } from '../../../src-main/services/exchange/text/csv-deck.ts';
import { readMarkdownDeck } from '../../../src-main/services/exchange/text/markdown-deck.ts';
import { makeDeck, readTextFile, type TextDeck } from '../../../src-main/services/exchange/text/text-deck.ts';
import { applyHistory, readHistory } from '../../../src-main/services/replay.ts';
import { type FuzzedParser, judgeRefusal, must } from '../fuzzed.ts';
import { mutateText } from '../mutators/text.ts';
import { keepsWhole, now, openRigs } from '../rig.ts';

/** A text format of decks: what is read must be found again in the file that it goes into. */
function textDeck(
  name: string,
  covers: string[],
  ending: string,
  seeds: readonly string[],
  read: (text: string) => TextDeck,
): FuzzedParser {
  return {
    name,
    covers: [
      'src-main/services/exchange/text/text-deck.ts',
      'src-main/services/exchange/import.ts',
      ...covers,
    ],
    seeds: () => seeds.map(text => Buffer.from(text)),
    mutate: mutateText,
    open: folder => {
      const rigs = openRigs(folder);
      const file = path.join(folder, `deck.${ending}`);
      return {
        async read(input) {
          fs.writeFileSync(file, input);
          try {
            const { decks } = makeDeck(file, ending, read(readTextFile(file)));
            for (const deck of decks) {
              const { cards, faults } = readDeck('deck.yaml', writeDeckText(deck), { builtIn: false });
              must(faults.length === 0, `what was made is faulty: ${faults[0]?.message}`);
              must(
                JSON.stringify(cards.map(({ card }) => card)) ===
                  JSON.stringify(deck.cards.map(card => ({ ...card }))) || cards.length === deck.cards.length,
                'cards are lost on the way into a file',
              );
            }
          } catch (error) {
            judgeRefusal(error);
          }
          const rig = rigs.current();
          const verdict = await keepsWhole(rig, () => {
            const { added } = importFile(rig.profile, file, now);
            return added > 0 ? ('read' as const) : ('refused' as const);
          }).catch(judgeRefusal);
          must(!fs.existsSync(path.join(rig.profile.dir, 'incoming')), 'a folder of the import was left');
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
  textDeck('deck as CSV', ['src-main/services/exchange/text/csv-deck.ts'], 'csv', csvSeeds, readCsvDeck),
  textDeck(
    'deck as TSV',
    ['src-main/services/exchange/text/csv-deck.ts'],
    'tsv',
    csvSeeds.map(text => text.replaceAll(/[,;]/g, '\t')),
    readCsvDeck,
  ),
  textDeck(
    'deck as Markdown',
    ['src-main/services/exchange/text/markdown-deck.ts'],
    'md',
    [
      '# Deck\n\nQ: What?\nA: That,\nso.\nTags: a, b\n\nQ: A {{gap}}\n',
      '---\ntitle: x\n---\n# Title\n\n## First\n\nText `code`\n\n```\n## none\n```\n\n### Second\n\n- a\n- b\n',
    ],
    readMarkdownDeck,
  ),
  history,
];

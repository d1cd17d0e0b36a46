import fs from 'node:fs';
import path from 'node:path';

import { listDeckFiles } from '../../../src-main/services/decks/list.ts';
import { readDeck, readDefaults } from '../../../src-main/services/decks/read-deck.ts';
import { readDeckFile } from '../../../src-main/services/decks/read-file.ts';
import { addMissingIds } from '../../../src-main/services/decks/repair.ts';
import { syncDecks } from '../../../src-main/services/decks/sync.ts';
import { validateDecks } from '../../../src-main/services/decks/validate.ts';
import { readYaml } from '../../../src-main/services/decks/yaml-text.ts';
import { planDeckFiles } from '../../../src-main/services/exchange/deck-files.ts';
import { openDeckEdits } from '../../../src-main/services/exchange/json/own-decks.ts';
import { loadAttempt, readPrompt } from '../../../src-main/services/mocks/read-mock.ts';
import { checkDraft, openOwnCard, removeOwnCard, saveOwnCard } from '../../../src-main/services/own/edit.ts';
import { type Card, cardSchema, defaultSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { cardIdSchema } from '../../../src-shared/domain/ids.ts';
import { attemptSchema } from '../../../src-shared/domain/mock/attempt.ts';
import { type Prompt, promptSchema } from '../../../src-shared/domain/mock/prompt.ts';
import { scoreAttempt } from '../../../src-shared/domain/mock/score.ts';
import { renderCard, titleCard } from '../../../src-shared/domain/render-card.ts';
import { renderText } from '../../../src-shared/domain/render-text.ts';
import { writeCardWords } from '../../../src-shared/domain/search/card-words.ts';
import { channels, type DeckFault } from '../../../src-shared/ipc/contract.ts';
import { builtInDecks } from '../../helpers/built-in-cards.ts';
import { bots, playBot } from '../../helpers/mock-bots.ts';
import { type FuzzedParser, judgeRefusal, must } from '../fuzzed.ts';
import { mutateYaml } from '../mutators/values.ts';
import { keepsWhole, openRigs, ownCards, ownDeck, type Rig } from '../rig.ts';

const builtIn = (name: string): string => fs.readFileSync(path.join(builtInDecks, name), 'utf8');

/** The head of a deck's file with its first cards, so that inputs stay small. */
function beginOf(name: string, cards: number): Buffer {
  const [head = '', ...items] = builtIn(name).split(/^(?= {2}- id: )/m);
  return Buffer.from(head + items.slice(0, cards).join(''));
}

const written = `# A deck of one's own
deck: own
title: "Own: cards"   # with a comment
topic: own
cards:
  - id: own.basic
    kind: basic
    # why
    ask: >-
      What is
      this?
    answer: |
      - one
      - two
    tags: [a, b]
  - {id: own.flow, kind: basic, ask: A?, answer: B}
  - kind: basic
    ask: No id yet
    answer: &same The same
    reason: *same
`;

const deckSeeds = (): Buffer[] => [
  Buffer.from(ownDeck),
  Buffer.from(written),
  beginOf('caching.yaml', 3),
  Buffer.from(scenarioDeck()),
];

function scenarioDeck(): string {
  const [head = '', ...items] = builtIn('communication.yaml').split(/^(?= {2}- id: )/m);
  const scenario = items.find(text => /^ {4}kind: scenario$/m.test(text));
  return head + (scenario ?? items[0] ?? '');
}

function readChat(): Prompt {
  const read = readPrompt('chat.yaml', builtIn('mocks/chat.yaml'));
  if ('faults' in read) throw new Error('the prompt is faulty');
  return read.prompt;
}

/** What is said of a file can be shown, and what was read can be used. */
function proveFaults(faults: readonly DeckFault[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const { message, line } of faults) {
    must(message !== '', 'a fault without words');
    must(
      line === null || (Number.isInteger(line) && line >= 1 && line <= lines + 1),
      `a fault in line ${line} of ${lines}`,
    );
  }
}

function proveCard(card: Card): void {
  must(cardSchema.safeParse(card).success, 'a card that its schema does not know');
  must(titleCard(card) !== undefined && writeCardWords(card) !== undefined, 'a card without a name');
  for (const seed of [1, 2]) {
    const back = { reason: null, cost: null, exception: null, say: null, default: null };
    renderText({ body: renderCard(card, seed), back } as never);
  }
}

const deckText: FuzzedParser = {
  name: 'deck, its text',
  covers: [
    'src-main/services/decks/read-deck.ts',
    'src-main/services/decks/read-file.ts',
    'src-main/services/decks/yaml-file.ts',
    'src-main/services/decks/yaml-text.ts',
    'src-main/services/decks/validate.ts',
    'src-shared/domain/scenario/check.ts',
  ],
  seeds: deckSeeds,
  mutate: mutateYaml,
  open: folder => {
    const file = path.join(folder, 'deck.yaml');
    return {
      read(input) {
        fs.writeFileSync(file, input);
        const { text, problem } = readDeckFile(file);
        if (text === null) {
          must(problem !== '', 'refused without a reason');
          return 'refused';
        }
        const { deck, cards, faults } = readDeck(file, text, { builtIn: false });
        proveFaults(faults, text);
        for (const { card } of cards) proveCard(card);
        must(deck !== null || faults.length > 0, 'no deck, and nothing said of it');
        const report = validateDecks(file);
        must(report.cards === cards.length, 'validated and read in two ways');
        return deck === null ? 'refused' : 'read';
      },
      close: () => undefined,
    };
  },
};

const defaultsText: FuzzedParser = {
  name: 'defaults',
  covers: ['src-main/services/decks/read-deck.ts'],
  seeds: () => [
    Buffer.from(
      builtIn('defaults.yaml')
        .split(/^(?= {2}- id: )/m)
        .slice(0, 4)
        .join(''),
    ),
  ],
  mutate: mutateYaml,
  open: () => ({
    read(input) {
      const text = input.toString('utf8');
      const { defaults, faults } = readDefaults('defaults.yaml', text);
      proveFaults(faults, text);
      must(
        defaults.every(one => defaultSchema.safeParse(one).success),
        'a default that its schema does not know',
      );
      must(defaults.length > 0 || faults.length > 0, 'nothing read and nothing said');
      return faults.length > 0 ? 'refused' : 'read';
    },
    close: () => undefined,
  }),
};

const repair: FuzzedParser = {
  name: 'deck, missing ids',
  covers: ['src-main/services/decks/repair.ts'],
  seeds: () => [Buffer.from(written), Buffer.from(ownDeck.replaceAll(/"id":"[^"]*",/g, ''))],
  mutate: mutateYaml,
  open: () => ({
    read(input) {
      const before = input.toString('utf8');
      const { text, added } = addMissingIds(before, () => false);
      if (added === 0) {
        must(text === before, 'nothing added, and yet the text is another');
        return readYaml(before).errors.length > 0 ? 'refused' : 'read';
      }
      const [was, is] = [before, text].map(one => readDeck('deck.yaml', one, { builtIn: false }));
      must((is?.cards.length ?? 0) >= (was?.cards.length ?? 0), 'cards were lost');
      must(addMissingIds(text, () => false).added === 0, 'ids are missing still');
      return 'read';
    },
    close: () => undefined,
  }),
};

const inProfile: FuzzedParser = {
  name: 'deck, in a profile',
  covers: [
    'src-main/services/decks/sync.ts',
    'src-main/services/decks/list.ts',
    'src-main/db/queries/content.ts',
  ],
  seeds: deckSeeds,
  mutate: mutateYaml,
  open: folder => {
    const rigs = openRigs(folder);
    return {
      read(input) {
        const rig = rigs.next();
        const file = path.join(rig.profile.ownDecks, 'other.yaml');
        fs.writeFileSync(file, input);
        syncDecks(rig.profile);
        const list = channels['decks:list'].output.parse(listDeckFiles(rig.profile));
        rig.prove();
        const isRead = list.decks.some(({ path: from }) => from === file);
        must(isRead || list.faults.some(fault => fault.file === file), 'no deck, and nothing said of it');
        must(rig.profile.store.content.activeCards().length >= ownCards.length, 'another file’s cards went');
        return isRead ? 'read' : 'refused';
      },
      close: rigs.close,
    };
  },
};

const editor: FuzzedParser = {
  name: 'deck, edited card by card',
  covers: [
    'src-main/services/own/edit.ts',
    'src-main/services/own/card-text.ts',
    'src-main/services/own/texts.ts',
    'src-main/services/exchange/deck-files.ts',
    'src-main/services/exchange/json/own-decks.ts',
  ],
  seeds: () => [Buffer.from(ownDeck), Buffer.from(written)],
  mutate: mutateYaml,
  open: folder => {
    const rigs = openRigs(folder);
    const basic = cardIdSchema.parse('own.basic');
    const steps: ((rig: Rig) => unknown)[] = [
      rig => {
        const { text } = openOwnCard(rig.profile, basic);
        const changed = text.replace('this', 'this one').replace('This', 'That');
        const checked = checkDraft(rig.profile, changed);
        channels['own:check'].output.parse(checked);
        return saveOwnCard(rig.profile, {
          deck: 'own',
          cardId: basic,
          base: text,
          text: checked.lines,
          isText: false,
        });
      },
      rig =>
        saveOwnCard(rig.profile, {
          deck: 'own',
          cardId: null,
          base: null,
          text: 'kind: basic\nask: New?\nanswer: Yes',
          isText: false,
        }),
      rig => removeOwnCard(rig.profile, basic, openOwnCard(rig.profile, basic).text),
      rig =>
        planDeckFiles(rig.profile.ownDecks, {
          id: 'own',
          title: 'Own',
          topic: 'own',
          cards: [cardSchema.parse({ id: 'own.more', kind: 'basic', ask: 'a', answer: 'b' })],
        }),
      rig => {
        const edits = openDeckEdits(rig.profile.ownDecks, new Map([['own.yaml', 'own']]), () => ({
          title: 'Own',
          topic: 'own',
        }));
        edits.putCard(
          'own.yaml',
          'own',
          cardSchema.parse({ id: 'own.more', kind: 'basic', ask: 'a', answer: 'b' }),
        );
        edits.setHead('own', { title: 'Another', topic: 'own' });
        return edits.list();
      },
    ];
    return {
      read(input) {
        const rig = rigs.next();
        const file = path.join(rig.profile.ownDecks, 'own.yaml');
        fs.writeFileSync(file, input);
        syncDecks(rig.profile);
        let refused = 0;
        for (const step of steps) {
          const before = fs.readFileSync(file);
          try {
            step(rig);
          } catch (error) {
            judgeRefusal(error);
            must(fs.readFileSync(file).equals(before), 'refused, and yet written');
            refused++;
          }
        }
        must(fs.readdirSync(rig.profile.ownDecks).length === 1, 'a file was left beside the deck');
        return refused > 2 ? 'refused' : 'read';
      },
      close: rigs.close,
    };
  },
};

const draft: FuzzedParser = {
  name: 'card, as it is written',
  covers: ['src-main/services/own/edit.ts', 'src-main/services/own/card-text.ts'],
  seeds: () =>
    ownCards
      .map(({ id: _id, ...card }) => Buffer.from(JSON.stringify({ kind: 'basic', ...card })))
      .concat(Buffer.from('kind: basic\nask: |\n  Two\n  lines\nanswer: "x" # so')),
  mutate: mutateYaml,
  open: folder => {
    const rigs = openRigs(folder);
    const cardId = cardIdSchema.parse('own.basic');
    let saved = 0;
    return {
      async read(input) {
        const rig = rigs.next();
        const text = input.toString('utf8');
        channels['own:check'].output.parse(checkDraft(rig.profile, text));
        if (++saved % 50 === 0) {
          fs.writeFileSync(path.join(rig.profile.ownDecks, 'own.yaml'), ownDeck);
          syncDecks(rig.profile);
        }
        const kinds = await Promise.all(
          [true, false].map(isText =>
            keepsWhole(rig, () => {
              const { text: base } = openOwnCard(rig.profile, cardId);
              return saveOwnCard(rig.profile, {
                deck: 'own',
                cardId,
                base,
                text: isText ? `id: own.basic\n${text}` : text,
                isText,
              }).kind;
            }).catch(judgeRefusal),
          ),
        );
        must(rig.profile.store.content.activeCards().length === ownCards.length, 'a card went, or came');
        return kinds.includes('saved') ? 'read' : 'refused';
      },
      close: rigs.close,
    };
  },
};

const prompt: FuzzedParser = {
  name: 'mock prompt',
  covers: ['src-main/services/mocks/read-mock.ts'],
  seeds: () => ['chat.yaml', 'news-feed.yaml'].map(name => Buffer.from(builtIn(`mocks/${name}`))),
  mutate: mutateYaml,
  open: () => ({
    read(input) {
      const text = input.toString('utf8');
      const read = readPrompt('prompt.yaml', text);
      if ('faults' in read) {
        must(read.faults.length > 0, 'refused without a fault');
        proveFaults(read.faults, text);
        return 'refused';
      }
      must(promptSchema.safeParse(read.prompt).success, 'a prompt that its schema does not know');
      scoreAttempt(read.prompt, { seed: 1, events: [] });
      return 'read';
    },
    close: () => undefined,
  }),
};

const attempt: FuzzedParser = {
  name: 'mock attempt',
  covers: ['src-main/services/mocks/read-mock.ts'],
  seeds: () => [Buffer.from(JSON.stringify({ seed: 1, events: playBot(readChat(), bots.expert) }, null, 1))],
  mutate: mutateYaml,
  open: folder => {
    const file = path.join(folder, 'attempt.yaml');
    const chat = readChat();
    return {
      read(input) {
        fs.writeFileSync(file, input);
        try {
          const attempt = loadAttempt(file, chat);
          must(attemptSchema.safeParse(attempt).success, 'an attempt that its schema does not know');
          const { total } = scoreAttempt(chat, attempt);
          must(total >= 0 && total <= 100, `a score of ${total}`);
          return 'read';
        } catch (error) {
          return judgeRefusal(error);
        }
      },
      close: () => undefined,
    };
  },
};

export const deckParsers: readonly FuzzedParser[] = [
  deckText,
  defaultsText,
  repair,
  inProfile,
  editor,
  draft,
  prompt,
  attempt,
];

import { formatDeck, type TestCard } from './decks.ts';
import { hostileTexts } from './hostile.ts';
import { probes } from './probes.ts';

/** Texts put together, each on its own lines, into as few as may be, none longer than so many letters. */
function pack(texts: readonly string[], longest: number): string[] {
  const packed: string[] = [];
  for (const text of texts.filter(({ length }) => length <= longest)) {
    const last = packed.at(-1);
    const joined = `${last}\n\n${text}`;
    if (last !== undefined && joined.length <= longest) packed[packed.length - 1] = joined;
    else packed.push(text.trim());
  }
  return packed;
}

const long = pack(hostileTexts, 4000);
const short = pack(hostileTexts, 400);
const tags = pack(hostileTexts, 60).slice(0, 20);
/** What can stand in a gap. */
const gaps = hostileTexts.filter(text => !/[{}]|::|\n/.test(text)).map(text => `{{${text}::${text}}}`);

const take = (n: number): string => long[n % long.length] ?? '';
const cut = (n: number): string => short[n % short.length] ?? '';
/** Without braces, which a scenario's sentences fill in. */
const plain = (n: number): string => {
  const texts = pack(
    hostileTexts.filter(text => !/[{}]/.test(text)),
    300,
  );
  return texts[n % texts.length] ?? '';
};
const back = { reason: take(0), cost: take(1), exception: take(0), say: take(1), tags };

/** A card of each kind with hostile texts in every field, in the order in which they are asked. */
export const hostileCards: readonly TestCard[] = [
  ...long.map((_, n) => ({
    ...back,
    id: `probe.basic-${n}`,
    kind: 'basic',
    ask: take(n),
    answer: take(n + 1),
  })),
  ...pack(gaps, 4000).map((text, n) => ({ ...back, id: `probe.cloze-${n}`, kind: 'cloze', text })),
  {
    ...back,
    id: 'probe.choice',
    kind: 'choice',
    ask: take(1),
    options: [
      { text: cut(0), right: true },
      ...[1, 2, 3, 4].map(n => ({ text: cut(n), right_if: cut(n + 4) })),
    ],
  },
  { ...back, ...probes.number, ask: take(0), unit: '<img src=x onerror=canary=1>' },
  {
    ...back,
    ...probes.contrast,
    ask: take(1),
    decides: take(0),
    between: [9, 10].map(n => ({ name: cut(n), pick_when: cut(n + 2) })),
  },
  {
    ...back,
    ...probes.scenario,
    title: plain(0),
    ask: plain(1),
    products: probes.scenario.products.map(({ words }, n) => ({
      name: plain(n),
      opening: plain(n + 2),
      words: { ...words, act: plain(n + 4) },
    })),
    facts: {
      freshness_s: probes.scenario.facts.freshness_s.map(({ any }, n) => ({
        any,
        say: `${plain(n)} {act} {v}`,
      })),
    },
  },
];

/** Their deck, whose name is hostile too. */
export function formatHostileDeck(): string {
  return formatDeck(hostileCards, { deck: 'probe' }).replace(
    /^title: .*/m,
    () => `title: ${JSON.stringify(cut(0))}`,
  );
}

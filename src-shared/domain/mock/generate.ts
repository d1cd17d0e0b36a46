import { createRandom, hash32, type Random } from '../random.ts';
import { decisionIds } from '../rules/decisions.ts';
import { capitalize, joinClauses } from '../rules/describe.ts';
import { drawMenu, drawNumbers, stateFacts } from './generate/assemble.ts';
import { listContradictions } from './generate/contradictions.ts';
import { drawFacts } from './generate/draw.ts';
import { type Product, type Role, roles } from './generate/product.ts';
import { products } from './generate/products.ts';
import {
  type Candidate,
  type Draft,
  fewestTurned,
  listCandidates,
  listKeys,
  type Quota,
  selectPairs,
} from './generate/select.ts';
import { type TwistKind, twistKinds } from './generate/twists.ts';
import type { Level, Prompt } from './prompt.ts';

/** Raised whenever the same seed would give another prompt. */
export const generatorVersion = 2;

/** What a prompt of a length is made of. */
const forms = {
  35: { parts: 4, pairs: [10, 11, 12, 13, 14], mostPerPart: 5, twists: 2, numbers: 4, telling: [5, 6, 7, 8] },
  12: { parts: 3, pairs: [5, 6], mostPerPart: 3, twists: 1, numbers: 2, telling: [4, 5] },
} as const;

const QUESTIONS = 14;

/** The default is best in a share of the decisions between these. */
const defaultShare = { least: 0.3, most: 0.45 };

/** A draw that comes to nothing is drawn anew, so often at most. */
const MOST_DRAWS = 1_000;

/** What a generated prompt is asked to be. */
export type GenerateOptions = { minutes: Prompt['minutes']; level: Level };

/**
 * Makes a prompt from a seed: the same seed, length and version give the same prompt, whose facts decide every
 * scored pair at every stage, clear of the limits. The level changes nothing else.
 */
export function generatePrompt(seed: number, { minutes, level }: GenerateOptions): Prompt {
  const random = createRandom(hash32(`${generatorVersion} ${minutes} ${seed}`));
  for (let draw = 0; draw < MOST_DRAWS; draw++) {
    const content = drawContent(minutes, random);
    if (content)
      return { id: `generated-${generatorVersion}-${minutes}-${seed}`, minutes, level, ...content };
  }
  throw new RangeError(`seed ${seed} leads to no prompt`);
}

type Content = Omit<Prompt, 'id' | 'minutes' | 'level'>;

function drawContent(minutes: Prompt['minutes'], random: Random): Content | null {
  const form = forms[minutes];
  const product = random.pick(products);
  const drawn = drawParts(product, form.parts, random);
  const told = drawTwists(drawn, form.twists, random);
  if (!told) return null;
  const { drafts, candidates, kinds } = told;
  const pairs = selectPairs(candidates, form.twists, drawQuota(form, random), random);
  if (!pairs) return null;
  const numbers = drawNumbers(drafts, form.numbers, random);
  const { facts, twists } = stateFacts(drafts, pairs, numbers, kinds, random);
  const size = { questions: QUESTIONS, telling: random.pick(form.telling) };
  const menu = drawMenu(drafts, pairs, facts, size, random);
  if (!menu) return null;
  return {
    title: product.title,
    opening: writeOpening(product, drafts),
    parts: drafts.map(({ words }) => ({ id: words.id, name: capitalize(words.doing) })),
    facts,
    menu,
    numbers,
    twists,
    score: listScore(drafts, pairs),
  };
}

/** Parts of different kinds, in the order of the kinds; one of them piles up records, for the arithmetic. */
function drawParts(product: Product, count: number, random: Random): Draft[] {
  const others = random.shuffle(roles.filter(role => role !== 'log')).slice(0, count - 1);
  const chosen: Role[] = roles.filter(role => role === 'log' || others.includes(role));
  return chosen.map(role => {
    const words = product.parts[role];
    return { role, words, stages: [drawFacts(role, words, random)] };
  });
}

type Told = { drafts: readonly Draft[]; candidates: readonly Candidate[]; kinds: readonly TwistKind[] };

/** Adds twists that turn enough and leave something tempting; null where no two of them do. */
function drawTwists(start: readonly Draft[], count: number, random: Random): Told | null {
  let told: Told = { drafts: start, candidates: start.flatMap(listCandidates), kinds: [] };
  for (const kind of random.shuffle(twistKinds)) {
    if (told.kinds.length === count) break;
    if (told.kinds.some(other => other.family !== undefined && other.family === kind.family)) continue;
    told = tryTwist(told, kind) ?? told;
  }
  return told.kinds.length === count ? told : null;
}

function tryTwist({ drafts: before, kinds }: Told, kind: TwistKind): Told | null {
  const drafts = before.map(draft => applyTwist(draft, kind));
  // Only a part that the twist touches can turn or tempt, so the others need not be looked at to refuse it.
  const touched = drafts.filter(({ stages }) => stages.at(-1) !== stages.at(-2));
  if (!isEnough(touched.flatMap(listCandidates), kinds.length)) return null;
  if (touched.some(({ stages }) => listContradictions(stages.at(-1) ?? {}).length > 0)) return null;
  const candidates = drafts.flatMap(listCandidates);
  const holds = [...kinds, kind].every((_, twist) => isEnough(candidates, twist));
  return holds ? { drafts, candidates, kinds: [...kinds, kind] } : null;
}

/** Whether a twist turns enough and leaves something tempting. */
function isEnough(candidates: readonly Candidate[], twist: number): boolean {
  const turned = candidates.filter(one => one.turned[twist]);
  return turned.length >= fewestTurned && candidates.some(one => one.tempted[twist]);
}

function applyTwist(draft: Draft, kind: TwistKind): Draft {
  const facts = draft.stages.at(-1) ?? {};
  const changed = kind.changes[draft.role]?.(facts, draft.words.keys ?? []) ?? {};
  const next = Object.keys(changed).length === 0 ? facts : { ...facts, ...changed };
  return { ...draft, stages: [...draft.stages, next] };
}

function drawQuota(form: { pairs: readonly number[]; mostPerPart: number }, random: Random): Quota {
  const pairs = random.pick(form.pairs);
  const least = Math.ceil(pairs * defaultShare.least);
  const most = Math.floor(pairs * defaultShare.most);
  return { pairs, defaults: least + random.int(most - least + 1), mostPerPart: form.mostPerPart };
}

/** The pairs in the order of the board: by part, and in it as an interview meets the decisions. */
function listScore(drafts: readonly Draft[], pairs: readonly Candidate[]): Prompt['score'] {
  return drafts.flatMap(draft => {
    const own = pairs.filter(one => one.draft === draft);
    return own
      .map(({ decision }) => ({
        part: draft.words.id,
        decision,
        ...(decision === 'shard-key' ? { keys: listKeys(draft.words) } : {}),
      }))
      .sort((a, b) => decisionIds.indexOf(a.decision) - decisionIds.indexOf(b.decision));
  });
}

function writeOpening(product: Product, drafts: readonly Draft[]): string {
  const doings = joinClauses(drafts.map(({ words }) => words.doing));
  return `Design ${product.design}. Today we discuss ${doings}. I will tell you some of the facts; ask me for the rest.`;
}

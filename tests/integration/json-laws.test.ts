import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProfile } from '../../src-main/services/check.ts';
import { syncDecks } from '../../src-main/services/decks/sync.ts';
import { locateMedia } from '../../src-main/services/media.ts';
import { createInterviews } from '../../src-main/services/mocks/interview.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { formatDeck, makeCards, writeDeck } from '../helpers/decks.ts';
import { bringBack, takeOut } from '../helpers/exports.ts';
import {
  cardsNeeded,
  describeProfile,
  history,
  type Life,
  type Step,
  takeStep,
} from '../helpers/histories.ts';
import { at, makeFolder, openTestProfile, reopen } from '../helpers/profile.ts';
import { countRuns } from '../helpers/runs.ts';

const birth = at('2026-11-24T08:00:00+01:00');
/** The built-in decks take no part. */
const noDecks = path.join(import.meta.dirname, 'none');
const numRuns = countRuns(6);

/** What one device does, beside its history: edits of its own decks, a picture, a mock interview. */
type Device = {
  steps: Step[];
  /** Answers written into cards, in the order of the edits. */
  edits: { card: number; answer: string }[];
  title: string;
  picture: string | null;
  mock: boolean;
};

const device: fc.Arbitrary<Device> = fc.record({
  steps: history(12),
  edits: fc.array(
    fc.record({
      card: fc.integer({ min: 1, max: cardsNeeded + 1 }),
      answer: fc.oneof(
        fc.constantFrom('So.', '*Why*: no', '# not a comment', 'it\'s "quoted": yes'),
        fc.string({ minLength: 1, maxLength: 12 }),
      ),
    }),
    { maxLength: 3 },
  ),
  title: fc.constantFrom('One', 'Eins'),
  picture: fc.option(fc.constantFrom('red', 'green')),
  mock: fc.boolean(),
});

function openNew(now: Instant): Profile {
  return openTestProfile(makeFolder(), now, noDecks);
}

/** Lives a device's life on real files, closes it, and opens it again. */
function live({ steps, edits, title, picture, mock }: Device): Profile {
  const dir = makeFolder();
  const cards = makeCards(cardsNeeded).map(card => ({ ...card }));
  writeDeck(dir, 'one.yaml', formatDeck(cards));
  let life: Life = { profile: openTestProfile(dir, birth, noDecks), now: birth };
  for (const step of steps) life = takeStep(life, step);
  for (const { card, answer } of edits) {
    const text = answer.trim() === '' ? 'x' : answer;
    const found = cards.find(({ id }) => id === `one.${card}`);
    if (found) Object.assign(found, { answer: text });
    else cards.push({ id: `one.${card}`, kind: 'basic', ask: 'New?', answer: text });
    life.now = { ...life.now, atMs: life.now.atMs + 60_000 };
    life.profile = reopen(life.profile, life.now);
    writeDeck(dir, 'one.yaml', formatDeck(cards).replace('The deck test', title));
    syncDecks(life.profile);
  }
  if (picture) {
    fs.mkdirSync(locateMedia(dir));
    fs.writeFileSync(path.join(locateMedia(dir), 'lamp.gif'), `GIF89a ${picture}`);
  }
  if (mock) {
    const source = { kind: 'generated', seed: 7, minutes: 12 } as const;
    const interviews = createInterviews(life.profile);
    const state = interviews.start({ source, level: 'guided', mode: 'strict' }, life.now);
    if (state.kind === 'running') interviews.submit(state.view.attemptId, life.now);
  }
  return reopen(life.profile, life.now);
}

/** The export of a new profile after these exports were brought in, one after the other. */
function merge(...exports: readonly string[]): string {
  const profile = openNew(birth);
  for (const text of exports) bringBack(profile, text);
  const again = reopen(profile, birth);
  expect(checkProfile(again).faults).toEqual([]);
  const merged = takeOut(again);
  again.close();
  return merged;
}

/** Runs a property over three devices' exports. */
function forThree(check: (exports: [string, string, string], profiles: Profile[]) => void): void {
  fc.assert(
    fc.property(fc.tuple(device, device, device), devices => {
      const profiles = devices.map(live);
      const [a = '', b = '', c = ''] = profiles.map(takeOut);
      check([a, b, c], profiles);
      for (const profile of profiles) profile.close();
    }),
    { numRuns },
  );
}

// Real files, opened and closed hundreds of times.
describe('exports of several devices', { timeout: 120_000 }, () => {
  test('come back as the same bytes, and as the same state', () => {
    forThree(([a], [profile]) => {
      expect(merge(a)).toBe(a);
      const copy = openNew(birth);
      bringBack(copy, a);
      if (profile) expect(describeProfile(copy)).toEqual(describeProfile(profile));
      copy.close();
    });
  });

  test('merge commutatively and idempotently', () => {
    forThree(([a, b]) => {
      const both = merge(a, b);
      expect(merge(b, a)).toBe(both);
      expect(merge(a, b, a, b)).toBe(both);
    });
  });

  test('merge associatively, and into a profile that lives', () => {
    forThree(([a, b, c], [, , third]) => {
      const all = merge(merge(a, b), c);
      expect(merge(a, merge(b, c))).toBe(all);
      if (!third) return;
      bringBack(third, a);
      bringBack(third, b);
      expect(takeOut(third)).toBe(all);
      expect(checkProfile(third).faults).toEqual([]);
    });
  });

  test('no event is lost or doubled', () => {
    const ids = (text: string): string[] =>
      (JSON.parse(text) as { events: { id: string }[] }).events.map(({ id }) => id);
    forThree(([a, b]) => {
      const merged = ids(merge(a, b));
      expect(new Set(merged).size).toBe(merged.length);
      expect(new Set(merged)).toEqual(new Set([...ids(a), ...ids(b)]));
    });
  });
});

import fc from 'fast-check';
import { changeCard } from '../../src-main/services/cards.ts';
import type { Profile } from '../../src-main/services/profile.ts';
import { changeSettings } from '../../src-main/services/settings.ts';
import { defaultSettings } from '../../src-shared/domain/default-settings.ts';
import { defaultWeights } from '../../src-shared/domain/memory.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import type { Rating } from '../../src-shared/domain/rating.ts';
import type { Settings } from '../../src-shared/domain/settings.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { CardChange } from '../../src-shared/ipc/contract.ts';
import { answer, reopen } from './profile.ts';

/** One thing that happens to a profile. */
export type Step =
  | { kind: 'answer'; card: string; rating: Rating }
  | { kind: 'practise'; card: string; rating: Rating }
  | { kind: 'change'; card: string; change: CardChange }
  | { kind: 'settings'; change: Partial<Settings> }
  | { kind: 'parameters'; factor: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** Time goes on by so many minutes; negative where the clock is set back. */
  | { kind: 'wait'; minutes: number }
  | { kind: 'travel'; offsetMin: number }
  | { kind: 'reopen' };

export type Life = { profile: Profile; now: Instant };

/** How many cards the profiles of these histories need. */
export const cardsNeeded = 4;

const card = fc.integer({ min: 1, max: cardsNeeded }).map(n => `one.${n}`);
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);

const change: fc.Arbitrary<CardChange> = fc.oneof(
  fc.record({ kind: fc.constant('suspend' as const), on: fc.boolean() }),
  fc.constant({ kind: 'bury' as const }),
  fc.record({ kind: fc.constant('flag' as const), flag: fc.nat(4) }),
  fc.constant({ kind: 'forget' as const }),
  fc.record({ kind: fc.constant('setDue' as const), inDays: fc.nat(400) }),
  fc.constant({ kind: 'known' as const }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.constantFrom('a', 'b'), on: fc.boolean() }),
  fc.record({ kind: fc.constant('note' as const), text: fc.string({ maxLength: 20 }) }),
);

const settings: fc.Arbitrary<Partial<Settings>> = fc.oneof(
  fc.record({ dayStartHour: fc.integer({ min: 0, max: 23 }) }),
  fc.record({ desiredRetention: fc.constantFrom(0.8, 0.9, 0.95), newPerDay: fc.nat(5) }),
  fc.record({ learningStepsMin: fc.constantFrom<number[]>([], [1], [1, 10], [2, 20, 300]) }),
  fc.record({ relearningStepsMin: fc.constantFrom<number[]>([], [10], [5, 700]) }),
  fc.record({
    interviewDate: fc.constantFrom(null, '2026-11-25', '2027-01-10'),
    minutesPerDay: fc.constantFrom(5, 30),
  }),
  fc.record({ maximumIntervalDays: fc.constantFrom(1, 30, 365), leechLapses: fc.constantFrom(2, 8) }),
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('answer' as const), card, rating }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('practise' as const), card, rating }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), card, change }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), change: settings }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('parameters' as const), factor: fc.constantFrom(0.9, 1.1) }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'redo' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.oneof(
        fc.constantFrom(1, 11, 1440, 4320, 43_200, -60, -2880),
        fc.integer({ min: 0, max: 3000 }),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('travel' as const),
      offsetMin: fc.constantFrom(-480, 0, 60, 345, 840),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
);

/** Any history of up to so many steps. */
export const history = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(anyStep, { minLength: 1, maxLength });

/** Takes one step. What a person may not do now (a card that is not new is not "known already") is refused and goes on. */
export function takeStep(life: Life, step: Step): Life {
  const { profile, now } = life;
  switch (step.kind) {
    case 'answer':
      answer(profile, step.card, step.rating, now);
      return life;
    case 'practise':
      answer(profile, step.card, step.rating, now, {
        session: { kind: 'extra', scope: { kind: 'all' }, startedAtMs: now.atMs, minutes: null },
      });
      return life;
    case 'change':
      try {
        changeCard(profile, step.card, step.change, now);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
      return life;
    case 'settings':
      changeSettings(profile, step.change, now);
      return life;
    case 'parameters':
      profile.journal.commit(now, [
        { type: 'parameters', weights: defaultWeights.map(weight => weight * step.factor) },
      ]);
      return life;
    case 'undo':
    case 'redo':
      profile.journal[step.kind](now);
      return life;
    case 'wait':
      return { profile, now: { ...now, atMs: now.atMs + step.minutes * 60_000 } };
    case 'travel':
      return { profile, now: { ...now, offsetMin: step.offsetMin } };
    case 'reopen':
      return { profile: reopen(profile, now), now };
  }
}

/** Everything that a person would see of a profile's progress, for comparison. Cards as new as ever are left out. */
export function describeProfile({ store, journal }: Profile): unknown {
  const states = [...store.states.all()].filter(({ state }) => state.chain !== 0 || hasMarks(state));
  return {
    states,
    settings: { ...defaultSettings, ...journal.settings() },
    weights: store.settings.all().get('weights') ?? null,
  };
}

function hasMarks(state: {
  suspended: boolean;
  buriedUntil: unknown;
  flag: number;
  tags: readonly string[];
  note: string;
}): boolean {
  return (
    state.suspended ||
    state.buriedUntil !== null ||
    state.flag !== 0 ||
    state.tags.length > 0 ||
    state.note !== ''
  );
}

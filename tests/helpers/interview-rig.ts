import { onTestFinished } from 'vitest';
import type { Clock } from '../../src-main/clock.ts';
import { answerCall } from '../../src-main/ipc/answer.ts';
import { createHandlers, runHandler } from '../../src-main/ipc/handlers.ts';
import { createInterviews, type Interviews } from '../../src-main/services/mocks/interview.ts';
import { openProfile, type Profile } from '../../src-main/services/profile.ts';
import { createRounds, type Rounds } from '../../src-main/services/rounds/rounds.ts';
import type { Act } from '../../src-shared/domain/mock/attempt.ts';
import type { Channel, Input, Output, Result } from '../../src-shared/ipc/contract.ts';
import type { MockView } from '../../src-shared/ipc/mock-contract.ts';
import { at, builtInDecks, makeFolder } from './profile.ts';
import { giveReadDecks } from './read-decks.ts';
import { makeShell } from './shell.ts';

/** The moment at which a rig begins. */
export const begun = at('2026-11-24T08:00:00+01:00');

/**
 * The handlers on a real profile with the built-in decks, under a clock that a test drives: `pass` lets time go by,
 * `setWall` changes the system's clock alone.
 */
export class InterviewRig {
  profile!: Profile;
  interviews!: Interviews;
  rounds!: Rounds;
  readonly logged: unknown[] = [];
  private readonly dir = makeFolder();
  private wallMs = begun.atMs;
  private evenMs = 0;
  private handlers!: ReturnType<typeof createHandlers>;

  constructor() {
    this.open();
    onTestFinished(() => this.profile.close());
  }

  readonly clock: Clock = {
    now: () => ({ atMs: this.wallMs, offsetMin: begun.offsetMin }),
    monotonicMs: () => this.evenMs,
  };

  /** Time goes by, in minutes and seconds. */
  pass(minutes: number, seconds = 0): void {
    const ms = (minutes * 60 + seconds) * 1000;
    this.wallMs += ms;
    this.evenMs += ms;
  }

  /** Somebody sets the system's clock, by minutes. */
  setWall(byMinutes: number): void {
    this.wallMs += byMinutes * 60_000;
  }

  /** The process ends without a word, and another opens the profile after some minutes. */
  reopen(afterMinutes = 0): void {
    this.profile.close();
    this.wallMs += afterMinutes * 60_000;
    // Another process counts from another moment.
    this.evenMs = 7;
    this.open();
  }

  /** A second of the window's timer. True where an interview ended. */
  tick(): boolean {
    return this.interviews.tick(this.clock.now());
  }

  call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
    return answerCall(
      () => runHandler(this.handlers, channel, input, this.clock.now()),
      error => this.logged.push(error),
    );
  }

  /** The value of a call that must succeed. */
  async get<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
    const result = await this.call(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${result.problem.message}`);
    return result.value;
  }

  async start(
    mode: 'strict' | 'practice' = 'strict',
    more: Partial<Input<'mocks:start'>> = {},
  ): Promise<MockView> {
    const source = { kind: 'curated', promptId: 'ticket-shop' } as const;
    const state = await this.get('mocks:start', { source, level: 'guided', mode, ...more });
    if (state.kind !== 'running') throw new Error('over at once');
    return state.view;
  }

  /** The view of an interview that runs. */
  async view(attemptId: string): Promise<MockView> {
    const state = await this.get('mocks:view', { attemptId });
    if (state.kind !== 'running') throw new Error('over');
    return state.view;
  }

  async act(attemptId: string, act: Act): Promise<MockView> {
    const state = await this.get('mocks:act', { attemptId, act });
    if (state.kind !== 'running') throw new Error('over');
    return state.view;
  }

  /** All that the log and its tables hold. */
  snapshot(): unknown {
    const { store } = this.profile;
    return {
      log: [...store.log.scan()],
      mocks: store.mocks.all(),
      rounds: store.rounds.all(),
      states: [...store.states.all()],
    };
  }

  private open(): void {
    giveReadDecks(this.dir);
    this.profile = openProfile({
      dir: this.dir,
      builtInDecks,
      clock: this.clock,
      kind: 'app',
      whenHeld: 'refuse',
    });
    this.interviews = createInterviews(this.profile);
    this.interviews.settle(this.clock.now());
    this.rounds = createRounds(this.profile);
    this.rounds.settle(this.clock.now());
    this.handlers = createHandlers(this.profile, makeShell(), this.interviews, this.rounds);
  }
}

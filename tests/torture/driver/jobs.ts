import path from 'node:path';
import { createHandlers, runHandler } from '../../../src-main/ipc/handlers.ts';
import { makeBackupNow, putBack } from '../../../src-main/services/backups/backups.ts';
import { exportFile } from '../../../src-main/services/exchange/export.ts';
import { importFile } from '../../../src-main/services/exchange/import.ts';
import { readAttempt } from '../../../src-main/services/mocks/attempts.ts';
import type { Profile } from '../../../src-main/services/profile.ts';
import { deckIdSchema } from '../../../src-shared/domain/deck/card-schema.ts';
import { cardIdSchema } from '../../../src-shared/domain/ids.ts';
import type { Act } from '../../../src-shared/domain/mock/attempt.ts';
import type { Random } from '../../../src-shared/domain/random.ts';
import { ratings } from '../../../src-shared/domain/rating.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { Channel, Input, Output } from '../../../src-shared/ipc/contract.ts';
import { bots, playBot } from '../../helpers/mock-bots.ts';
import { makeShell } from '../../helpers/shell.ts';
import type { JobName } from './protocol.ts';

/** What a job works with. */
export type Context = {
  profile: Profile;
  target: string;
  random: Random;
  now(): Instant;
  /** Lets time go by, in minutes. */
  pass(minutes: number): void;
};

/** One operation: what it made, and whether another can follow. */
type Step = () => Promise<Stepped>;
type Stepped = { made: string | null; more: boolean };

const done: Stepped = { made: null, more: true };
const over: Stepped = { made: null, more: false };
const today = { kind: 'today' } as const;

type Call = <C extends Channel>(channel: C, input: Input<C>) => Promise<Output<C>>;

/** Calls as the window does, but for the border between the processes. */
function makeCall({ profile, now }: Context): Call {
  const handlers = createHandlers(profile, makeShell());
  return (channel, input) => runHandler(handlers, channel, input, now());
}

/** Answers today's cards, one an operation, and goes on with the next day. */
function answerCards(context: Context): Step {
  const call = makeCall(context);
  return async () => {
    // Where nothing comes for so long, nothing will.
    for (let days = 0; days < 60; days++) {
      context.pass(1);
      const next = await call('review:next', { session: today, learnAhead: true });
      if (next.kind !== 'card') {
        context.pass(24 * 60);
        continue;
      }
      const { cardId, surfaceSeed } = next.card;
      const rating = context.random.pick(Object.values(ratings));
      const answer = { session: today, cardId, rating, surfaceSeed, takenMs: 4000 };
      await call('review:answer', { ...answer, response: null, confidence: null });
      return done;
    }
    return done;
  };
}

/** Answers, takes back, does again, changes settings, in a drawn order. */
function undoThings(context: Context): Step {
  const call = makeCall(context);
  const answer = answerCards(context);
  return async () => {
    context.pass(1);
    switch (context.random.int(5)) {
      case 0:
      case 1:
        await call('history:undo', { session: today });
        return done;
      case 2:
        await call('history:redo', { session: today });
        return done;
      case 3:
        await call('settings:set', { newPerDay: 10 + context.random.int(50) });
        return done;
      default:
        return answer();
    }
  };
}

/** Takes generated interviews from start to submission: an act or a note an operation. */
function takeMocks(context: Context): Step {
  const call = makeCall(context);
  const { profile, random } = context;
  let open: { attemptId: string; acts: Act[] } | null = null;
  return async () => {
    context.pass(0.05);
    if (open === null) {
      const left = (await call('mocks:list', {})).open;
      // An operation of its own: it is one transaction, and so is the start.
      if (left) {
        await call('mocks:submit', { attemptId: left.attemptId });
        return done;
      }
      const source = { kind: 'generated', seed: random.int(1000), minutes: 12 } as const;
      const state = await call('mocks:start', { source, level: 'guided', mode: 'practice' });
      const attemptId = state.kind === 'running' ? state.view.attemptId : state.attemptId;
      const { prompt } = readAttempt(profile, attemptId).start;
      const acts = playBot(prompt, { ...bots.expert, knowsCosts: false }).flatMap(event => {
        const { atMs: _, ...act } = event;
        return act.type === 'submit' || act.type === 'pause' || act.type === 'resume' ? [] : [act];
      });
      open = { attemptId, acts };
      return done;
    }
    const { attemptId } = open;
    if (random.int(4) === 0) {
      await call('mocks:note', { attemptId, text: `Written at ${context.now().atMs}.` });
      return done;
    }
    const act = open.acts.shift();
    if (act) await call('mocks:act', { attemptId, act });
    else {
      await call('mocks:submit', { attemptId });
      open = null;
    }
    return done;
  };
}

/** Writes all formats in turn; each file is written over again and again. */
function exportAll({ profile, target, now, pass }: Context): Step {
  const formats = { json: 'all.json', apkg: 'all.apkg', csv: 'all.zip', report: 'all.html' } as const;
  let turn = 0;
  return async () => {
    pass(1);
    const entries = Object.entries(formats);
    const [format, name] = entries[turn++ % entries.length] ?? ['json', formats.json];
    const made = path.join(target, name);
    exportFile(profile, format, made, now());
    return { made, more: true };
  };
}

/** Answers a card, and backs the profile up. */
function backUp(context: Context): Step {
  const answer = answerCards(context);
  return async () => {
    await answer();
    return { made: makeBackupNow(context.profile, 'hand', context.now()), more: true };
  };
}

/** Writes cards of the person's own anew, one an operation; what is made is the card and the answer that it now has. */
function editCards(context: Context): Step {
  const call = makeCall(context);
  const { random } = context;
  return async () => {
    const cardId = cardIdSchema.parse(`one.${1 + random.int(20)}`);
    const opened = await call('own:open', { cardId });
    const answer = `Written ${random.int(1_000_000)}.`;
    const text = JSON.stringify({ ...opened.card, answer });
    const deck = deckIdSchema.parse(opened.deck.id);
    const saved = await call('own:save', { deck, cardId, base: opened.text, text, isText: false });
    if (saved.kind !== 'saved') throw new Error(`${cardId} was not saved: ${saved.kind}`);
    return { made: `${cardId} ${answer}`, more: true };
  };
}

/** Every job: it makes of a context what does one operation. */
export const jobs: Record<JobName, (context: Context) => Step> = {
  /** The operation is the opening, which is over by now. */
  open: () => async () => over,
  answer: answerCards,
  undo: undoThings,
  mock: takeMocks,
  import:
    ({ profile, target, now }) =>
    async () => {
      importFile(profile, target, now());
      return over;
    },
  export: exportAll,
  backup: backUp,
  restore:
    ({ profile, target }) =>
    async () => {
      putBack(profile, target);
      return over;
    },
  edit: editCards,
};

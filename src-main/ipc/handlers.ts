import type { z } from 'zod';
import { product } from '../../src-shared/domain/product.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import { type Channel, channels } from '../../src-shared/ipc/contract.ts';
import { listBackups } from '../services/backups/backups.ts';
import { type BackupKeeper, createBackupKeeper } from '../services/backups/keeper.ts';
import { changeCards, findCards, listFoundIds } from '../services/browse.ts';
import { changeCard, locateSource, readCardDetail, reportCard } from '../services/cards.ts';
import { listDeckFiles, repairDeck } from '../services/decks/list.ts';
import { createExchange, type Exchange, type Places } from '../services/exchange/exchange.ts';
import { createFitJob } from '../services/fit.ts';
import { addPicture } from '../services/media.ts';
import { createInterviews, type Interviews } from '../services/mocks/interview.ts';
import { settleConflict } from '../services/own/conflicts.ts';
import { beginOwnDeck, checkDraft, openOwnCard, removeOwnCard, saveOwnCard } from '../services/own/edit.ts';
import { framePlan } from '../services/plan.ts';
import type { Profile } from '../services/profile.ts';
import { locateDatabase } from '../services/profile-folder.ts';
import { createReading } from '../services/reading.ts';
import { readDefault, readReference } from '../services/reference.ts';
import { answerCard, readNext, stepSession } from '../services/review.ts';
import { createRounds, type Rounds } from '../services/rounds/rounds.ts';
import { changeSettings } from '../services/settings.ts';
import { frameCount, readTallied } from '../services/statistics.ts';
import { readToday } from '../services/today.ts';
import { parseInput } from './answer.ts';
import type { Handlers, Inputs, Outputs } from './handler-types.ts';
import { createMockHandlers } from './mock-handlers.ts';
import { createProfileHandlers, type ProfileShell } from './profile-handlers.ts';
import { createRoundHandlers } from './round-handlers.ts';

/** What handlers need of Electron, given to them so that they can run without it. */
export type Shell = Places & ProfileShell & { version: string };

/** The contract again, in the form that lets the compiler see that a channel's two schemas belong together. */
const schemas: { [C in Channel]: { input: z.ZodType<Inputs[C]>; output: z.ZodType<Outputs[C]> } } = channels;

/** One handler a channel: take the parsed input, call a service, answer. */
export function createHandlers(
  profile: Profile,
  shell: Shell,
  interviews: Interviews = createInterviews(profile),
  rounds: Rounds = createRounds(profile),
  backups: BackupKeeper = createBackupKeeper(profile),
  exchange: Exchange = createExchange(profile, shell),
): Handlers {
  const fit = createFitJob(profile);
  const count = createReading(profile, 'count');
  const plan = createReading(profile, 'plan');
  const file = (): string => locateDatabase(profile.dir);
  return {
    ...createMockHandlers(profile, interviews),
    ...createRoundHandlers(rounds),
    ...createProfileHandlers(profile, shell, backups),
    'app:info': () => ({
      ...product,
      version: shell.version,
      profile: profile.dir,
      ownDecks: profile.ownDecks,
      settings: profile.journal.settings(),
    }),
    'today:get': (_input, at) => readToday(profile, at),
    'plan:get': async (_input, at) => {
      const frame = framePlan(profile, at);
      return { plan: frame && (await plan({ ...frame, file: file() })) };
    },
    'extra:begin': (choice, at) => ({ kind: 'extra', ...choice, startedAtMs: at.atMs }),
    'review:next': ({ session, learnAhead }, at) => readNext(profile, session, at, learnAhead),
    'review:answer': (answer, at) => {
      answerCard(profile, answer, at);
      return readNext(profile, answer.session, at, false);
    },
    'card:change': ({ session, cardId, change }, at) => {
      changeCard(profile, cardId, change, at);
      return readNext(profile, session, at, false);
    },
    'card:get': ({ cardId }, at) => {
      const { card, log, history } = readCardDetail(profile, cardId, at);
      return { card, log, history };
    },
    'card:open-source': async ({ cardId }) => {
      const { path } = locateSource(profile, cardId);
      await shell.openPath(path);
      return { path };
    },
    'card:report': ({ cardId, text }, at) => ({ path: reportCard(profile, cardId, text, at) }),
    'history:undo': ({ session }, at) => stepSession(profile, session, 'undo', at),
    'history:redo': ({ session }, at) => stepSession(profile, session, 'redo', at),
    'decks:list': () => listDeckFiles(profile),
    'decks:repair': ({ file }) => ({ repaired: repairDeck(profile, file) }),
    'decks:settle': ({ entry, clock, use }) => {
      settleConflict(profile, entry, clock, use);
      return {};
    },
    'decks:open-folder': async () => {
      await shell.openPath(profile.ownDecks);
      return {};
    },
    'fit:begin': () => fit.begin(),
    'fit:get': () => fit.state(),
    'fit:cancel': () => fit.cancel(),
    'fit:apply': ({ reschedule }, at) => fit.apply(reschedule, at),
    'settings:set': (change, at) => changeSettings(profile, change, at),
    'backups:list': () => ({ ...listBackups(profile), fault: backups.fault() }),
    'backups:create': async (_input, at) => ({ name: await backups.create(at) }),
    'backups:restore': async ({ name }, at) => ({ restored: name, saved: await backups.restore(name, at) }),
    'cards:find': (input, at) => findCards(profile, input, at),
    'cards:ids': (input, at) => ({ ids: listFoundIds(profile, input, at) }),
    'cards:change': ({ on, change }, at) => ({ changed: changeCards(profile, on, change, at) }),
    'exchange:get': () => exchange.state(),
    'exchange:export': ({ format }, at) => exchange.export(format, at),
    'exchange:import': (_input, at) => exchange.import(at),
    'exchange:offer': ({ file }, at) => exchange.offer(file, at),
    'exchange:bring': (_input, at) => exchange.bring(at),
    'exchange:cancel': () => exchange.cancel(),
    'exchange:show': () => {
      exchange.show();
      return {};
    },
    'own:open': ({ cardId }) => openOwnCard(profile, cardId),
    'own:check': ({ text }) => checkDraft(profile, text),
    'own:save': save => saveOwnCard(profile, save),
    'own:remove': ({ cardId, base }) => removeOwnCard(profile, cardId, base),
    'own:begin-deck': ({ title }) => ({ deck: beginOwnDeck(profile, title) }),
    'own:add-picture': ({ content }) => ({ address: `media/${addPicture(profile.dir, content)}` }),
    'defaults:list': (_input, at) => readReference(profile, at),
    'defaults:get': ({ id }, at) => readDefault(profile, id, at),
    'stats:get': (_input, at) => readTallied(profile, at),
    'stats:count': (_input, at) => count({ ...frameCount(profile, at), file: file() }),
  };
}

/** True for the name of a channel in the contract. */
export function isChannel(name: unknown): name is Channel {
  return typeof name === 'string' && Object.hasOwn(channels, name);
}

/** The same call for every channel: input parsed by the contract, output checked by it. Throws what went wrong. */
export async function runHandler<C extends Channel>(
  handlers: Handlers,
  channel: C,
  input: unknown,
  at: Instant,
): Promise<Outputs[C]> {
  const schema = schemas[channel];
  return schema.output.parse(await handlers[channel](parseInput(schema.input, input), at));
}

import fs from 'node:fs';
import path from 'node:path';
import { assertNever } from '../../src-shared/domain/assert-never.ts';
import type { CardState } from '../../src-shared/domain/card-state.ts';
import type { CardView } from '../../src-shared/domain/card-view.ts';
import type { EventBody, LogEvent } from '../../src-shared/domain/events.ts';
import type { CardId } from '../../src-shared/domain/ids.ts';
import { ProblemError } from '../../src-shared/domain/problem.ts';
import { nameRating, ratings } from '../../src-shared/domain/rating.ts';
import { type CardHistory, traceCard } from '../../src-shared/domain/statistics/card-history.ts';
import {
  addDays,
  findStudyDay,
  formatInstant,
  formatStudyDay,
  type Instant,
} from '../../src-shared/domain/study-day.ts';
import { countOf, formatInterval } from '../../src-shared/domain/wording.ts';
import type { CardChange } from '../../src-shared/ipc/contract.ts';
import { findCard, planCard, viewCard } from './card-views.ts';
import { locateDeckFile } from './decks/location.ts';
import type { Profile } from './profile.ts';

/** One line of a card's history. */
export type LogLine = { at: string; text: string; annulled: boolean };

/** Applies a change to a card that is not an answer, as one action. */
export function changeCard(profile: Profile, cardId: string, change: CardChange, at: Instant): void {
  const { card, state } = findCard(profile, cardId);
  profile.journal.commit(at, [planChange(profile, card.cardId, state, change, at)]);
}

/** The event that a change makes of a card. Throws a ProblemError where it cannot be. */
export function planChange(
  profile: Profile,
  cardId: CardId,
  state: CardState,
  change: CardChange,
  at: Instant,
): EventBody {
  const { journal } = profile;
  const today = findStudyDay(at, journal.settings().dayStartHour);
  switch (change.kind) {
    case 'suspend':
      return { type: 'suspend', cardId, on: change.on };
    case 'bury':
      return { type: 'bury', cardId, until: addDays(today, 1) };
    case 'flag':
      return { type: 'flag', cardId, flag: change.flag };
    case 'forget':
      return { type: 'forget', cardId };
    case 'setDue': {
      const memory = state.memory ? null : journal.model().next(null, 0, ratings.good);
      return { type: 'set_due', cardId, dueDay: addDays(today, change.inDays), memory };
    }
    case 'known': {
      if (state.phase !== 'new')
        throw new ProblemError(
          'invalid',
          'Only a new card can be marked as known already.',
          'Answer it instead.',
        );
      const easy = planCard(profile, cardId, state, at)[ratings.easy];
      return {
        type: 'memory_set',
        cardId,
        memory: easy.memory,
        dueDay: easy.dueDay,
        reps: 1,
        lapses: 0,
        source: 'known',
      };
    }
    case 'tag':
      return { type: 'tag', cardId, tag: change.tag, on: change.on };
    case 'note':
      return { type: 'note', cardId, text: change.text };
    default:
      return assertNever(change);
  }
}

/** A card with its state, its log in words with the newest line first, and its history as figures. */
export function readCardDetail(
  profile: Profile,
  cardId: string,
  at: Instant,
): { card: CardView; state: CardState; log: LogLine[]; history: CardHistory } {
  const { card, state } = findCard(profile, cardId);
  const { store, journal } = profile;
  const logged = store.log.ofCard(card.cardId);
  const log = logged
    .map(({ event, effective }) => ({
      at: formatInstant(event.at),
      text: describeEvent(event),
      annulled: !effective,
    }))
    .reverse();
  const history = traceCard(
    logged.flatMap(({ event, effective }) => (effective ? [event] : [])),
    findStudyDay(at, journal.settings().dayStartHour),
    journal.model(),
  );
  return { card: viewCard(profile, card.cardId, at), state, log, history };
}

function describeEvent({ at, body, studyDay: today }: LogEvent): string {
  switch (body.type) {
    case 'answer':
      return `${capitalise(nameRating(body.rating))}, due in ${formatInterval({ at, today, ...body })}`;
    case 'practice':
      return `${capitalise(nameRating(body.rating))} in extra study`;
    case 'forget':
      return 'Forgotten: new again';
    case 'set_due':
      return `Due set to ${formatStudyDay(body.dueDay)}`;
    case 'memory_set':
      return body.source === 'known' ? 'Known already' : 'Memory imported';
    case 'suspend':
      return body.on ? 'Suspended' : 'Unsuspended';
    case 'bury':
      return `Buried until ${formatStudyDay(body.until)}`;
    case 'flag':
      return body.flag === 0 ? 'Flag removed' : `Flag ${body.flag}`;
    case 'tag':
      return body.on ? `Tagged ${body.tag}` : `Tag ${body.tag} removed`;
    case 'note':
      return body.text === '' ? 'Note removed' : `Note of ${countOf(body.text.length, 'character')}`;
    case 'rename':
      return `Renamed from ${body.from}`;
    case 'mark':
      return body.source === 'mock' ? 'Brought back by a mock' : 'Brought back by a round';
    case 'mock_start':
    case 'mock_act':
    case 'mock_note':
    case 'mock_submit':
    case 'mock_contest':
    case 'mock_abandon':
    case 'round_start':
    case 'round_answer':
    case 'round_end':
    case 'loss':
    case 'setting':
    case 'parameters':
    case 'undo':
    case 'redo':
      return body.type;
    default:
      return assertNever(body);
  }
}

/** Where a card's source stands, for an editor. */
export function locateSource(profile: Profile, cardId: string): { path: string; line: number } {
  const { card } = findCard(profile, cardId);
  return { path: locateDeckFile(profile, card.path), line: card.line };
}

/** Writes what a person found wrong with a card to a new file in the profile that they can send; answers with its path. */
export function reportCard(profile: Profile, cardId: string, text: string, at: Instant): string {
  const { card } = findCard(profile, cardId);
  const folder = path.join(profile.dir, 'reports');
  const stamp = formatInstant(at).slice(0, 19).replaceAll(':', '-');
  const content = [
    `# A wrong fact in ${card.cardId}`,
    '',
    `Reported ${formatInstant(at)}. File ${path.basename(card.path)}, line ${card.line}, content ${card.hash}.`,
    '',
    text,
    '',
    '## The card as it was',
    '',
    '```json',
    JSON.stringify(card.content, null, 2),
    '```',
    '',
  ].join('\n');
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let n = 1; ; n++) {
      const file = path.join(folder, `${card.cardId} ${stamp}${n === 1 ? '' : ` ${n}`}.md`);
      if (fs.existsSync(file)) continue;
      fs.writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
      return file;
    }
  } catch {
    throw new ProblemError(
      'read-only',
      `The report could not be written to ${folder}.`,
      'Check the folder and the disk.',
    );
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

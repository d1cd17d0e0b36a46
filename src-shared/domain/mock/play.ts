import type { FactName } from '../facts.ts';
import type { DecisionId, OptionId } from '../rules/decisions.ts';
import { type AttemptEvent, type Confidence, keyOf, keyOfNumber, type PushbackEvent } from './attempt.ts';
import type { OwnNumbers } from './numbers.ts';
import { nameStatement, type Prompt } from './prompt.ts';
import { findStatement, listOpening } from './stage.ts';

/** At most so many questions are answered. */
export const MOST_ASKED = 8;

/** What stands on the board for one pair. */
export type Choice = {
  part: string;
  decision: DecisionId;
  option: OptionId;
  facts: readonly FactName[];
  nothing: boolean;
  confidence: Confidence | null;
  /** The statements that were known when it was last touched. */
  known: ReadonlySet<string>;
  /** The stage in which the option was last chosen. */
  stage: number;
  atMs: number;
};

/** The board at the end of a stage. */
export type Board = ReadonlyMap<string, Choice>;

export type Asked = { question: string; atMs: number; known: ReadonlySet<string> };

/** An attempt as it stood when it was submitted. */
export type Played = {
  /** One board for each stage that was reached, the last at submission. */
  boards: Board[];
  asked: Asked[];
  numbers: ReadonlyMap<string, { value: number; unit: string }>;
  own: ReadonlyMap<string, OwnNumbers>;
  known: ReadonlySet<string>;
  /** The board when the pushbacks are asked: as the twists begin. */
  challenged: Board;
  reachedTwists: boolean;
  answers: readonly PushbackEvent[];
  endedAtMs: number;
};

/** Replays an attempt's events over its prompt. What comes after the submission counts for nothing. */
export function playAttempt(prompt: Prompt, events: readonly AttemptEvent[]): Played {
  let known: ReadonlySet<string> = listOpening(prompt);
  const boards: Map<string, Choice>[] = [new Map()];
  const asked: Asked[] = [];
  const numbers = new Map<string, { value: number; unit: string }>();
  const own = new Map<string, OwnNumbers>();
  const answers: PushbackEvent[] = [];
  let challenged: Board | null = null;
  let reachedTwists = false;
  let endedAtMs = 0;
  const touch = (part: string, decision: DecisionId, at: number, change: Partial<Choice>): void => {
    const stage = boards.length - 1;
    const board = boards[stage];
    const before = board?.get(keyOf(part, decision));
    if (!board || (!before && change.option === undefined)) return;
    const blank = { part, decision, option: '', facts: [], nothing: false, confidence: null, stage };
    // Another option needs a reason of its own.
    const kept = change.option === undefined || change.option === before?.option ? before : undefined;
    board.set(keyOf(part, decision), { ...blank, ...kept, ...change, known, atMs: at });
  };
  for (const event of events) {
    endedAtMs = Math.max(endedAtMs, event.atMs);
    if (event.type === 'submit') break;
    if (isTwists(event) || event.type === 'pushback') challenged ??= new Map(boards.at(-1));
    reachedTwists ||= isTwists(event);
    switch (event.type) {
      case 'ask': {
        const question = prompt.menu.find(({ id }) => id === event.question);
        if (!question || asked.length >= MOST_ASKED) break;
        known = new Set([...known, ...question.reveals]);
        asked.push({ question: event.question, atMs: event.atMs, known });
        break;
      }
      case 'assume': {
        const told = findStatement(prompt, event.part ?? '', event.fact, boards.length - 1);
        if (told !== null) known = new Set([...known, told]);
        break;
      }
      case 'number': {
        numbers.set(keyOfNumber(event), { value: event.value, unit: event.unit });
        const part = event.part ?? '';
        own.set(part, { ...own.get(part), [event.step]: event.value });
        break;
      }
      case 'decide':
      case 'revise':
        touch(event.part, event.decision, event.atMs, { option: event.option, stage: boards.length - 1 });
        break;
      case 'cite':
        touch(event.part, event.decision, event.atMs, { facts: event.facts, nothing: event.nothing });
        break;
      case 'sure':
        touch(event.part, event.decision, event.atMs, { confidence: event.confidence });
        break;
      case 'pushback':
        answers.push(event);
        break;
      case 'twist': {
        const twist = prompt.twists.find(({ id }) => id === event.twist);
        known = new Set([...known, ...(twist?.changes ?? []).map(nameStatement)]);
        boards.push(new Map(boards.at(-1)));
        break;
      }
      default:
        break;
    }
  }
  challenged ??= new Map(boards.at(-1));
  return { boards, asked, numbers, own, known, challenged, reachedTwists, answers, endedAtMs };
}

/** Whether the twists begin here, the latest. */
const isTwists = (event: AttemptEvent): boolean =>
  event.type === 'twist' || (event.type === 'phase' && event.phase === 'twists');

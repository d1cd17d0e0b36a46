import type { CardView } from '../../../src-shared/domain/card-view.ts';
import type { Confidence } from '../../../src-shared/domain/confidence.ts';
import type { Response } from '../../../src-shared/domain/events.ts';
import { type Grade, gradeResponse } from '../../../src-shared/domain/grade.ts';
import type { Counts, Next, Summary } from '../../../src-shared/ipc/contract.ts';

/** How far the day is, beside the card. */
export type Progress = { counts: Counts; answeredToday: number; minutesLeft: number };

/** A card on screen. Before the reveal, `revealed` is false and there is neither response nor grade. */
export type CardStage = {
  stage: 'card';
  card: CardView;
  progress: Progress;
  /** Wall time in ms at which the card appeared. */
  shownAtMs: number;
  confidence: Confidence | null;
  revealed: boolean;
  response: Response | null;
  grade: Grade | null;
};

export type Stage =
  | { stage: 'loading' }
  | CardStage
  /** `deadlineMs` is wall time, so that it holds over a sleep of the machine. */
  | { stage: 'wait'; deadlineMs: number; cards: number }
  | { stage: 'done'; summary: Summary };

/** What the review screen shows. While `busy`, an action is on its way and no other may start. */
export type SessionState = { view: Stage; busy: boolean };

export type SessionAction =
  | { type: 'sent' }
  | { type: 'arrived'; next: Next; atMs: number }
  | { type: 'settled' }
  | { type: 'revealed'; response: Response | null }
  | { type: 'sure'; confidence: Confidence }
  | { type: 'patched'; patch: Partial<Pick<CardView, 'flag' | 'note' | 'tags'>> };

/** Nothing shown yet. */
export const startState: SessionState = { view: { stage: 'loading' }, busy: false };

/** One step of the review screen. Steps that do not fit what is shown change nothing. */
export function reduceSession(state: SessionState, action: SessionAction): SessionState {
  const { view } = state;
  switch (action.type) {
    case 'sent':
      return { ...state, busy: true };
    case 'settled':
      return { ...state, busy: false };
    case 'arrived':
      return { view: showNext(action.next, action.atMs), busy: false };
    case 'revealed': {
      if (view.stage !== 'card' || view.revealed) return state;
      const { response } = action;
      const grade = response && gradeResponse(view.card.body, response);
      return { ...state, view: { ...view, revealed: true, response: grade && response, grade } };
    }
    case 'sure':
      if (view.stage !== 'card' || view.revealed) return state;
      return { ...state, view: { ...view, confidence: action.confidence } };
    case 'patched':
      if (view.stage !== 'card') return state;
      return { ...state, view: { ...view, card: { ...view.card, ...action.patch } } };
  }
}

function showNext(next: Next, atMs: number): Stage {
  switch (next.kind) {
    case 'card': {
      const { card, counts, answeredToday, minutesLeft } = next;
      return {
        stage: 'card',
        card,
        progress: { counts, answeredToday, minutesLeft },
        shownAtMs: atMs,
        confidence: null,
        revealed: false,
        response: null,
        grade: null,
      };
    }
    case 'wait':
      return { stage: 'wait', deadlineMs: atMs + next.waitMs, cards: next.cards };
    case 'done':
      return { stage: 'done', summary: next.summary };
  }
}

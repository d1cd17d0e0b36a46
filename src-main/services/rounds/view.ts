import {
  askDecision,
  judgeQuick,
  type QuickDecision,
  type QuickVerdict,
} from '../../../src-shared/domain/mock/quick.ts';
import { readRound } from '../../../src-shared/domain/mock/read-round.ts';
import { isRight, ROUND_MS, type RoundAnswer } from '../../../src-shared/domain/mock/round-answer.ts';
import { labelOption } from '../../../src-shared/domain/rules/decisions.ts';
import { capitalize } from '../../../src-shared/domain/rules/describe.ts';
import type { Instant } from '../../../src-shared/domain/study-day.ts';
import type { RoundResult, RoundVerdict, RoundView } from '../../../src-shared/ipc/round-contract.ts';
import type { RoundRow } from '../../db/queries/rounds.ts';
import { topicNames } from '../mocks/breakdown.ts';
import { chooseMarked } from '../mocks/marks.ts';
import type { Profile } from '../profile.ts';
import { DIAGNOSTIC_QUESTIONS, findQuestion } from './questions.ts';

/** So many cards a round offers to put first, of whichever defaults. */
const offered = { perDefault: 10, inAll: 10 };

/** Where a round stands, `ranMs` on its own clock after it began. */
export function viewRound(
  profile: Profile,
  round: RoundRow,
  { ranMs, isResting }: { ranMs: number; isResting: boolean },
  at: Instant,
): RoundView {
  const isOver = round.over === 1;
  const question = isOver ? null : findQuestion(round);
  return {
    roundId: round.round_id,
    kind: round.kind,
    of: round.kind === 'diagnostic' ? DIAGNOSTIC_QUESTIONS : null,
    right: round.held,
    leftMs: isOver ? 0 : ROUND_MS - ranMs,
    running: !isOver && !isResting,
    question: question && describeQuestion(question, round.answered),
    result: isOver ? readResult(profile, round, at) : null,
  };
}

function describeQuestion(
  { title, told, decision, ask, options }: QuickDecision,
  index: number,
): RoundView['question'] {
  return { index, title, told: [...told], decision, ask, options: [...options] };
}

function readResult(profile: Profile, round: RoundRow, at: Instant): RoundResult {
  const answers = profile.store.rounds.answers(round.round_id);
  const reading = readRound(answers);
  const marked = profile.store.rounds.marked(round.round_id);
  const cardIds = marked.length > 0 ? marked : chooseMending(profile, round, at);
  return {
    answered: reading.answered,
    right: reading.right,
    unreached: round.kind === 'diagnostic' ? DIAGNOSTIC_QUESTIONS - reading.answered : 0,
    topics: reading.topics.map(one => ({ ...one, title: topicNames[one.topic] })),
    sentence: reading.sentence,
    misses: answers.flatMap((answer, index) => (isRight(answer) ? [] : [describeMiss(round, answer, index)])),
    cards: cardIds.flatMap(id => {
      const card = profile.store.content.card(profile.store.settings.resolve(id));
      return card && !card.retired ? [{ cardId: card.cardId, title: card.title }] : [];
    }),
    mended: marked.length > 0,
  };
}

/** An answer that did not hold. Its question is drawn again, and its reason told only where that is still the same. */
function describeMiss(
  round: RoundRow,
  { decision, option, best }: RoundAnswer,
  index: number,
): RoundResult['misses'][number] {
  const question = findQuestion({ ...round, answered: index });
  const verdict = question && judgeQuick(question, option);
  const label = (id: string): string => capitalize(labelOption(decision, id));
  return {
    index,
    ask: askDecision(decision),
    chosen: label(option),
    best: best.map(label),
    title: question?.title ?? null,
    because: verdict && verdict.best.join() === best.join() ? verdict.because : null,
  };
}

/** The cards that would mend what a round missed, at most ten: a first one of each default before a second. */
export function chooseMending(profile: Profile, round: RoundRow, at: Instant): string[] {
  const { mend } = readRound(profile.store.rounds.answers(round.round_id));
  return chooseMarked(profile, mend, at, offered).map(({ card_id }) => card_id);
}

/** What an answer was worth, as it is shown. */
export function describeVerdict(profile: Profile, verdict: QuickVerdict): RoundVerdict {
  const { standing, best, because, against, flip, defaults } = verdict;
  const names = new Map<string, string>(profile.store.content.defaults().map(({ id, name }) => [id, name]));
  return {
    standing,
    best: [...best],
    because,
    against,
    flip,
    defaults: defaults.map(id => ({ id, name: names.get(id) ?? id })),
  };
}

import type { Rounds } from '../services/rounds/rounds.ts';
import type { Handlers } from './handler-types.ts';

type RoundHandlers = Pick<Handlers, Extract<keyof Handlers, `rounds:${string}`>>;

/** The handlers of rounds of single decisions. */
export function createRoundHandlers(rounds: Rounds): RoundHandlers {
  return {
    'rounds:start': ({ kind }, at) => rounds.start(kind, at),
    'rounds:ask': ({ roundId }, at) => rounds.ask(roundId, at),
    'rounds:view': ({ roundId }, at) => rounds.view(roundId, at),
    'rounds:answer': (answer, at) => rounds.answer(answer, at),
    'rounds:end': ({ roundId }, at) => rounds.end(roundId, at),
    'rounds:mend': ({ roundId }, at) => rounds.mend(roundId, at),
  };
}

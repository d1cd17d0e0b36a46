import { assertNever } from '../../../src-shared/domain/assert-never.ts';
import type { Act, Confidence } from '../../../src-shared/domain/mock/attempt.ts';
import { MOST_CITED } from '../../../src-shared/domain/mock/reasons.ts';
import type { Cell } from '../../../src-shared/ipc/mock-contract.ts';
import type { KeyPress } from '../../components/use-keys.ts';

/** What stands in a cell while it is being decided. A fact group is named by its first fact. */
export type Draft = {
  option: string | null;
  cited: readonly string[];
  nothing: boolean;
  confidence: Confidence | null;
};

/** A decision under way: first the option, then the reason. */
export type Deciding = { step: 'option' | 'reason'; draft: Draft };

/** What a key or a button asks of the decision. */
export type DecidingCommand =
  | { do: 'pick'; option: string }
  | { do: 'cite'; group: string }
  | { do: 'nothing' }
  | { do: 'sure'; confidence: Confidence }
  | { do: 'again' }
  | { do: 'assume' }
  | { do: 'hint' }
  | { do: 'close' };

/** What a command came to: the decision as it stands, what of it is to be recorded, and what to say. */
export type Outcome = { deciding: Deciding; acts: Act[]; closes: boolean; refusal: string | null };

type Citable = Cell['citable'][number];

/**
 * The keys of the facts that may be cited, in their order: the digits, and then letters that mean nothing else while
 * a decision is open.
 */
export const factKeys = '123456789bcdefgjkopqrstuvwxyz';

const sureKeys: Readonly<Record<string, Confidence>> = { l: 'low', m: 'medium', h: 'high' };

/** The name of a group of facts that are cited as one. */
export function nameGroup({ facts }: Citable): string {
  return facts[0] ?? '';
}

/** The decision of a cell as it stands on the board. One that has an option goes on with its reason. */
export function beginDeciding({ choice, citable }: Cell): Deciding {
  if (!choice)
    return { step: 'option', draft: { option: null, cited: [], nothing: false, confidence: null } };
  const cited = citable.filter(({ facts }) => facts.some(fact => choice.facts.includes(fact))).map(nameGroup);
  const { option, nothing, confidence } = choice;
  return { step: 'reason', draft: { option, cited, nothing, confidence } };
}

/** What a key means while a decision is open; null where it means nothing there. */
export function readDecidingKey(
  { key, ctrl, alt, repeat, focus }: KeyPress,
  { step, draft }: Deciding,
  { options, citable }: Pick<Cell, 'options' | 'citable'>,
): DecidingCommand | null {
  if (ctrl || alt || repeat || focus === 'field') return null;
  if (key === 'Escape' || (key === 'Enter' && focus !== 'control')) return { do: 'close' };
  if (key === 'i') return { do: 'hint' };
  if (step === 'option') {
    const option = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
    return option ? { do: 'pick', option: option.id } : null;
  }
  if (key === 'Backspace') return { do: 'again' };
  if (draft.option === null) return null;
  const confidence = sureKeys[key];
  if (confidence) return { do: 'sure', confidence };
  if (key === '0') return { do: 'nothing' };
  if (key === 'a') return { do: 'assume' };
  const group = key.length === 1 ? citable[factKeys.indexOf(key)] : undefined;
  return group ? { do: 'cite', group: nameGroup(group) } : null;
}

type Target = Pick<Cell, 'part' | 'decision' | 'citable'> & {
  /** After a twist an option is revised, not decided. */
  isRevising: boolean;
};

/** Carries out a command. Every change is recorded at once; a confidence ends the decision. */
export function runDeciding(deciding: Deciding, command: DecidingCommand, target: Target): Outcome {
  const { draft } = deciding;
  const { part, decision, citable, isRevising } = target;
  const still: Outcome = { deciding, acts: [], closes: false, refusal: null };
  const cite = (cited: readonly string[], nothing: boolean): Outcome => {
    const facts = citable.filter(group => cited.includes(nameGroup(group))).flatMap(({ facts: own }) => own);
    return {
      ...still,
      deciding: { step: 'reason', draft: { ...draft, cited, nothing } },
      acts: [{ type: 'cite', part, decision, facts, nothing }],
    };
  };
  switch (command.do) {
    case 'pick': {
      const { option } = command;
      if (option === draft.option) return { ...still, deciding: { step: 'reason', draft } };
      // Another option needs a reason of its own.
      const fresh: Draft = { option, cited: [], nothing: false, confidence: null };
      const type = isRevising ? 'revise' : 'decide';
      return {
        ...still,
        deciding: { step: 'reason', draft: fresh },
        acts: [{ type, part, decision, option }],
      };
    }
    case 'cite': {
      const { group } = command;
      if (draft.cited.includes(group))
        return cite(
          draft.cited.filter(one => one !== group),
          false,
        );
      if (draft.cited.length < MOST_CITED) return cite([...draft.cited, group], false);
      return { ...still, refusal: 'Three facts are enough. Take one out to cite another.' };
    }
    case 'nothing':
      return cite([], !draft.nothing);
    case 'sure': {
      const { confidence } = command;
      const act: Act = { type: 'sure', part, decision, confidence };
      return {
        ...still,
        deciding: { step: 'reason', draft: { ...draft, confidence } },
        acts: [act],
        closes: true,
      };
    }
    case 'again':
      return { ...still, deciding: { step: 'option', draft } };
    case 'close':
      return { ...still, closes: true };
    case 'assume':
    case 'hint':
      return still;
    default:
      return assertNever(command);
  }
}

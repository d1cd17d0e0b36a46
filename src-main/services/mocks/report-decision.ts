import { type Facts, factNames } from '../../../src-shared/domain/facts.ts';
import type { DecisionVerdict } from '../../../src-shared/domain/mock/judge.ts';
import { nameStatement, type Pair, type Prompt } from '../../../src-shared/domain/mock/prompt.ts';
import { findReasons, nameGroup, type Reasons } from '../../../src-shared/domain/mock/reasons.ts';
import type { MockVerdict } from '../../../src-shared/domain/mock/score.ts';
import { gatherFacts, listStatements } from '../../../src-shared/domain/mock/stage.ts';
import { writeAgainst } from '../../../src-shared/domain/rules/against.ts';
import { labelOption } from '../../../src-shared/domain/rules/decisions.ts';
import { capitalize, describeFact } from '../../../src-shared/domain/rules/describe.ts';
import { describeChange, writeFlip } from '../../../src-shared/domain/rules/explain.ts';
import { findFlip } from '../../../src-shared/domain/rules/flip.ts';
import type { Reported } from '../../../src-shared/ipc/report-contract.ts';
import type { Profile } from '../profile.ts';
import { listPairOptions, nameDecision, namePart } from './board.ts';
import { pointsOf } from './breakdown.ts';
import { sayStatement } from './view.ts';

/** So many cards are named beside a decision. */
const CARDS = 3;

/** One scored decision, told: what was chosen, what holds and why, and what would turn it. */
export function reportDecision(
  profile: Profile,
  prompt: Prompt,
  verdict: MockVerdict,
  one: DecisionVerdict,
): Reported {
  const { part, decision, stage, expected, chosen, pushback } = one;
  const pair = prompt.score.find(scored => scored.part === part && scored.decision === decision) ?? {
    part,
    decision,
  };
  const facts = gatherFacts(prompt, part, stage);
  const label = (option: string): string => capitalize(labelOption(decision, option));
  const said = new Map(listStatements(prompt, stage).map(statement => [nameStatement(statement), statement]));
  return {
    stage,
    part,
    partName: namePart(prompt, part),
    decision,
    decisionName: nameDecision(decision),
    chosen: chosen === null ? null : label(chosen),
    standing: one.standing,
    reason: one.reason,
    sufficient: wantsReason(one)
      ? describeReason(findReasons(facts, decision, pair.keys, chosen ?? ''), facts)
      : null,
    lost: one.lost,
    ...pointsOf(verdict, one),
    expected: expected.best.map(label),
    defensible: expected.defensible.map(label),
    because: expected.because,
    against:
      one.standing === 'wrong' && chosen !== null ? writeAgainst(facts, decision, chosen, pair.keys) : null,
    facts: describeFacts(expected.facts),
    rules: [...expected.rules],
    defaults: expected.defaults.map(id => ({ id, name: nameDefault(profile, id) })),
    cards: expected.defaults.flatMap(id => listCards(profile, id)).slice(0, CARDS),
    unasked: one.unasked.flatMap(name => {
      const statement = said.get(name);
      return statement ? [sayStatement(statement)] : [];
    }),
    confidence: one.confidence,
    pushback: pushback && {
      ask: pushback.ask,
      given: pushback.costs.find(({ id }) => id === pushback.given)?.says ?? null,
      cost: pushback.cost.says,
    },
    flip: reportFlip(pair, facts),
  };
}

/** True for a choice that holds and lost points for its reason. */
function wantsReason({ standing, reason }: DecisionVerdict): boolean {
  return (standing === 'best' || standing === 'defensible') && reason !== 'sufficient';
}

/** The smallest sufficient reason as clauses; none where nothing known moves the default. */
function describeReason({ sets, settling }: Reasons, facts: Facts): string[] {
  const [smallest = []] = [...sets, ...settling].sort((a, b) => a.length - b.length);
  return factNames.flatMap(name => {
    const value = facts[name];
    return value !== undefined && smallest.includes(nameGroup(name)) ? [describeFact(name, value)] : [];
  });
}

function describeFacts(facts: Facts): string[] {
  return factNames.flatMap(name => {
    const value = facts[name];
    return value === undefined ? [] : [describeFact(name, value)];
  });
}

function reportFlip(pair: Pair, facts: Facts): Reported['flip'] {
  const flip = findFlip(facts, pair.decision, pair.keys);
  if (!flip || flip.best.length === 0) return null;
  return {
    ask: `If ${describeChange(flip)}: what then?`,
    options: listPairOptions(pair),
    best: [...flip.best],
    text: writeFlip(flip, pair.decision),
  };
}

function nameDefault({ store }: Profile, id: string): string {
  return store.content.defaults().find(one => one.id === id)?.name ?? id;
}

function listCards({ store }: Profile, defaultId: string): Reported['cards'] {
  return store.content.cardsOfSibling(defaultId).flatMap(({ card_id }) => {
    const card = store.content.card(card_id);
    return card ? [{ cardId: card.cardId, title: card.title }] : [];
  });
}

import { keyOfNumber } from '../../../src-shared/domain/mock/attempt.ts';
import { brierOf } from '../../../src-shared/domain/mock/brier.ts';
import { timePhases } from '../../../src-shared/domain/mock/interview-clock.ts';
import { writeModelAnswer } from '../../../src-shared/domain/mock/model-answer.ts';
import { expectNumber, numberMeta } from '../../../src-shared/domain/mock/numbers.ts';
import { listPhases, phaseNames } from '../../../src-shared/domain/mock/phases.ts';
import { nameStatement, type Prompt } from '../../../src-shared/domain/mock/prompt.ts';
import { compareVerdicts, writeChange } from '../../../src-shared/domain/mock/rescore.ts';
import {
  type MockVerdict,
  type NumberVerdict,
  rulesVersion,
  scoreAttempt,
} from '../../../src-shared/domain/mock/score.ts';
import { gatherFacts, gatherWhole, listStatements } from '../../../src-shared/domain/mock/stage.ts';
import { storedVerdictSchema } from '../../../src-shared/domain/mock/stored-verdict.ts';
import { ProblemError } from '../../../src-shared/domain/problem.ts';
import { decisions as decisionNames } from '../../../src-shared/domain/rules/decisions.ts';
import { capitalize, formatAmount, formatNumber } from '../../../src-shared/domain/rules/describe.ts';
import type { MockReport, Reported } from '../../../src-shared/ipc/report-contract.ts';
import type { Profile } from '../profile.ts';
import { type Attempt, readAttempt } from './attempts.ts';
import { namePart } from './board.ts';
import { breakDown } from './breakdown.ts';
import { describeAttempt } from './lines.ts';
import { reportDecision } from './report-decision.ts';
import { sayStatement } from './view.ts';

/**
 * The report of a submitted attempt: the verdict that was given then, told. Where the rules have changed since, it
 * says what they would give now, decision by decision.
 */
export function readReport(profile: Profile, attemptId: string): MockReport {
  const attempt = readAttempt(profile, attemptId);
  const { start, submitted, row } = attempt;
  if (!submitted)
    throw new ProblemError(
      'invalid',
      'This interview is not over.',
      'Hand it in first. Nothing was changed.',
    );
  const given = parseVerdict(submitted);
  const verdict = given ?? scoreSubmitted(attempt, submitted.atMs);
  const rows = profile.store.mocks.all();
  const line = describeAttempt(row, rows);
  const decisions = verdict.decisions.map(one => reportDecision(profile, start.prompt, verdict, one));
  return {
    attempt: line,
    rulesVersion: submitted.rulesVersion,
    total: submitted.total,
    ...breakDown(start.prompt, verdict),
    decisions: sortDecisions(decisions),
    needless: verdict.needless.map(
      ({ part, decision }) => `${namePart(start.prompt, part)}: ${decisionNames[decision].name}`,
    ),
    numbers: reportNumbers(start.prompt, verdict),
    clarify: reportClarify(start.prompt, verdict),
    phases: reportPhases(attempt, submitted.atMs),
    ...reportBrier(verdict),
    modelAnswer: writeModelAnswer(start.prompt),
    sheet: listSheet(decisions),
    marked: profile.store.mocks.marked(attemptId).flatMap(cardId => titleWaiting(profile, cardId)),
    earlier: rows
      .slice(
        0,
        rows.findIndex(one => one.attempt_id === attemptId),
      )
      .filter(one => one.prompt_id === row.prompt_id && one.total !== null)
      .map(one => describeAttempt(one, rows)),
    unreadable: given === null,
    rescored: submitted.rulesVersion === rulesVersion ? null : scoreAgain(attempt, submitted.atMs, verdict),
    note: row.note,
    contest: row.contest,
  };
}

/**
 * The verdict that was given at the submission. One that this version cannot read (by rules that knew other options)
 * is derived anew from the same events; the total stays the one that was given.
 */
export function readVerdict(attempt: Attempt, submitted: Submitted): MockVerdict {
  return parseVerdict(submitted) ?? scoreSubmitted(attempt, submitted.atMs);
}

type Submitted = NonNullable<Attempt['submitted']>;

function parseVerdict({ verdict }: Submitted): MockVerdict | null {
  return storedVerdictSchema.safeParse(verdict).data ?? null;
}

/** What the present rules make of an attempt that was scored by others. */
function scoreAgain(attempt: Attempt, atMs: number, given: MockVerdict): MockReport['rescored'] {
  const fresh = scoreSubmitted(attempt, atMs);
  const { changes } = compareVerdicts(given, fresh);
  return {
    rulesVersion,
    total: fresh.total,
    changes: changes.map(change => writeChange(attempt.start.prompt, change)),
  };
}

/** The verdict of a submitted attempt, which ended at `atMs`, under the present rules. */
function scoreSubmitted({ start, events }: Attempt, atMs: number): MockVerdict {
  return scoreAttempt(start.prompt, {
    level: start.level,
    seed: start.pushbackSeed,
    events: [...events, { type: 'submit', atMs }],
  });
}

/** The Brier score of this attempt, unless the confidences are a habit. */
function reportBrier({ decisions, brier }: MockVerdict): Pick<MockReport, 'brier' | 'brierWithheld'> {
  const answers = decisions.flatMap(({ confidence, standing }) =>
    confidence === null ? [] : [{ confidence, right: standing === 'best' || standing === 'defensible' }],
  );
  const brierWithheld = brier !== null && brierOf(answers) === null;
  return { brier: brierWithheld ? null : brier, brierWithheld };
}

/** A card that was brought back, unless it was answered since. */
function titleWaiting({ store }: Profile, cardId: string): { cardId: string; title: string }[] {
  const card = store.content.card(store.settings.resolve(cardId));
  return card && !card.retired && store.states.get(card.cardId).marked
    ? [{ cardId: card.cardId, title: card.title }]
    : [];
}

/** Confident errors first, then the other misses, the dearest first; what was right in the order of the board. */
function sortDecisions(decisions: readonly Reported[]): Reported[] {
  const rank = ({ points, of, standing, confidence }: Reported): number => {
    if (points >= of) return 2;
    return confidence === 'high' && standing !== 'best' && standing !== 'defensible' ? 0 : 1;
  };
  const lost = ({ points, of }: Reported): number => of - points;
  return [...decisions].sort((a, b) => rank(a) - rank(b) || lost(b) - lost(a));
}

const faults = {
  unit: 'The unit is another.',
  size: 'The size is off.',
} as const;

function reportNumbers(prompt: Prompt, verdict: MockVerdict): MockReport['numbers'] {
  return verdict.numbers.map(one => {
    const { name } = numberMeta[one.step];
    // What was left out was not graded; what it should have come to is told all the same.
    const facts = one.part === null ? gatherWhole(prompt, 0) : gatherFacts(prompt, one.part, 0);
    const expected = one.expected ?? expectNumber(one.step, facts);
    const item = verdict.items.find(
      ({ section, label }) =>
        section === 'numbers' && label === keyOfNumber({ part: one.part ?? undefined, step: one.step }),
    );
    return {
      name: one.part === null ? capitalize(name) : `${namePart(prompt, one.part)}: ${name}`,
      given: one.given === null ? null : formatGiven(one.step, one.given, one.fault),
      expected: expected === null ? null : formatFigure(one.step, expected),
      grade: one.grade,
      fault: describeFault(one),
      points: (item?.points ?? 0) / 100,
      of: (item?.of ?? 0) / 100,
    };
  });
}

/** A figure with its unit: `23,148 actions/s`, `1.1 PB`, `1 instance`. */
function formatFigure(step: NumberVerdict['step'], value: number): string {
  const { unit } = numberMeta[step];
  if (unit === 'bytes') return formatAmount(value, unit);
  return `${formatNumber(value)} ${value === 1 ? unit.replace(/(?<=[a-z])s$/, '') : unit}`;
}

/** A figure as it was given: with the step's unit only where that was the unit given. */
function formatGiven(step: NumberVerdict['step'], value: number, fault: NumberVerdict['fault']): string {
  return fault === 'unit' ? formatNumber(value) : formatFigure(step, value);
}

/** Steps that build on no figure of the candidate's own. */
const firstSteps: ReadonlySet<NumberVerdict['step']> = new Set(['average-rate', 'stored-bytes']);

function describeFault({ step, fault, given, expected }: NumberVerdict): string | null {
  if (fault === null) return null;
  if (fault === 'unit' || given === null || expected === null || given === 0 || expected === 0)
    return faults[fault];
  const factor = given > expected ? given / expected : expected / given;
  const off = `${formatNumber(factor)} times too ${given > expected ? 'large' : 'small'}`;
  return firstSteps.has(step) ? `${off}.` : `${off}, on your own earlier figures.`;
}

function reportClarify(prompt: Prompt, verdict: MockVerdict): MockReport['clarify'] {
  const { decisive, asked, wasted } = verdict.clarify;
  const never = decisive.filter(name => !asked.includes(name));
  const statements = listStatements(prompt, 0);
  const item = verdict.items.find(({ section }) => section === 'clarify');
  return {
    decisive: decisive.length,
    asked: asked.length,
    never: prompt.menu.flatMap(({ ask, reveals }) => {
      const say = statements
        .filter(one => reveals.includes(nameStatement(one)) && never.includes(nameStatement(one)))
        .map(sayStatement);
      return say.length === 0 ? [] : [{ ask, say }];
    }),
    wasted: wasted.map(id => prompt.menu.find(one => one.id === id)?.ask ?? id),
    points: (item?.points ?? 0) / 100,
    of: (item?.of ?? 0) / 100,
  };
}

function reportPhases({ start, events }: Attempt, endMs: number): MockReport['phases'] {
  const spent = new Map(timePhases(events, endMs).map(({ phase, minutes }) => [phase, minutes]));
  return listPhases(start.prompt.minutes).map(({ phase, minutes }) => ({
    phase: phaseNames[phase],
    minutes: spent.get(phase) ?? 0,
    suggested: minutes,
  }));
}

/** A sentence for each miss, to say next time. */
function listSheet(decisions: readonly Reported[]): MockReport['sheet'] {
  const misses = decisions.filter(({ standing }) => standing !== 'best' && standing !== 'defensible');
  return misses.map(({ partName, decisionName, stage, expected, defensible, because }) => ({
    title: `${partName}, ${decisionName}${stage > 0 ? `, after twist ${stage}` : ''}`,
    say: `${joinOptions(expected.length > 0 ? expected : defensible)}. ${because.replaceAll('*', '')}`,
  }));
}

/** Options at the head of a sentence, of which only the first has a capital: `Locking or early recomputation`. */
function joinOptions([first = '', ...others]: readonly string[]): string {
  const small = others.map(option => option.replace(/^[A-Z][a-z-]*(?= |$)/, word => word.toLowerCase()));
  return [first, ...small].join(' or ');
}

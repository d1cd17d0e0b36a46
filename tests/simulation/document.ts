import { deckSize, spread } from './learner.ts';
import { others, plan } from './policies.ts';
import type { Outcome, Situation } from './simulate.ts';

/** A situation with the outcome of each policy, the plan's first. */
export type Comparison = { situation: Situation; outcomes: readonly Outcome[] };

/** docs/plan.md: what the plan does, and how it did against the others. */
export function writeDocument(comparisons: readonly Comparison[], learners: number): string {
  return `${[...introduction(learners), ...recallTable(comparisons), '', ...loadTable(comparisons)].join('\n')}\n`;
}

function introduction(learners: number): string[] {
  const percent = (share: number): string => `${Math.round((Math.exp(share) - 1) * 100)} %`;
  return [
    '# The plan for an interview',
    '',
    '<!-- Written by `npm run simulate`. -->',
    '',
    'With an interview date and minutes a day, a plan lies over the queue: it says which reviews and which new cards are asked today, and never changes a due date. After the date nothing is left of it.',
    '',
    'Each card’s turn is weighed by what it adds to the chance of recall on the interview day, for each answer it takes (steps included). Turns are taken from the most useful down until the day’s minutes are full. New cards come mostly early: today’s share of those left is at most four over the days left, so that each is seen again before the day; late ones are those that there was no room for. Turns that add next to nothing are left out. Two mocks a week keep their minutes, counted back from the interview: six and three days before, and so on.',
    '',
    'Tried and left: the same choice by a value function over all days to come, with a price on time (dynamic programming over stability, difficulty and days since the last answer). It looks further ahead on paper and did no better in truth, with any price: it trusts the model’s far future, which is where it errs.',
    '',
    '## How it was tried',
    '',
    `${learners} learners for each line, the same for every policy, each with ${deckSize} cards. Three in ten begin with nothing; the others have 5 to 44 days of ordinary study behind them, and up to 9 days of rest. The scheduler believes FSRS’s default weights of all of them. In truth each has weights of their own. As one standard deviation:`,
    '',
    `- all initial stabilities together ${percent(spread.initialStability)} up or the same factor down, and each by ${percent(spread.eachInitialStability)} more;`,
    `- every other weight ${percent(spread.weight)}; the growth of stability ${percent(spread.growth)}; the decay of the forgetting curve ${percent(spread.decay)};`,
    `- each card is forgotten faster or slower by ${percent(spread.card)}, which FSRS has no place for (misfit);`,
    `- seconds per answer ${percent(spread.pace)} around 14; unknown at first sight 10–45 % of new cards (the plan takes 30 %), steps passed 85–95 %.`,
    '',
    'Every policy has the same minutes a day, the same mocks, the same steps. “FSRS 0.90” is Baseline’s ordinary queue with 20 new cards a day; “capped” is the same with no interval longer than the days left, or than a week. These stop when nothing is due, so each is also shown with all its minutes used: the rest of the day goes into reviews that are not due yet, the soonest due first.',
    '',
  ];
}

function recallTable(comparisons: readonly Comparison[]): string[] {
  const policies = [plan, ...others];
  return [
    '## Recall on the interview day',
    '',
    'Percent of all cards, a card never met counting as forgotten: mean / 5th percentile of the learners.',
    '',
    `| days | min a day | ${policies.map(({ name }) => name).join(' | ')} |`,
    `|${'---|'.repeat(policies.length + 2)}`,
    ...comparisons.map(({ situation, outcomes }) => {
      const cells = outcomes.map(
        outcome => `${percent1(outcome.meanRecall)} / ${percent1(outcome.lowRecall)}`,
      );
      return `| ${situation.days} | ${situation.minutesPerDay} | ${cells.join(' | ')} |`;
    }),
  ];
}

function loadTable(comparisons: readonly Comparison[]): string[] {
  return [
    '## Load',
    '',
    'Minutes of a mean day, mocks included; and the mean of the last seven days over the median day, for the mean and for the worst learner (the aim is at most 1.5).',
    '',
    '| days | min a day | plan: minutes | last week | worst | cards never met | FSRS 0.90: minutes | cards never met |',
    '|---|---|---|---|---|---|---|---|',
    ...comparisons.map(({ situation, outcomes }) => {
      const [ours, fsrs] = outcomes;
      if (!ours || !fsrs) return '';
      const { mean, greatest } = ours.lastWeek;
      const cells = [
        ours.meanMinutes.toFixed(1),
        mean.toFixed(2),
        greatest.toFixed(2),
        ours.neverMet.toFixed(0),
      ];
      const theirs = [fsrs.meanMinutes.toFixed(1), fsrs.neverMet.toFixed(0)];
      return `| ${[situation.days, situation.minutesPerDay, ...cells, ...theirs].join(' | ')} |`;
    }),
  ];
}

function percent1(share: number): string {
  return (share * 100).toFixed(1);
}

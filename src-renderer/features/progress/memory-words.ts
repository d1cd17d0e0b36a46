import { percent } from '../../../src-shared/domain/statistics/figures.ts';
import type { Share } from '../../../src-shared/domain/statistics/share.ts';
import { formatCount, listNames } from '../../../src-shared/domain/wording.ts';
import type { Statistics } from '../../../src-shared/ipc/stats-contract.ts';

type Retention = NonNullable<Statistics['retention']['value']>;
type Calibration = NonNullable<Statistics['calibration']['value']>;

/** Below, at or above a figure, where chance does not explain the difference. */
function compare({ low, high }: Share, figure: number): 'below' | 'at' | 'above' {
  if (high < figure) return 'below';
  return low > figure ? 'above' : 'at';
}

/** Retention against the target, and what it means. */
export function describeRetention({ overall, target }: Retention): string {
  const { all, young, mature } = overall;
  const split = [
    young.of > 0 && `${percent(young.share)} of young cards`,
    mature.of > 0 && `${percent(mature.share)} of mature ones`,
  ].filter(part => part !== false);
  const parts = split.length === 2 ? ` (${split.join(', ')})` : '';
  const means = {
    below: `That is below your target of ${percent(target)}: cards waited past their day, or the scheduler trusts your memory too much.`,
    at: `That agrees with your target of ${percent(target)}.`,
    above: `That is above your target of ${percent(target)}: cards reach you sooner than they need to.`,
  }[compare(all, target)];
  return `In the last half year you remembered ${percent(all.share)} of ${formatCount(all.of)} reviews${parts}. ${means}`;
}

/** Topics that are clearly below the target. */
export function describeTopics({ topics, target }: Retention, titles: ReadonlyMap<string, string>): string {
  const below = topics
    .filter(topic => compare(topic, target) === 'below')
    .map(({ topic }) => titles.get(topic) ?? topic);
  if (below.length === 0) return 'No topic is clearly below your target.';
  return `${listNames(below)} ${below.length === 1 ? 'is' : 'are'} clearly below your target: go over ${below.length === 1 ? 'it' : 'them'} in extra study.`;
}

/** Whether predictions can be trusted. */
export function describeCalibration({ predicted, happened }: Calibration): string {
  const means = {
    below: 'It trusts your memory too much, so cards come somewhat late.',
    at: 'The difference is no more than chance: its predictions hold.',
    above: 'It trusts your memory too little, so cards come somewhat early.',
  }[compare(happened, predicted)];
  return `The scheduler expected ${percent(predicted)} and you remembered ${percent(happened.share)} of ${formatCount(happened.of)}. ${means}`;
}

/** The three figures by which schedulers are compared, each with what it means. */
export function listAccuracy(calibration: Calibration): { name: string; value: string; says: string }[] {
  const { logLoss, logLossOfMean, rmseBins, auc } = calibration;
  const beats = logLoss < logLossOfMean;
  return [
    {
      name: 'Log loss',
      value: logLoss.toFixed(3),
      says: `Lower is better. Saying your mean each time would give ${logLossOfMean.toFixed(3)}${beats ? '' : ', which is better'}.`,
    },
    {
      name: 'RMSE (bins)',
      value: `${(rmseBins * 100).toFixed(1)}\u00a0%`,
      says: 'How far predictions lie from what happened, over cards in like places.',
    },
    {
      name: 'AUC',
      value: auc === null ? '–' : auc.toFixed(2),
      says:
        auc === null
          ? 'Nothing was forgotten yet, so there is nothing to tell apart.'
          : `A remembered card was expected to hold better than a forgotten one ${percent(auc)} of the time; 50 % is chance.`,
    },
  ];
}

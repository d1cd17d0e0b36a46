import type { ReactNode } from 'react';
import { answersForHours } from '../../../src-shared/domain/statistics/activity.ts';
import { formatHour, formatTime, percentOf } from '../../../src-shared/domain/statistics/figures.ts';
import { countOf, formatDay } from '../../../src-shared/domain/wording.ts';
import type { TalliedStatistics } from '../../../src-shared/ipc/stats-contract.ts';
import { MeasuredPlot, Plot } from '../../components/plot.tsx';
import { BarPlot } from './bar-plot.tsx';
import { Calendar } from './calendar.tsx';
import { type Counted, CountedPart } from './counted-part.tsx';
import { describeActivity, describeHours, describeRecent, recentDays } from './work-words.ts';

type ReviewsSectionProps = { statistics: TalliedStatistics; counted: Counted };

/** What was done, by day and by hour. */
export function ReviewsSection({ statistics, counted }: ReviewsSectionProps): ReactNode {
  const { activity } = statistics;
  if (activity.answers === 0) {
    return <p className="reading muted">Nothing answered yet. Your first day will stand here.</p>;
  }
  const recent = activity.days.slice(-recentDays);
  const studied = activity.days.filter(({ answers }) => answers > 0).reverse();
  return (
    <>
      <Plot
        title="The last year"
        says={describeActivity(statistics)}
        table={{
          head: ['Day', 'Answers', 'Minutes'],
          rows: studied.map(({ date, answers, minutes }) => [
            formatDay(date, 'long'),
            answers,
            Math.round(minutes),
          ]),
        }}
      >
        <Calendar days={activity.days} />
      </Plot>
      <Plot
        title="Answers and minutes a day"
        says={describeRecent(recent)}
        table={{
          head: ['Day', 'Answers', 'Minutes'],
          rows: recent.map(({ date, answers, minutes }) => [
            formatDay(date, 'long'),
            answers,
            Math.round(minutes),
          ]),
        }}
      >
        <div className="plot-pair">
          <BarPlot
            series={['answers']}
            data={recent.map(({ date, answers }) => ({
              label: formatDay(date, 'short'),
              tip: [formatDay(date, 'long'), countOf(answers, 'answer')],
              values: [answers],
            }))}
          />
          <BarPlot
            series={['minutes']}
            unit=" min"
            data={recent.map(({ date, minutes }) => ({
              label: formatDay(date, 'short'),
              tip: [formatDay(date, 'long'), formatTime(minutes)],
              values: [minutes],
            }))}
          />
        </div>
      </Plot>
      <CountedPart
        counted={counted}
        awaited={[{ title: 'Hours of the day', height: activity.answers < answersForHours ? null : 150 }]}
      >
        {({ hours }) => (
          <MeasuredPlot title="Hours of the day" measured={hours} noun="answers">
            {value => (
              <Plot
                title="Hours of the day"
                says={describeHours(value)}
                table={{
                  head: ['Hour', 'Answers', 'Reviews remembered'],
                  rows: value
                    .filter(({ answers }) => answers > 0)
                    .map(({ hour, answers, reviews }) => [formatHour(hour), answers, percentOf(reviews)]),
                }}
              >
                <BarPlot
                  series={['answers']}
                  data={value.map(({ hour, answers, reviews }) => ({
                    label: formatHour(hour),
                    tip: [
                      `${formatHour(hour)} to ${formatHour(hour + 1)}`,
                      countOf(answers, 'answer'),
                      `remembered ${percentOf(reviews)}`,
                    ],
                    values: [answers],
                  }))}
                />
              </Plot>
            )}
          </MeasuredPlot>
        )}
      </CountedPart>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { formatShare } from '../../../src-shared/domain/wording.ts';
import type { Plan } from '../../../src-shared/ipc/plan-contract.ts';
import { infoQuery, planQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { settingGroups } from '../settings/setting-fields.ts';
import { SettingRow } from '../settings/setting-row.tsx';
import { useSettingChange } from '../settings/use-setting-change.ts';
import { LoadPlot } from './load-plot.tsx';
import { describeDaysLeft } from './wording.ts';

const planFields = settingGroups
  .flatMap(group => group.fields)
  .filter(({ key }) => key === 'interviewDate' || key === 'minutesPerDay');

/** The interview plan: its date and minutes, what it comes to, and its days. */
export function PlanScreen(): ReactNode {
  const info = useQuery(infoQuery);
  const plan = useQuery(planQuery);
  const { reportProblem } = useNotices();
  const settings = useSettingChange();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const error = info.error ?? plan.error;
  useEffect(() => {
    if (error) reportProblem(error);
  }, [error, reportProblem]);

  const date = info.data?.settings.interviewDate ?? null;
  return (
    <main className="page plan" aria-busy={info.isPending || plan.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Interview plan
      </h1>
      {info.data && (
        <section aria-label="Date and minutes">
          {planFields.map(field => (
            <SettingRow
              key={field.id}
              field={field}
              settings={info.data.settings}
              fault={settings.faultOf(field)}
              onChange={values => settings.change(field, values)}
              onRefused={() => settings.refuse(field)}
            />
          ))}
        </section>
      )}
      {plan.data?.plan && <PlanResult plan={plan.data.plan} />}
      {plan.data?.plan === null && (
        <p className="reading">
          {date === null
            ? 'Give the date of your interview. From then until that day Baseline chooses each day’s cards so that you know the most on the day, and keeps time for two mock interviews a week. Your due dates stay as they are.'
            : 'The interview day has come, so your days are ordinary ones again. Give another date to plan anew.'}
        </p>
      )}
    </main>
  );
}

function PlanResult({ plan }: { plan: Plan }): ReactNode {
  const { recall, notReady } = plan;
  const [first, ...others] = plan.says;
  return (
    <>
      <section aria-labelledby="expect-title">
        <h2 id="expect-title" className="section-title">
          {describeDaysLeft(plan)}
        </h2>
        <dl className="plan-figures">
          <Figure name="Known now" value={recall.now} />
          <Figure name="On the day, without study" value={recall.without} />
          <Figure name="On the day, with the plan" value={recall.with} isMain />
        </dl>
        <p className="plan-counts muted">
          Of every card there is: one never met counts as not known, and so does one still in its steps.
          Progress shows the same chance for each default, over those of its cards that you have met.
        </p>
        <div className="reading plan-says">
          <p className="visually-hidden">{first}</p>
          {others.map(sentence => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </section>
      <section aria-labelledby="load-title">
        <h2 id="load-title" className="section-title">
          Day by day
        </h2>
        <LoadPlot days={plan.days} />
      </section>
      {notReady.defaults.length > 0 && (
        <section aria-labelledby="unready-title">
          <h2 id="unready-title" className="section-title">
            Not ready by then
          </h2>
          <table className="plan-table">
            <thead>
              <tr>
                <th scope="col">Default</th>
                <th scope="col">Known on the day</th>
              </tr>
            </thead>
            <tbody>
              {notReady.defaults.map(({ id, name, recall: share }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{formatShare(share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Figure({
  name,
  value,
  isMain = false,
}: {
  name: string;
  value: number;
  isMain?: boolean;
}): ReactNode {
  return (
    <div className={isMain ? 'plan-figure plan-figure-main' : 'plan-figure'}>
      <dt>{name}</dt>
      <dd>{formatShare(value)}</dd>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { BackupsSection } from '../backups/backups-section.tsx';
import { ExchangeSection } from '../exchange/exchange-section.tsx';
import { FitSection } from '../fit/fit-section.tsx';
import { settingGroups } from './setting-fields.ts';
import { SettingRow } from './setting-row.tsx';
import { useSettingChange } from './use-setting-change.ts';

/** All settings. A change applies at once, and can be undone like an answer. */
export function SettingsScreen(): ReactNode {
  const info = useQuery(infoQuery);
  const { reportProblem } = useNotices();
  const changes = useSettingChange();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (info.error) reportProblem(info.error);
  }, [info.error, reportProblem]);

  return (
    <main className="page" aria-busy={info.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Settings
      </h1>
      <p className="reading muted">Each change applies at once. Undo on today’s screen takes it back.</p>
      {info.data &&
        settingGroups.map(({ title, fields }) => (
          <section key={title} aria-label={title}>
            <h2 className="section-title">{title}</h2>
            {fields.map(field => (
              <SettingRow
                key={field.key}
                field={field}
                settings={info.data.settings}
                fault={changes.faultOf(field)}
                onChange={values => changes.change(field, values)}
                onRefused={() => changes.refuse(field)}
              />
            ))}
          </section>
        ))}
      {info.data && <FitSection />}
      {info.data && <ExchangeSection />}
      {info.data && <BackupsSection />}
      {info.data && (
        <section aria-label="About">
          <h2 className="section-title">About</h2>
          <p className="path">
            Baseline {info.data.version} · your data: {info.data.profile}
          </p>
        </section>
      )}
    </main>
  );
}

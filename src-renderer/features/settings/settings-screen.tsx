import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { BackupsSection } from '../backups/backups-section.tsx';
import { About } from '../commands/window-dialogs.tsx';
import { ExchangeSection } from '../exchange/exchange-section.tsx';
import { FitSection } from '../fit/fit-section.tsx';
import { settingGroups } from './setting-fields.ts';
import { SettingRow } from './setting-row.tsx';
import { useSettingChange } from './use-setting-change.ts';

/**
 * All settings. A change applies at once, and can be undone like an answer. `at` is the id of the heading to begin at,
 * where that is not the first.
 */
export function SettingsScreen({ at }: { at: string | null }): ReactNode {
  const info = useQuery(infoQuery);
  const { reportProblem } = useNotices();
  const changes = useSettingChange();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const first = at === null ? null : document.getElementById(at);
    (first ?? heading.current)?.focus();
  }, [at]);
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
          <About />
        </section>
      )}
    </main>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { callApi, describeProblem, infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { settingGroups } from './setting-fields.ts';
import { SettingRow } from './setting-row.tsx';

/** All settings. A change applies at once, and can be undone like an answer. */
export function SettingsScreen(): ReactNode {
  const info = useQuery(infoQuery);
  const queries = useQueryClient();
  const { announce, reportProblem } = useNotices();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (info.error) reportProblem(info.error);
  }, [info.error, reportProblem]);

  const showFault = (key: string, text: string | null): void => {
    setFaults(({ [key]: _old, ...others }) => (text === null ? others : { ...others, [key]: text }));
  };
  const change = async (key: string, name: string, values: Partial<Settings>): Promise<void> => {
    try {
      const settings = await callApi('settings:set', values);
      showFault(key, null);
      announce(`${name}: saved.`);
      queries.setQueryData(infoQuery.queryKey, old => old && { ...old, settings });
    } catch (error) {
      const { message, hint } = describeProblem(error);
      showFault(key, [message, hint].filter(Boolean).join(' '));
    }
  };

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
                fault={faults[field.key] ?? null}
                onChange={values => change(field.key, field.name, values)}
                onRefused={() => showFault(field.key, field.control === 'text' ? field.refusal : null)}
              />
            ))}
          </section>
        ))}
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

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import { PageNav } from '../../components/page-nav.tsx';
import { useKeys } from '../../components/use-keys.ts';
import { BackupsSection } from '../backups/backups-section.tsx';
import { keyText } from '../commands/key-text.ts';
import { About } from '../commands/window-dialogs.tsx';
import { ExchangeSection } from '../exchange/exchange-section.tsx';
import { FitSection } from '../fit/fit-section.tsx';
import { ProfileSection } from '../profile/profile-section.tsx';
import { useHistoryStep } from '../review/use-history-step.ts';
import { settingGroups } from './setting-fields.ts';
import { SettingRow } from './setting-row.tsx';
import { useSettingChange } from './use-setting-change.ts';

const nameId = (title: string): string => `settings-${title.toLowerCase().replaceAll(' ', '-')}`;

const parts = [
  ...settingGroups.map(({ title }) => ({ id: nameId(title), title })),
  { id: 'fit-title', title: 'Fit to my memory' },
  { id: 'exchange-title', title: 'Export and import' },
  { id: 'backups-title', title: 'Backups' },
  { id: 'profile-title', title: 'Profile folder' },
  { id: 'about-title', title: 'About' },
];

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
  const step = useHistoryStep();
  useKeys(({ key, ctrl, shift, alt, repeat, focus }) => {
    // In a field of text, its letters are meant.
    const isTyping = focus === 'field' && !document.activeElement?.matches('select, .setting-key');
    if (!ctrl || alt || repeat || isTyping || !['z', 'y'].includes(key.toLowerCase())) return false;
    step(shift || key.toLowerCase() === 'y' ? 'redo' : 'undo');
    return true;
  });

  return (
    <main className="page" aria-busy={info.isPending}>
      <h1 ref={heading} tabIndex={-1}>
        Settings
      </h1>
      <p className="reading muted">
        Each change applies at once, and Undo (<kbd>{keyText('CmdOrCtrl+Z')}</kbd>) takes it back.
      </p>
      <PageNav parts={parts} />
      {info.data &&
        settingGroups.map(({ title, says, fields }) => (
          <section key={title} aria-labelledby={nameId(title)}>
            <h2 id={nameId(title)} tabIndex={-1} className="section-title">
              {title}
            </h2>
            {says !== undefined && <p className="setting-lead">{says}</p>}
            {fields.map(field => (
              <SettingRow
                key={field.id}
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
      {info.data && <ProfileSection folder={info.data.profile} />}
      {info.data && (
        <section aria-labelledby="about-title">
          <h2 id="about-title" tabIndex={-1} className="section-title">
            About
          </h2>
          <About />
        </section>
      )}
    </main>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from '../../../src-shared/domain/settings.ts';
import { callApi, describeProblem, infoQuery } from '../../api.ts';
import { useNotices } from '../../components/notices.tsx';
import type { SettingField } from './setting-fields.ts';

/** What setting rows need to change a setting: it applies at once, and a fault is told beside its field. */
export type SettingChange = {
  faultOf(field: SettingField): string | null;
  change(field: SettingField, values: Partial<Settings>): Promise<void>;
  refuse(field: SettingField): void;
};

/** Changes settings for a screen that shows some of them. What was read of everything else is read anew. */
export function useSettingChange(): SettingChange {
  const queries = useQueryClient();
  const { announce } = useNotices();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const showFault = (key: string, text: string | null): void => {
    setFaults(({ [key]: _old, ...others }) => (text === null ? others : { ...others, [key]: text }));
  };
  return {
    faultOf: ({ key }) => faults[key] ?? null,
    change: async ({ key, name }, values) => {
      try {
        const settings = await callApi('settings:set', values);
        showFault(key, null);
        announce(`${name}: saved.`);
        queries.setQueryData(infoQuery.queryKey, old => old && { ...old, settings });
        await queries.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== infoQuery.queryKey[0],
        });
      } catch (error) {
        const { message, hint } = describeProblem(error);
        showFault(key, [message, hint].filter(Boolean).join(' '));
      }
    },
    refuse: field => showFault(field.key, field.control === 'text' ? field.refusal : null),
  };
}

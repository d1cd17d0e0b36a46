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
  const showFault = (id: string, text: string | null): void => {
    setFaults(({ [id]: _old, ...others }) => (text === null ? others : { ...others, [id]: text }));
  };
  return {
    faultOf: ({ id }) => faults[id] ?? null,
    change: async ({ id, name }, values) => {
      try {
        const settings = await callApi('settings:set', values);
        showFault(id, null);
        announce(`${name}: saved.`);
        queries.setQueryData(infoQuery.queryKey, old => old && { ...old, settings });
        await queries.invalidateQueries({
          predicate: ({ queryKey }) => queryKey[0] !== infoQuery.queryKey[0],
        });
      } catch (error) {
        const { message, hint } = describeProblem(error);
        showFault(id, [message, hint].filter(Boolean).join(' '));
      }
    },
    refuse: field => showFault(field.id, 'refusal' in field ? field.refusal : null),
  };
}

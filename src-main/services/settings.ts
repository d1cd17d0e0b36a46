import type { EventBody } from '../../src-shared/domain/events.ts';
import {
  type SettingKey,
  type Settings,
  settingKeySchema,
  settingsSchema,
} from '../../src-shared/domain/settings.ts';
import type { Instant } from '../../src-shared/domain/study-day.ts';
import type { Profile } from './profile.ts';

/** Sets what differs from the settings in force, as one action that can be undone; answers with all settings. */
export function changeSettings(
  profile: Profile,
  change: { [K in SettingKey]?: Settings[K] | undefined },
  at: Instant,
): Settings {
  const before = profile.journal.settings();
  const after = settingsSchema.parse({ ...before, ...change });
  const bodies: EventBody[] = settingKeySchema.options
    .filter(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map(key => ({ type: 'setting', key, value: after[key] }));
  if (bodies.length > 0) profile.journal.commit(at, bodies);
  return profile.journal.settings();
}

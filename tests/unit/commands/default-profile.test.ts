import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findDefaultProfile } from '../../../src-main/commands/run.ts';

afterEach(() => vi.unstubAllEnvs());

// What Electron answers for its userData folder, which the window uses.
test.runIf(process.platform === 'linux').each([
  ['named', '/home/me/settings', '/home/me/settings/Baseline'],
  ['empty', '', path.join(os.homedir(), '.config', 'Baseline')],
  ['not named', undefined, path.join(os.homedir(), '.config', 'Baseline')],
])('the profile where the folder of settings is %s', (_name, folder, profile) => {
  vi.stubEnv('XDG_CONFIG_HOME', folder);
  expect(findDefaultProfile()).toBe(profile);
});

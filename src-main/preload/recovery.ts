import { contextBridge, ipcRenderer } from 'electron';
import type { RecoveryApi, RecoveryChannel } from '../../src-shared/ipc/recovery-contract.ts';

// A type alone is imported: the preload carries no schemas.
const names: Record<RecoveryChannel, true> = {
  'recovery:get': true,
  'recovery:salvage': true,
  'recovery:put-back': true,
  'recovery:start-anew': true,
  'recovery:open-folder': true,
  'recovery:open': true,
};

const api: RecoveryApi = {
  call: channel =>
    Object.hasOwn(names, channel)
      ? ipcRenderer.invoke(channel, {})
      : Promise.reject(new Error(`unknown channel ${channel}`)),
};

contextBridge.exposeInMainWorld('recovery', api);

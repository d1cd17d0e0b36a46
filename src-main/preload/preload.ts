import { contextBridge, ipcRenderer, webFrame, webUtils } from 'electron';
import type { BaselineApi } from '../../src-shared/ipc/contract.ts';
import { channelNames, eventNames } from '../../src-shared/ipc/names.ts';

// What the preload does not name, a page cannot call: only names and types of the contract are in here.
const api: BaselineApi = {
  call: (channel, input) =>
    channelNames.includes(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(new Error(`unknown channel ${channel}`)),
  // A file that no disk has, made up by a page, has no path.
  offer: file => ipcRenderer.invoke('exchange:offer', { file: webUtils.getPathForFile(file) }),
  on: (event, listener) => {
    if (!eventNames.includes(event)) throw new Error(`unknown event ${event}`);
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.off(event, forward);
    };
  },
  setTextSize: percent => webFrame.setZoomFactor(percent / 100),
};

contextBridge.exposeInMainWorld('baseline', api);

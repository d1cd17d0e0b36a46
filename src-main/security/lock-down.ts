import { app, session } from 'electron';
import { requestNothing } from './no-network.ts';

/** Denies what no page of Baseline needs: the network, permissions, navigation, new windows, webviews. */
export function lockDown(): void {
  requestNothing();
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', event => {
      // A page may load itself again: its last resort when drawing failed.
      if (event.url !== contents.getURL()) event.preventDefault();
    });
    contents.on('will-redirect', event => event.preventDefault());
    contents.on('will-attach-webview', event => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

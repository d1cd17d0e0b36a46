import { app, session } from 'electron';

/** Denies what no page of Baseline needs: permissions, navigation, new windows, webviews, spell-checking. */
export function lockDown(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  // The spell-checker fetches its dictionaries from the network.
  session.defaultSession.setSpellCheckerEnabled(false);
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

import { app, session } from 'electron';

/** Everything that leads to another machine. */
const elsewhere = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'];

/**
 * Lets Chromium resolve no name and reach no address, whatever part of it asks: some of its parts ask unbidden. Must
 * run before Electron is ready.
 */
export function resolveNothing(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Refuses every request that would leave this machine; must run before the first page is loaded. */
export function requestNothing(): void {
  const { defaultSession } = session;
  defaultSession.webRequest.onBeforeRequest({ urls: elsewhere }, (_details, decide) =>
    decide({ cancel: true }),
  );
  // Told that there is no language, the spell-checker fetches no dictionary: not even that it is off stops it.
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.setSpellCheckerEnabled(false);
}

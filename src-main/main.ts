import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { app } from 'electron';
import { isCommandLine } from './commands/is-command-line.ts';
import { explain } from './ipc/answer.ts';
import { dropSwitches, readArguments } from './lifecycle/arguments.ts';
import { findBuiltInDecks } from './lifecycle/folders.ts';
import { createOpenFiles, locateArgument } from './lifecycle/open-files.ts';
import type { SecondStart } from './lifecycle/start.ts';
import { tellProblem } from './lifecycle/tell.ts';
import { resolveNothing } from './security/no-network.ts';
import { declareScheme } from './security/scheme.ts';
import { makeProfileFolder } from './services/profile-folder.ts';

const args = process.argv.slice(1);

// Release builds cannot run as Node, so a packaged app takes headless commands itself.
if (app.isPackaged && isCommandLine(args)) void runHeadless();
else void runWindow();

async function runHeadless(): Promise<void> {
  const { runCommandLine } = await import('./commands/run.ts');
  const write = (stream: NodeJS.WriteStream) => (text: string) => stream.write(`${text}\n`);
  const output = { out: write(process.stdout), err: write(process.stderr) };
  app.exit(runCommandLine(dropSwitches(args), findBuiltInDecks(), output));
}

async function runWindow(): Promise<void> {
  resolveNothing();
  declareScheme();
  const files = createOpenFiles();
  // macOS tells of files so, and of the first before anything is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    files.give(file);
  });
  try {
    const { profile, clock, file } = readArguments(args, { packaged: app.isPackaged });
    const dir = path.resolve(profile ?? app.getPath('userData'));
    // Without a folder to write to, Electron would answer below that another instance holds the lock.
    makeProfileFolder(dir);
    app.setPath('userData', dir);
    // Chromium's own files stay out of the way of a person who looks into the profile.
    app.setPath('sessionData', path.join(dir, 'browser'));
    // Before anything of the profile is opened. The first instance hears of this start and comes to the front.
    const start: SecondStart = { file: file === null ? null : locateArgument(file, process.cwd()) };
    if (!app.requestSingleInstanceLock(start)) return app.quit();
    if (start.file !== null) files.give(start.file);
    // What V8 made of everything below is kept for the next start, in the one folder that is the person's alone.
    // Node would make both folders for everyone to read.
    makeProfileFolder(path.join(dir, 'browser', 'compiled'));
    enableCompileCache(path.join(dir, 'browser', 'compiled'));
    const { startWindow } = await import('./lifecycle/start.ts');
    await app.whenReady();
    await startWindow(dir, clock, files);
  } catch (error) {
    await app.whenReady();
    await tellProblem(explain(error, console.error));
    app.exit(2);
  }
}

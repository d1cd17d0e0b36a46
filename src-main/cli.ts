import path from 'node:path';
import { runCommandLine } from './commands/run.ts';

// The bundle lies in out/main; the decks lie beside out/.
const builtInDecks = path.resolve(import.meta.dirname, '..', '..', 'decks');

process.exitCode = runCommandLine(process.argv.slice(2), builtInDecks, {
  out: text => process.stdout.write(`${text}\n`),
  err: text => process.stderr.write(`${text}\n`),
});

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { build } from 'vite';
import { installAnki, unpackMnemosyne } from '../../../scripts/peers.mjs';
import type { OperationName, Request, Timed } from './protocol.ts';

/** A program that is measured, in a process of its own. */
export type Side = {
  name: string;
  /** Another program, with a collection of its own making. */
  isPeer: boolean;
  load(folder: string, file: string): Promise<{ about: string }>;
  begin(op: OperationName, folder: string, words: readonly string[]): Promise<{ can: boolean }>;
  time(repetitions: number): Promise<Timed>;
  end(): Promise<unknown>;
  close(): void;
};

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** Ours as the app ships it, in one bundle and with its worker beside it; the floors are in it too. */
export async function startOwn(): Promise<{ own: Side; floor: Side }> {
  const outDir = path.join(root, 'out', 'peers');
  await build({
    configFile: path.join(root, 'vite.main.config.ts'),
    root,
    logLevel: 'warn',
    build: {
      outDir,
      sourcemap: false,
      rolldownOptions: {
        input: {
          driver: 'tests/bench/peers/own-driver.ts',
          'job-worker': 'src-main/services/exchange/job-worker.ts',
        },
      },
    },
  });
  const driver = path.join(outDir, 'driver.js');
  return {
    own: startSide('Baseline', process.execPath, [driver]),
    floor: startSide('floor', process.execPath, [driver, 'floor']),
  };
}

/** Null where its package cannot be had here. */
export function startAnki(folder: string): Side | null {
  const python = installAnki(folder);
  return python === null ? null : startPython('Anki', python, 'anki_driver.py', {});
}

/** Null where its package cannot be had here. */
export function startMnemosyne(folder: string): Side | null {
  const modules = unpackMnemosyne(folder);
  return modules === null
    ? null
    : startPython('Mnemosyne', 'python3', 'mnemosyne_driver.py', { PYTHONPATH: modules });
}

function startPython(name: string, python: string, file: string, env: NodeJS.ProcessEnv): Side {
  // The collection's own clock stands at Greenwich.
  const environment = { TZ: 'UTC', PYTHONDONTWRITEBYTECODE: '1', PYTHONWARNINGS: 'ignore', ...env };
  const script = path.join(import.meta.dirname, file);
  return { ...startSide(name, python, [script], environment), isPeer: true };
}

function startSide(
  name: string,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Side {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ask = createAsk(name, child);
  return {
    name,
    isPeer: false,
    load: (folder, file) => ask({ do: 'load', folder, package: file }),
    begin: (op, folder, words) => ask({ do: 'begin', op, folder, words }),
    time: repetitions => ask({ do: 'time', repetitions }),
    end: () => ask({ do: 'end' }),
    close: () => void child.stdin?.end(),
  };
}

/** One request at a time; the answer's form is that of the request, by the drivers beside this file. */
function createAsk(name: string, child: ChildProcess) {
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('a side has no pipes');
  const lines = readline.createInterface({ input: stdout })[Symbol.asyncIterator]();
  return async <T>(request: Request): Promise<T> => {
    stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended at ${JSON.stringify(request)}`);
    return JSON.parse(value);
  };
}

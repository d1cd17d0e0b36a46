import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { TaskInput } from '../driver/protocol.ts';

/** One thing that a program did to the files below a folder, or said on standard output, in order. */
export type Step =
  /** `anew`: what the file held is gone. */
  | { kind: 'create'; path: string; anew: boolean }
  | { kind: 'write'; path: string; at: number; data: Buffer }
  | { kind: 'copy'; from: string; fromAt: number; to: string; toAt: number; bytes: number }
  | { kind: 'truncate'; path: string; size: number }
  | { kind: 'folder'; path: string }
  | { kind: 'remove'; path: string }
  | { kind: 'link'; from: string; to: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'sync'; path: string }
  | { kind: 'say'; text: string };

/** What is to be done where there is no strace; null where there is. */
export function findNoTrace(): string | null {
  const tried = spawnSync('strace', ['-e', 'trace=none', 'true'], { stdio: 'ignore' });
  if (tried.error) return 'strace is not installed (on Debian: apt-get install strace)';
  return tried.status === 0 ? null : 'strace may not watch processes here';
}

const calls = [
  'openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range',
  'rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,copy_file_range,sendfile',
].join(',');

/** Runs a driver to its end and answers with everything that it did to the files below `root`. Throws where it failed. */
export async function recordSteps(
  bundle: string,
  task: TaskInput,
  root: string,
  log: string,
): Promise<Step[]> {
  const driver = [process.execPath, path.join(bundle, 'driver.js'), JSON.stringify(task)];
  const child = spawn(
    'strace',
    ['-f', '-y', '-xx', '-s', '1000000', '-e', `trace=${calls}`, '-o', log, ...driver],
    {
      // Node would else hand some writes to the kernel by a ring that strace does not see.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_NO_WARNINGS: '1', UV_USE_IO_URING: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const [[code], words] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  if (code !== 0 || words !== '') throw new Error(`the traced driver failed: ${words}`);
  return readSteps(fs.readFileSync(log, 'latin1'), root);
}

/** Reads what strace wrote. A call that another thread's interrupted counts where it ended. Throws for one unknown. */
export function readSteps(trace: string, root: string): Step[] {
  const begun = new Map<string, string>();
  const read = createReader(root);
  return trace.split('\n').flatMap(line => {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const unfinished = /^(.*) <unfinished \.\.\.>$/s.exec(rest);
    if (unfinished) {
      begun.set(thread, unfinished[1] ?? '');
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(rest);
    return read(resumed ? `${begun.get(thread) ?? ''}${resumed[1]}` : rest);
  });
}

/** Reads calls one by one; it remembers where each open file stands. */
function createReader(root: string): (call: string) => Step[] {
  const positions = new Map<string, number>();
  const isOurs = (file: string): boolean =>
    (file === root || file.startsWith(`${root}${path.sep}`)) && !file.endsWith('-shm');
  const advance = (fd: string, bytes: number): number => {
    const at = positions.get(fd) ?? 0;
    positions.set(fd, at + bytes);
    return at;
  };
  return call => {
    const match = /^(\w+)\((.*)\) += (\d+)(<.*>)?$/s.exec(call);
    // What failed did nothing.
    if (!match) return [];
    const [, name = '', given = '', result = '0'] = match;
    const args = splitArguments(given);
    const [first = '', second = '', third = '', fourth = ''] = args;
    const one = (file: string, step: (file: string) => Step): Step[] => (isOurs(file) ? [step(file)] : []);
    switch (name) {
      case 'openat': {
        positions.set(result, 0);
        return third.includes('O_CREAT')
          ? one(readText(second).toString(), file => ({
              kind: 'create',
              path: file,
              anew: third.includes('O_TRUNC'),
            }))
          : [];
      }
      case 'write': {
        const data = readText(second).subarray(0, Number(result));
        const { fd, file } = readHandle(first);
        if (fd === '1') return [{ kind: 'say', text: data.toString() }];
        const at = advance(fd, data.length);
        return one(file, target => ({ kind: 'write', path: target, at, data }));
      }
      case 'writev': {
        const data = Buffer.concat(
          [...second.matchAll(/iov_base=("[^"]*")/g)].map(([, part]) => readText(part ?? '')),
        );
        const { fd, file } = readHandle(first);
        const at = advance(fd, data.length);
        return one(file, target => ({
          kind: 'write',
          path: target,
          at,
          data: data.subarray(0, Number(result)),
        }));
      }
      case 'pwrite64': {
        const data = readText(second).subarray(0, Number(result));
        return one(readHandle(first).file, file => ({ kind: 'write', path: file, at: Number(fourth), data }));
      }
      case 'copy_file_range':
      case 'sendfile': {
        const [source, from, target, to] =
          name === 'sendfile' ? [second, third, first, 'NULL'] : [first, second, third, fourth];
        const bytes = Number(result);
        const at = (handle: string, place: string): number =>
          place === 'NULL' ? advance(readHandle(handle).fd, bytes) : Number(/\d+/.exec(place)?.[0]);
        const [fromAt, toAt] = [at(source, from), at(target, to)];
        return one(readHandle(target).file, file => ({
          kind: 'copy',
          from: readHandle(source).file,
          fromAt,
          to: file,
          toAt,
          bytes,
        }));
      }
      case 'ftruncate':
        return one(readHandle(first).file, file => ({ kind: 'truncate', path: file, size: Number(second) }));
      case 'fsync':
      case 'fdatasync':
        return one(readHandle(first).file, file => ({ kind: 'sync', path: file }));
      case 'mkdir':
        return one(readText(first).toString(), file => ({ kind: 'folder', path: file }));
      case 'unlink':
      case 'rmdir':
        return one(readText(first).toString(), file => ({ kind: 'remove', path: file }));
      case 'unlinkat':
        return one(path.resolve(readHandle(first).file, readText(second).toString()), file => ({
          kind: 'remove',
          path: file,
        }));
      case 'rename':
        return one(readText(second).toString(), to => ({
          kind: 'rename',
          from: readText(first).toString(),
          to,
        }));
      case 'link':
        return one(readText(second).toString(), to => ({
          kind: 'link',
          from: readText(first).toString(),
          to,
        }));
      default:
        if (args.some(arg => isOurs(readHandle(arg).file) || isOurs(readText(arg).toString())))
          throw new Error(`the trace holds a call that is not understood: ${name}`);
        return [];
    }
  };
}

/** Arguments hold no comma of their own: strace writes all text as hexadecimal bytes. */
function splitArguments(given: string): string[] {
  return given.split(/, (?![^[]*\])/);
}

/** The bytes of a text argument, `"\x61…"`. */
function readText(argument: string): Buffer {
  return Buffer.from(argument.replace(/^[^"]*"|".*$/gs, '').replaceAll('\\x', ''), 'hex');
}

/** An open file: its number, and the path that strace wrote behind it. */
function readHandle(argument: string): { fd: string; file: string } {
  const [, fd = '', file = ''] = /^(\w+)(?:<(.*)>)?$/s.exec(argument) ?? [];
  return { fd, file: Buffer.from(file.replaceAll('\\x', ''), 'hex').toString() };
}

import { takeProfileLock } from '../../src-main/db/lock.ts';

// Run as a process of its own: takes the lock of the folder it is given, says so, and holds it until it is killed.
const [dir = '', kind] = process.argv.slice(2);
const lock = takeProfileLock(dir, { pid: process.pid, kind: kind === 'app' ? 'app' : 'command' });
process.stdout.write('release' in lock ? 'held\n' : `refused ${JSON.stringify(lock.heldBy)}\n`);
process.stdin.resume();

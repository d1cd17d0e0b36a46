import { spawn } from 'node:child_process';
import path from 'node:path';

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '..');

/** Ends the script with a message for a person: what is wrong and what to do. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program in the repository's root with this terminal as its own, and answers with its exit code (128 and
 * the signal's number would be the shell's way; here any signal is 1).
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, stdio?: import('node:child_process').StdioOptions, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = process.env, stdio = 'inherit', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio, shell });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

/**
 * Runs a script written in JavaScript with the Node that runs this one.
 *
 * @param {string} file relative to the repository's root
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runScript(file, args, options) {
  return run(process.execPath, [path.join(root, file), ...args], options);
}

/**
 * The frame of every script: its exit code becomes the process's, a `Stop` becomes its message without a stack.
 *
 * @param {() => Promise<number>} work
 */
export async function main(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

/** Options of every command that take a value. */
const takesValue = /^--(profile|now)$/;

/**
 * True where these arguments ask for a headless command: a bare word, behind options at most. A word that is none is
 * misuse like elsewhere, and opens no window; a file to be opened has a dot or a slash in its name.
 */
export function isCommandLine(args: readonly string[]): boolean {
  const first = args.find((arg, index) => !arg.startsWith('-') && !takesValue.test(args[index - 1] ?? ''));
  return first !== undefined && /^[a-z]+$/.test(first);
}

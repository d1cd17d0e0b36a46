import { formatKey } from '../../../src-shared/ipc/commands.ts';

/** A key of a command as this system's keyboards have it. */
export function keyText(key: string): string {
  return formatKey(key, navigator.userAgent.includes('Macintosh'));
}

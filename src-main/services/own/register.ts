import { createHash } from 'node:crypto';

/** One text that a card (or a deck's head) had: in canonical form, with the hybrid clock of the edit that made it. */
export type Version = { clock: number; content: string };

/**
 * What is known of one text on several devices: its versions that no edit replaced, the one in force first, and marks
 * of those that one did. A text that was never edited here has clock 0.
 */
export type Register = { versions: Version[]; superseded: string[] };

/** A text as it is found in a file, without a history. */
export function beginRegister(content: string): Register {
  return { versions: [{ clock: 0, content }], superseded: [] };
}

/** After an edit here: it replaces the version that was in force, and comes after everything seen. */
export function editRegister(register: Register, content: string, clock: number): Register {
  const [before, ...others] = register.versions;
  if (before?.content === content) return register;
  return settle(
    [{ clock, content }, ...others],
    [...register.superseded, ...(before ? [markOf(before)] : [])],
  );
}

/**
 * What two devices know together. Commutative, associative and idempotent: versions and marks are united, what is
 * marked goes, and of the rest the latest is in force (of two at one moment, the one whose fingerprint is larger).
 */
export function mergeRegisters(a: Register, b: Register): Register {
  return settle([...a.versions, ...b.versions], [...a.superseded, ...b.superseded]);
}

/** Versions that lost against one made elsewhere, and were not yet decided on. */
export function listConflicts({ versions: [present, ...others] }: Register): Version[] {
  const contents = new Map(others.map(one => [one.content, one]));
  if (present) contents.delete(present.content);
  return [...contents.values()];
}

/** After the person decided on what lost: only what is in force remains. */
export function settleConflicts(register: Register): Register {
  const [present, ...others] = register.versions;
  return settle(present ? [present] : [], [...register.superseded, ...others.map(markOf)]);
}

/** True where there is nothing to know beside the text itself. */
export function isPlain({ versions, superseded }: Register): boolean {
  return versions.length === 1 && versions[0]?.clock === 0 && superseded.length === 0;
}

function settle(versions: readonly Version[], superseded: readonly string[]): Register {
  const marks = new Set(superseded);
  const left = new Map(versions.map(one => [markOf(one), one] as const));
  for (const mark of marks) left.delete(mark);
  const latestFirst = [...left].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, version]) => version);
  return { versions: latestFirst, superseded: [...marks].sort() };
}

/** Names a version; texts of marks stand in the order of their clocks. */
function markOf({ clock, content }: Version): string {
  const fingerprint = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return `${String(clock).padStart(16, '0')} ${fingerprint}`;
}

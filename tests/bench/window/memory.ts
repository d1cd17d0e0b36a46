import fs from 'node:fs';

/**
 * Memory of a process and of all that it started, in MB: what belongs to each alone, and of what several share (the
 * runtime's own program most of all) each one's part (`Pss` of the kernel). Linux only.
 */
export function readMemory(pid: number): number {
  const parents = new Map(
    fs
      .readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => [Number(name), readParent(name)]),
  );
  const isOurs = (one: number): boolean => {
    for (let at: number | undefined = one; at !== undefined && at > 1; at = parents.get(at))
      if (at === pid) return true;
    return false;
  };
  const kilobytes = [...parents.keys()].filter(isOurs).reduce((sum, one) => sum + readPss(one), 0);
  return kilobytes / 1024;
}

/** 0 for a process that has ended meanwhile. */
function readParent(pid: string): number {
  try {
    // The name in brackets may hold anything.
    return Number(
      fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return 0;
  }
}

function readPss(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

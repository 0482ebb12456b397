import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. In ms. */
const TICK = 10;

interface Process {
  parent: number;
  /** Its own time and that of its children that have ended, in ms. */
  cpu: number;
}

function readProcess(pid: string): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; after it comes the state, and the parent.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const times = [11, 12, 13, 14].map((at) => Number(fields[at]));
    return { parent: Number(fields[1]), cpu: times.reduce((sum, time) => sum + time, 0) * TICK };
  } catch {
    // It has ended since the folder was listed.
    return undefined;
  }
}

/** What a process and all that it started have used of the processors so far, in ms, steps of 10. Linux alone. */
export function cpuOfTree(root: number): number {
  const all = new Map<number, Process>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const process = readProcess(pid);
    if (process !== undefined) all.set(Number(pid), process);
  }
  const isInTree = (pid: number): boolean => {
    if (pid === root) return true;
    const parent = all.get(pid)?.parent;
    return parent !== undefined && parent > 1 && isInTree(parent);
  };
  return [...all].reduce((sum, [pid, { cpu }]) => sum + (isInTree(pid) ? cpu : 0), 0);
}

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one run of a program took. */
export interface Run {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Peak resident memory in MiB of the largest process among the program's; null where it cannot be seen. */
  readonly memory: number | null;
}

/** Runs Node with `args` in a folder, its output thrown away, and measures. Memory is read from /proc, so on Linux only. */
export function measure(args: readonly string[], cwd: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { cwd, stdio: 'ignore' });
  let memory: number | null = null;
  const look = () => {
    for (const pid of descendants(child.pid)) memory = Math.max(memory ?? 0, peakOf(pid)) || null;
  };
  const timer = setInterval(look, 10);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('exit', () => {
      clearInterval(timer);
      settle({ wall: performance.now() - started, memory });
    });
  });
}

/** A process and those that it started. */
function descendants(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(descendants)];
  } catch {
    return [pid];
  }
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The value below which that part (0 to 1) of all values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

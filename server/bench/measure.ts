import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** What one run of a program took, the programs that it started included. */
export interface Run {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of all processors together. */
  readonly cpu: number;
  /** Peak resident memory in MiB of the largest process among the program's; null where it cannot be seen. */
  readonly memory: number | null;
}

/** Bash measures what it starts, children of children included, to the millisecond. */
const TIMED = 'TIMEFORMAT="%R %U %S"; time "$@" > /dev/null 2> /dev/null';

/** Runs Node with `args` in a folder, its output thrown away, and measures. Memory is read from /proc, so on Linux only. */
export function measure(args: readonly string[], cwd: string): Promise<Run> {
  const child = spawn('bash', ['-c', TIMED, 'bash', process.execPath, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let memory: number | null = null;
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const look = () => {
    for (const pid of descendants(child.pid).slice(1)) memory = Math.max(memory ?? 0, peakOf(pid)) || null;
  };
  const timer = setInterval(look, 10);
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', () => {
      clearInterval(timer);
      const [real = Number.NaN, user = Number.NaN, system = Number.NaN] = said.trim().split(' ').map(Number);
      settle({ wall: real * 1000, cpu: (user + system) * 1000, memory });
    });
  });
}

/** Milliseconds: how long the processors are looked at, and how long it is waited for them at most. */
const LOOK = 200;
export const PATIENCE = 5_000;
/** Processors that idle so much of the time do nothing else. */
const IDLE = 0.9;

/** Waits until nothing else works on the processors, for some seconds: beside other work, wall times say little. */
export async function calm(): Promise<void> {
  const limit = performance.now() + PATIENCE;
  for (let before = ticks(); performance.now() < limit; ) {
    await sleep(LOOK);
    const after = ticks();
    if (after.idle - before.idle > IDLE * (after.all - before.all)) return;
    before = after;
  }
}

function ticks(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { idle: sum(times.map(({ idle }) => idle)), all: sum(times.flatMap((time) => Object.values(time))) };
}

/**
 * Looks at the processors from now on. What comes back says how many percent of their time the host of a virtual machine
 * has taken for others since: times say little where it is more than a few. Null where the system does not tell.
 */
export function watchHost(): () => number | null {
  const before = hostTicks();
  return () => {
    const after = hostTicks();
    return before && after && Math.round((100 * (after.taken - before.taken)) / Math.max(1, after.all - before.all));
  };
}

/** Of Linux: user, nice, system, idle, iowait, irq, softirq, steal; what follows is counted in these. */
function hostTicks(): { readonly taken: number; readonly all: number } | null {
  if (!existsSync('/proc/stat')) return null;
  const [, ...times] = (readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '').split(/ +/, 9).map(Number);
  return { taken: times[7] ?? 0, all: times.reduce((total, time) => total + time, 0) };
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

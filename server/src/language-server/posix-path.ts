/** Stands in for `node:path` where there is no Node: what the configuration needs of it, for paths with slashes. */

export const sep = '/';

export function basename(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf(sep);
  if (slash === -1) return '.';
  return slash === 0 ? sep : path.slice(0, slash);
}

export function join(...paths: readonly string[]): string {
  return normalize(paths.join(sep));
}

/** From the last absolute path on; the working folder is the root. */
export function resolve(...paths: readonly string[]): string {
  const from = paths.findLastIndex((path) => path.startsWith(sep));
  return normalize([sep, ...paths.slice(Math.max(from, 0))].join(sep));
}

export function relative(from: string, to: string): string {
  const [here, there] = [from, to].map((path) => steps(resolve(path)));
  const differs = (here ?? []).findIndex((step, index) => step !== there?.[index]);
  const common = differs === -1 ? (here ?? []).length : differs;
  const up = (here ?? []).slice(common).map(() => '..');
  return [...up, ...(there ?? []).slice(common)].join(sep);
}

function normalize(path: string): string {
  const kept: string[] = [];
  for (const step of steps(path)) {
    if (step === '..' && kept.length > 0) kept.pop();
    else if (step !== '..') kept.push(step);
  }
  return (path.startsWith(sep) ? sep : '') + kept.join(sep);
}

function steps(path: string): string[] {
  return path.split(sep).filter((step) => step !== '' && step !== '.');
}

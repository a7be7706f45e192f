import { relative, sep } from 'node:path';

/** How a file is shown: relative to the current folder, with forward slashes. */
export function nameOf(path: string): string {
  return relative('', path).split(sep).join('/') || '.';
}

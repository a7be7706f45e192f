import { relative, sep } from 'node:path';

/** What GitHub Actions takes for a command where it begins a line. */
const COMMAND = /^\s*::/;

/** How a file is shown: relative to the current folder, with forward slashes. */
export function nameOf(path: string): string {
  const name = relative('', path).split(sep).join('/') || '.';
  return COMMAND.test(name) ? `./${name}` : name;
}

import { relative, sep } from 'node:path';

/** What GitHub Actions takes for a command where it begins a line. */
const COMMAND = /^\s*::/;

/** How a file is shown: relative to the current folder, with forward slashes. */
export function nameOf(path: string): string {
  return atLineStart(relative('', path).split(sep).join('/') || '.');
}

/** A name with which a line may begin. */
export function atLineStart(name: string): string {
  return COMMAND.test(name) ? `./${name}` : name;
}

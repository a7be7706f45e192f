import { statSync } from 'node:fs';

/** Whether there is a folder at `path`, symbolic links followed. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

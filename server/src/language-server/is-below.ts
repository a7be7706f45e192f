import { sep } from 'node:path';

/** Whether a path leads into a folder. */
export function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

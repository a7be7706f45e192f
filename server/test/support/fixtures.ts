import { readFileSync } from 'node:fs';

/** The text of a file below test-fixtures/. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../../test-fixtures/${name}`, import.meta.url), 'utf8');
}

import { existsSync, readFileSync } from 'node:fs';

const path = new URL('../../../../shared/reference/article.txt', import.meta.url);

/** The published article that drafts are read after, where it lies beside the project; null elsewhere. */
export const reference = existsSync(path) ? readFileSync(path, 'utf8') : null;

/** Options for tests that need the reference article: they are skipped by name without it. */
export const needsReference = { skip: reference === null && 'the reference article is not beside the project' };

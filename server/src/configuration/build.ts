import { randomUUID } from 'node:crypto';

/** Set by the build; run from the sources, the program has none. */
declare const SENTINEL_CITATIONS_BUILD: string | undefined;

/**
 * What tells this build of the program from any other, those of the same version among them: what one kept is nothing
 * to another. From the sources, which may change at any time, nothing holds longer than the process.
 */
export const BUILD: string = typeof SENTINEL_CITATIONS_BUILD === 'string' ? SENTINEL_CITATIONS_BUILD : randomUUID();

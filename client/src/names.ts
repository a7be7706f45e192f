/** The prefix of settings, commands and the server's own messages. */
export const ID = 'sentinelCitations';
export const NAME = 'Sentinel Citations';
/** The source that all findings name. */
export const DIAGNOSTIC_SOURCE = 'sentinel-citations';

import { remarkSentinelCitations } from './plugin.ts';

export type { RemarkSentinelCitationsOptions } from './options.ts';
export { remarkSentinelCitations } from './plugin.ts';

/** @alias */
// biome-ignore lint/style/noDefaultExport: hosts that know a plugin by the name of its module take its default export.
export default remarkSentinelCitations;

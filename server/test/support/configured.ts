import type { Configured } from '../../src/language-server/configurations.ts';

/** What holds for a draft where nothing is configured. */
export const NOTHING_CONFIGURED: Configured = {
  context: {},
  path: '/draft.md',
  isDraft: null,
  inlayHints: false,
  codeLenses: false,
  vocabularies: [],
  ownVocabularies: [],
  problems: [],
  files: [],
};

/** What a draft is checked with: a script of its own, for drafts whose results were kept do without. */
export { analyse } from '../../analysis.ts';
export { createVocabularies } from '../../configuration/vocabularies.ts';
export { openVocabularyCache } from '../../configuration/vocabulary-cache.ts';

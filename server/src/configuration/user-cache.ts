import type { VocabularyCache } from './vocabulary-cache.ts';

/**
 * Opens the user's cache of vocabularies once one is read: most drafts name none of their own, and what makes hashes
 * takes long to load.
 */
export async function openUserCache(): Promise<VocabularyCache | null> {
  const { openVocabularyCache } = await import('./vocabulary-cache.ts');
  return openVocabularyCache();
}

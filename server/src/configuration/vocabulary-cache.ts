import { join } from 'node:path';
import { loadVocabulary, storeVocabulary } from '../vocabulary/cache.ts';
import { hashOf } from '../vocabulary/hash.ts';
import type { VocabularyText } from '../vocabulary/load.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { BUILD } from './build.ts';
import { keepWhole, readWhole, userCacheFolder } from './cache-folder.ts';

/** Vocabularies as they were compiled before: a large one takes a second, and is kept for the next time. */
export interface VocabularyCache {
  /** What these files were compiled to, over the vocabulary that comes along or not; null when it is not known. */
  readonly find: (files: readonly VocabularyText[], withDefault: boolean) => Vocabulary | null;
  /** Keeps what they were compiled to; what cannot be kept is made again the next time. */
  readonly keep: (files: readonly VocabularyText[], withDefault: boolean, vocabulary: Vocabulary) => void;
}

/**
 * Keeps compiled vocabularies, one file for each combination of paths. They hold as long as the content of the files
 * and the build of the program are the same. Nothing in the folder is trusted: what this program did not write for
 * these very files is as good as none.
 *
 * @param folder an absolute path; without it, one in the user's folder
 * @returns null where the environment has SENTINEL_CITATIONS_NO_CACHE, or the user has no folder for it
 */
export function openVocabularyCache(folder: string | null = userCacheFolder('vocabularies')): VocabularyCache | null {
  if (process.env['SENTINEL_CITATIONS_NO_CACHE'] || folder === null) return null;
  const place = (files: readonly VocabularyText[], withDefault: boolean) => {
    // Of two combinations that share a name, one is kept.
    const name = hashOf(JSON.stringify([withDefault, ...files.map(({ path }) => path)])) >>> 0;
    return join(folder, `${name.toString(16).padStart(8, '0')}.bin`);
  };
  return {
    find: (files, withDefault) => {
      const kept = readWhole(place(files, withDefault));
      if (!kept?.head.equals(headOf(files, withDefault))) return null;
      const { buffer, byteOffset, length } = kept.content;
      return loadVocabulary(new Uint8Array(buffer as ArrayBuffer, byteOffset, length));
    },
    keep: (files, withDefault, vocabulary) =>
      keepWhole(place(files, withDefault), headOf(files, withDefault), storeVocabulary(vocabulary)),
  };
}

/** All that a compiled vocabulary rests on. To keep it takes less than what makes hashes takes to load. */
function headOf(files: readonly VocabularyText[], withDefault: boolean): Buffer {
  const text = JSON.stringify([BUILD, withDefault, ...files.map(({ path, text }) => [path, text])]);
  return Buffer.from(text.padEnd(text.length + 8 - (Buffer.byteLength(text) % 8)));
}

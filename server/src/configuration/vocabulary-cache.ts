import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { loadVocabulary, storeVocabulary } from '../vocabulary/cache.ts';
import type { VocabularyText } from '../vocabulary/load.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { BUILD } from './build.ts';
import { keep, readKept, sweep, userCacheFolder } from './cache-folder.ts';

/** Vocabularies as they were compiled before: a large one takes a second, and is kept for the next time. */
export interface VocabularyCache {
  /** What these files were compiled to, over the vocabulary that comes along or not; null when it is not known. */
  readonly find: (files: readonly VocabularyText[], withDefault: boolean) => Vocabulary | null;
  /** Keeps what they were compiled to; what cannot be kept is made again the next time. */
  readonly keep: (files: readonly VocabularyText[], withDefault: boolean, vocabulary: Vocabulary) => void;
}

const SEAL = 36;

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
    const name = hash(JSON.stringify([withDefault, ...files.map(({ path }) => path)])).toString('hex');
    return join(folder, `${name}.bin`);
  };
  return {
    find: (files, withDefault) => {
      const kept = readKept(place(files, withDefault));
      if (!kept || kept.length < SEAL) return null;
      const bytes = new Uint8Array(kept.buffer as ArrayBuffer, kept.byteOffset + SEAL, kept.length - SEAL);
      if (!kept.subarray(0, SEAL).equals(seal(files, withDefault, bytes))) return null;
      return loadVocabulary(bytes);
    },
    keep: (files, withDefault, vocabulary) => {
      const bytes = storeVocabulary(vocabulary);
      sweep(folder);
      keep(place(files, withDefault), Buffer.concat([seal(files, withDefault, bytes), bytes]));
    },
  };
}

/**
 * Tells what this program wrote for these files from anything else, a file cut off among it: what it was made from, and
 * a checksum of what was made, which is ten times as long.
 */
function seal(files: readonly VocabularyText[], withDefault: boolean, bytes: Uint8Array): Buffer {
  const contents = files.map(({ path, text }) => [path, hash(text).toString('hex')]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(bytes));
  return Buffer.concat([hash(JSON.stringify([BUILD, withDefault, ...contents])), checksum]);
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

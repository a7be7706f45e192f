import type { OpenVocabularyCache } from '../configuration/vocabularies.ts';

/** What whoever starts the server says over all that is configured. */
export interface Over {
  /** The one configuration file for all drafts, or none; undefined for the nearest above each. */
  readonly source?: 'none' | { readonly file: string } | undefined;
  /** Absolute paths, over those that are configured. */
  readonly vocabularies: readonly string[];
  /** False: without the default vocabulary, whatever is configured. */
  readonly defaultVocabulary: boolean;
}

export interface FoundFile {
  readonly path: string;
  /** Another one when the file has changed. */
  readonly mark: string;
}

/** What the server needs of where it runs. Nothing else opens a file. */
export interface Host {
  /**
   * Reads a text file: null where there is none, rejects where it cannot be read. Asked for configuration files, what
   * they name, and drafts that are found.
   */
  readonly readFile: (path: string) => Promise<string | null>;
  /** The path of a file that `readFile` can read; null for what is no file, as unsaved documents. */
  readonly toPath: (uri: string) => string | null;
  readonly toUri: (path: string) => string;
  /** The files in a folder and below that may be drafts; absent where nobody can tell. */
  readonly findDrafts?: (folder: string) => Promise<readonly FoundFile[]>;
  readonly openVocabularyCache: OpenVocabularyCache;
  /** Told how long each draft is that was read, in UTF-16 code units: where memory is kept small, it needs some. */
  readonly makeRoom?: (length: number) => void;
  readonly over?: Over;
}

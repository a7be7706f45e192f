import { basename, dirname, join } from 'node:path';
import type { CodeAction, Location, LocationLink } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIGURATION_FILES } from '../configuration/lookup.ts';
import type { Range } from '../text/range.ts';
import type { Client } from './client.ts';
import type { Reading } from './documents.ts';
import { additions } from './features/add-to-vocabulary.ts';
import { targetAt } from './features/target.ts';
import type { Host } from './host.ts';
import { isBelow } from './is-below.ts';
import type { Item } from './list-edit.ts';
import * as to from './to-protocol.ts';

/** What is asked of the vocabulary files that a draft is configured with, or could be. */
export interface OwnVocabularies {
  /** Where the file that is over the others has the concept that is named at `offset`. */
  readonly definition: (reading: Reading, offset: number) => Promise<Location[] | LocationLink[] | null>;
  /**
   * The names at `range` that are in no vocabulary, each to be added to the file that is over the others; where the
   * draft has no file, to one that is made and configured.
   */
  readonly additions: (reading: Reading, range: Range) => Promise<CodeAction[]>;
}

const CONFIGURATION_FILE = '.sentinel-citations.yaml';

/** @param folderOf the path of the workspace's folder that a document is in */
export function createOwnVocabularies(
  host: Host,
  client: Client,
  folderOf: (uri: string) => string | null,
): OwnVocabularies {
  /** The file as it is on the disk; null where there is none that can be read. */
  const open = async (path: string): Promise<TextDocument | null> => {
    const text = await host.readFile(path).catch(() => null);
    return text === null ? null : TextDocument.create(host.toUri(path), 'yaml', 0, text);
  };
  const create = (path: string) => TextDocument.create(host.toUri(path), 'yaml', 0, '');
  const put = async (file: TextDocument, key: string, item: Item): Promise<to.FileEdit | null> => {
    // What reads YAML is large, and most drafts name no vocabulary of their own.
    const { listEdit } = await import('./list-edit.ts');
    const edit = listEdit(file.getText(), key, item);
    return edit && { file, edit };
  };

  /** A file for names, and what makes it the draft's; null where something is in the way. */
  const newVocabulary = async ({ document: { uri }, configured }: Reading) => {
    const draft = host.toPath(uri);
    if (draft === null || !client.trusted || !client.createsFiles || configured.problems.length > 0) return null;
    const nearest = configured.files
      .filter((file) => CONFIGURATION_FILES.includes(basename(file)) && isBelow(dirname(file), draft))
      .reduce<string | null>((best, file) => (best !== null && best.length >= file.length ? best : file), null);
    const path = nearest ?? join(folderOf(uri) ?? dirname(draft), CONFIGURATION_FILE);
    const name = await freeName(dirname(path));
    const configuration = nearest === null ? create(path) : await open(nearest);
    const naming = configuration && (await put(configuration, 'vocabularies', name));
    return naming && { file: create(join(dirname(path), name)), naming, isConfigured: nearest !== null };
  };
  const freeName = async (folder: string): Promise<string> => {
    for (let count = 1; ; count++) {
      const name = count === 1 ? 'vocabulary.yaml' : `vocabulary-${count}.yaml`;
      const known = await host.readFile(join(folder, name)).catch(() => '');
      if (known === null) return name;
    }
  };

  return {
    definition: async ({ document, analysis, configured }, offset) => {
      const target = targetAt(analysis, offset);
      if (target?.kind !== 'mention') return null;
      for (const path of configured.ownVocabularies.toReversed()) {
        const vocabulary = await open(path);
        const { locateConcept } = await import('../vocabulary/locate.ts');
        const place = vocabulary && locateConcept(vocabulary.getText(), target.mention.concept.id);
        if (place) return to.toDefinition(document, { origin: target, targets: [place] }, client, vocabulary);
      }
      return null;
    },
    additions: async (reading, range) => {
      const found = additions(reading.analysis, range);
      if (found.length === 0) return [];
      const own = reading.configured.ownVocabularies.at(-1);
      const made = own === undefined ? await newVocabulary(reading) : null;
      const vocabulary = own === undefined ? made?.file : await open(own);
      if (!vocabulary) return [];
      const actions: CodeAction[] = [];
      for (const { group, finding } of found) {
        const added = await put(vocabulary, 'groups', { ...group });
        if (!added) continue;
        const title = `Add “${group.prefLabel}” to ${made ? 'a new' : 'the'} vocabulary`;
        const created = made ? [made.file, ...(made.isConfigured ? [] : [made.naming.file])] : [];
        const edits = made ? [added, made.naming] : [added];
        actions.push(
          to.toFileAction(title, to.toDiagnostic(reading.document, finding, client), created, edits, client),
        );
      }
      return actions;
    },
  };
}

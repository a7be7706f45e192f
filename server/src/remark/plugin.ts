import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { analyse } from '../analysis.ts';
import { dayOf } from '../configuration/day.ts';
import { createLookup } from '../configuration/lookup.ts';
import { createVocabularies } from '../configuration/vocabularies.ts';
import { openVocabularyCache } from '../configuration/vocabulary-cache.ts';
import { hasCitations } from '../draft/draft.ts';
import { mergeSettings } from '../rules/settings.ts';
import { addFindings, addProblem } from './messages.ts';
import { checkedOptions, type RemarkSentinelCitationsOptions } from './options.ts';
import type { DraftFile } from './vfile.ts';

/** The name for a text that is in no file. */
const NO_FILE = '<stdin>';

/**
 * A remark plugin that adds what `sentinel-citations check` finds as messages to the file: with the rule's id and page,
 * its place, and the texts that would mend it. The tree is left alone; the text is read from the file, as it is
 * before any other plugin changed the tree. Files that are no drafts get no messages.
 *
 * Relative paths in `options` are taken from the current folder of the process.
 *
 * @throws TypeError for what is no option, no rule, or none of its severities and options
 */
export function remarkSentinelCitations(
  options: RemarkSentinelCitationsOptions = {},
): (tree: unknown, file: DraftFile) => Promise<void> {
  const { config, rules = {}, vocabularies = [], defaultVocabulary = true } = checkedOptions(options);
  const source = config === false ? 'none' : config === undefined ? 'nearest' : { file: resolve(config) };
  const lookup = createLookup({ readFile: readText, source });
  const readVocabularies = createVocabularies(readText, openVocabularyCache);

  return async (_tree, file) => {
    const text = file.toString();
    const path = resolve(file.cwd, file.path ?? NO_FILE);
    const { settings, problems } = await lookup.forDraft(path, text);
    if (problems.length > 0) {
      for (const problem of problems) addProblem(file, path, problem);
      return;
    }
    if (settings.isDraft === false) return;
    const { headings, notation } = settings;
    const named = await readVocabularies({
      vocabularies: [...settings.vocabularies, ...vocabularies.map((name) => resolve(name))],
      vocabularyPlaces: settings.vocabularyPlaces,
      defaultVocabulary: settings.defaultVocabulary && defaultVocabulary,
    });
    const { vocabulary } = named;
    const context = {
      today: dayOf(new Date()),
      vocabulary,
      headings,
      notation,
      rules: mergeSettings(settings.rules, rules),
    };
    const { draft, findings } = analyse(text, context);
    if (!settings.isDraft && !hasCitations(draft)) return;
    for (const problem of named.problems) addProblem(file, path, problem);
    addFindings(file, text, findings);
  };
}

/** A text in UTF-8 without its byte order mark; null where there is no such file. */
async function readText(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

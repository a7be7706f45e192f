import * as v from 'valibot';
import { RULES } from '../rules/catalogue.ts';
import type { RuleId } from '../rules/ids.ts';
import { NO_OPTIONS } from '../rules/options.ts';
import { type OptionsSchema, SEVERITIES } from '../rules/rule.ts';

/**
 * The shape of a configuration file: the one source of its type, of its checks and of its JSON Schema. A schema's own
 * message is what a bad value's message says after “expected”.
 */

const text = (expected: string) => v.pipe(v.string(expected), v.minLength(1, expected));
/** `!` takes back what is behind it. */
const glob = v.pipe(v.string('a glob'), v.regex(/[^!]/, 'a glob'));
const globs = (description: string) =>
  v.pipe(v.array(glob, 'a list of globs'), v.title('Globs'), v.description(description));
const headings = (section: string) =>
  v.pipe(
    v.array(text('a heading'), 'a list of headings'),
    v.description(`More headings under which the ${section} stand.`),
  );

const SEVERITY_NAMES = 'off, error, warning, information, or hint';
const severity = v.picklist(['off', ...SEVERITIES], SEVERITY_NAMES);
const ruleSetting = (options: OptionsSchema) =>
  v.union([severity, v.strictTuple([severity, options], 'a severity, or a list of it and options')], SEVERITY_NAMES);
type RuleEntries = {
  readonly [id in RuleId]: v.ExactOptionalSchema<ReturnType<typeof ruleSetting>, undefined>;
};
const ruleEntries = Object.fromEntries(
  RULES.map(({ id, options }) => [id, v.exactOptional(ruleSetting(options ?? NO_OPTIONS))]),
) as RuleEntries;

const effects = {
  notation: v.exactOptional(
    v.pipe(
      v.picklist(
        ['bracket', 'caret', 'sup', 'unicode', 'footnote', 'glued'],
        'bracket, caret, sup, unicode, footnote, or glued',
      ),
      v.description('The notation that markers are to be written in; without it that of most markers.'),
    ),
  ),
  rules: v.exactOptional(
    v.pipe(
      v.strictObject(ruleEntries, 'a map of rules'),
      v.description('Severities other than the rules’ own, and options.'),
    ),
  ),
  vocabularies: v.exactOptional(
    v.pipe(
      v.array(text('a path'), 'a list of paths'),
      v.description('Vocabulary files, relative to the folder of this file.'),
    ),
  ),
  defaultVocabulary: v.exactOptional(
    v.pipe(v.boolean('true or false'), v.description('Whether the vocabulary that comes along is used.')),
  ),
  headings: v.exactOptional(
    v.strictObject(
      {
        citations: v.exactOptional(headings('citations')),
        notes: v.exactOptional(headings('substantive notes')),
      },
      'a map of citations and notes',
    ),
  ),
};

export const configurationSchema = v.strictObject(
  {
    $schema: v.exactOptional(v.string('the address of a JSON Schema')),
    extends: v.exactOptional(
      v.pipe(
        text('a path, or default'),
        v.description('Another configuration file, which holds where this one is silent; or `default`.'),
      ),
    ),
    drafts: v.exactOptional(
      globs('The files that are drafts, relative to the folder of this file; others are passed over in folders.'),
    ),
    ignore: v.exactOptional(globs('Files and folders that are passed over in folders.')),
    ...effects,
    overrides: v.exactOptional(
      v.pipe(
        v.array(
          v.strictObject(
            { files: globs('The files for which the rest of this item holds.'), ...effects },
            'a map with files',
          ),
          'a list of maps with files',
        ),
        v.description('What holds for some files only; later items win.'),
      ),
    ),
  },
  'a map of settings',
);

/** What a configuration file says, or a draft's front matter under `sentinel-citations`. */
export type ConfigurationFile = v.InferOutput<typeof configurationSchema>;

/** What may hold for some files only. */
export type Effects = Pick<ConfigurationFile, 'notation' | 'rules' | 'vocabularies' | 'defaultVocabulary' | 'headings'>;

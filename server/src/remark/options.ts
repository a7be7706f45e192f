import * as v from 'valibot';
import { configurationSchema } from '../configuration/schema.ts';
import type { RuleSettings } from '../rules/settings.ts';
import { describeIssue } from '../text/schema-issues.ts';

/** What the command line takes as options of the same names. */
export interface RemarkSentinelCitationsOptions {
  /** The configuration file for all drafts; false for none. Default: the nearest above each draft. */
  readonly config?: string | false;
  /** Severities that win over all configuration; or of a severity and the rule's options. */
  readonly rules?: RuleSettings;
  /** Vocabulary files over those that are configured. */
  readonly vocabularies?: readonly string[];
  /** False: without the default vocabulary, whatever is configured. */
  readonly defaultVocabulary?: boolean;
}

const { rules, vocabularies, defaultVocabulary } = configurationSchema.entries;
const config = v.exactOptional(v.union([v.string(), v.literal(false)], 'a path, or false'));
const schema = v.strictObject({ config, rules, vocabularies, defaultVocabulary }, 'a map of options');

/**
 * Options as they come, most of them from a file of remark's that nothing has checked.
 *
 * @throws TypeError for what is no option, no rule, or none of its severities and options
 */
export function checkedOptions(options: RemarkSentinelCitationsOptions): RemarkSentinelCitationsOptions {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const result = v.safeParse(schema, given);
  if (result.success) return result.output;
  const { path, message } = describeIssue(result.issues[0], schema);
  throw new TypeError(`sentinel-citations: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
}

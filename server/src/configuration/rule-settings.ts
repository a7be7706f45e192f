import * as v from 'valibot';
import { ruleOf } from '../rules/catalogue.ts';
import { NO_OPTIONS } from '../rules/options.ts';
import type { RuleSetting, RuleSettings } from '../rules/settings.ts';
import { describeIssue } from '../text/schema-issues.ts';

/**
 * Settings of rules that a program gives, its options checked as those of a configuration file are.
 *
 * @throws TypeError for options that a rule does not take
 */
export function checkedSettings(settings: RuleSettings): RuleSettings {
  const checked: Record<string, RuleSetting> = {};
  for (const [id, setting] of Object.entries(settings)) {
    if (!Array.isArray(setting)) {
      checked[id] = setting;
      continue;
    }
    const options = ruleOf(id)?.options ?? NO_OPTIONS;
    const schema = v.object({ rules: v.object({ [id]: v.tuple([v.any(), options]) }) });
    const result = v.safeParse(schema, { rules: { [id]: setting } });
    if (!result.success) {
      const { path, message } = describeIssue(result.issues[0], schema);
      throw new TypeError(`${path.join('.')}: ${message}`);
    }
    checked[id] = [setting[0], result.output.rules[id]?.[1] ?? {}];
  }
  return checked;
}

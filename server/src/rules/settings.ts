import type { Severity } from './finding.ts';

/** How grave a rule's findings are; `off` turns it off. */
export type RuleLevel = Severity | 'off';

/** What is configured of a rule. Options are those of its schema, with their defaults. */
export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>];

/** What is configured of rules other than they are by themselves, by their ids. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** The severity that is configured for a rule; undefined: its own. */
export function levelIn(settings: RuleSettings, id: string): RuleLevel | undefined {
  const setting = settings[id];
  return typeof setting === 'object' ? setting[0] : setting;
}

/** The options that are configured for a rule; undefined: those that hold by themselves. */
export function optionsIn(settings: RuleSettings, id: string): Readonly<Record<string, unknown>> | undefined {
  const setting = settings[id];
  return typeof setting === 'object' ? setting[1] : undefined;
}

/** `above` over `below`, rule by rule. A severity alone leaves the options as they are below. */
export function mergeSettings(below: RuleSettings, above: RuleSettings): RuleSettings {
  const merged: Record<string, RuleSetting> = { ...below };
  for (const [id, setting] of Object.entries(above)) {
    const [level, options] = typeof setting === 'object' ? setting : [setting, optionsIn(below, id)];
    merged[id] = options && Object.keys(options).length > 0 ? [level, options] : level;
  }
  return merged;
}

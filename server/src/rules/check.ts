import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import { RULES, ruleOf } from './catalogue.ts';
import { type Control, readControls } from './controls.ts';
import { heed } from './heed.ts';
import { isRuleId } from './ids.ts';
import { ignoreUnused, unusedControl } from './ignoring/ignore-unused.ts';
import { needsJudgement } from './judgement.ts';
import type { Finding, Fix, Problem, Reading, Rule } from './rule.ts';
import { levelIn, optionsIn, type RuleSettings } from './settings.ts';

/** What all rules find in a draft, in the order of the text. */
export function check(reading: Reading, settings: RuleSettings): Finding[] {
  const controls = readControls(reading.prose);
  const found = runRules(reading, rulesToRun(settings, controls), settings);
  return toFindings(controls.length > 0 ? withoutIgnored(found, controls, settings) : found, reading, settings);
}

/** A problem and the rule that found it. */
export interface Found extends Problem {
  readonly rule: string;
}

/** The rules that are on, and those that a comment turns on. */
export function rulesToRun(settings: RuleSettings, controls: readonly Control[]): readonly Rule[] {
  const enabled = new Set<string>();
  for (const { keyword, rules } of controls) {
    if (keyword.text === 'enable') for (const { text } of rules) enabled.add(text);
  }
  return RULES.filter(({ id }) => levelIn(settings, id) !== 'off' || enabled.has(id));
}

export function runRules(reading: Reading, rules: readonly Rule[], settings: RuleSettings): Found[] {
  const found: Found[] = [];
  for (const { id, check: run } of rules)
    run(reading, (problem) => found.push({ rule: id, ...problem }), optionsIn(settings, id));
  return found;
}

function withoutIgnored(
  found: readonly Found[],
  controls: readonly Control[],
  settings: RuleSettings,
): readonly Found[] {
  const isOn = (rule: string) => levelIn(settings, rule) !== 'off';
  const { kept, unused } = heed(controls, inOrder(found), isOn);
  if (!isOn(ignoreUnused.id)) return kept;
  const idle: (Found & { readonly control: Control })[] = [];
  for (const [control, words] of unused) {
    const vain = words.filter(
      (word) => word === control.keyword || (isRuleId(word.text) && isOn(word.text) && word.text !== ignoreUnused.id),
    );
    if (vain.length > 0) idle.push({ rule: ignoreUnused.id, control, ...unusedControl(control, vain) });
  }
  const told = heed(controls, inOrder(idle), isOn);
  // Where one hides that others are idle, they would be reported once it is gone.
  const hides = (control: Control) => !told.unused.has(control);
  return [
    ...kept,
    ...told.kept.map(({ control, fixes = [], ...problem }) => ({
      ...problem,
      fixes: hides(control) ? fixes.map((fix) => ({ ...fix, safe: false })) : fixes,
    })),
  ];
}

/** In the order of the text, each once; in objects of their own, whatever a rule has made of them. */
export function toFindings(found: readonly Found[], reading: Reading, settings: RuleSettings): Finding[] {
  return withoutDuplicates(inOrder(found)).map((problem) => toFinding(problem, reading, settings));
}

function withoutDuplicates(ordered: readonly Found[]): readonly Found[] {
  return ordered.filter(({ rule, start, end, message }, index) => {
    for (let at = index - 1; at >= 0; at--) {
      const before = ordered[at] as Found;
      if (before.rule !== rule || before.start !== start || before.end !== end) return true;
      if (before.message === message) return false;
    }
    return true;
  });
}

export function inOrder<Item extends Range & { readonly rule: string }>(found: readonly Item[]): Item[] {
  return [...found].sort((a, b) => a.start - b.start || a.end - b.end || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toFinding(problem: Found, reading: Reading, settings: RuleSettings): Finding {
  const { rule, start, end, message, related = [], fixes = [], unnecessary = false } = problem;
  const configured = levelIn(settings, rule);
  const severity = configured === undefined || configured === 'off' ? ruleOf(rule)?.severity : configured;
  return {
    rule,
    severity: severity ?? 'warning',
    start,
    end,
    message,
    related: related.map((place) => ({ start: place.start, end: place.end, message: place.message })),
    fixes: fixes.map((fix) => ownFix(fix, reading)),
    unnecessary,
  };
}

function ownFix({ title, safe, edits }: Fix, reading: Reading): Fix {
  return { title, safe: safe && !edits.some((edit) => needsJudgement(reading, edit)), edits: edits.map(ownEdit) };
}

function ownEdit({ start, end, text }: TextEdit): TextEdit {
  return { start, end, text };
}

import { readExample } from './example.ts';
import { describeOptions } from './options.ts';
import type { Example, Rule } from './rule.ts';

/** What the groups of rules are called. */
export const GROUPS: Readonly<Record<Rule['group'], string>> = {
  markers: 'Markers',
  entries: 'Entries',
  references: 'References',
  form: 'Form of a citation',
  vocabulary: 'Vocabulary',
  markdown: 'Markdown',
  ignoring: 'Ignoring',
};

/** Says in a page that it is made, so that nobody mends it there. */
const ORIGIN = '<!-- Made from the rule by server/build/rule-pages.ts. -->';

/** A rule's page of documentation, in Markdown. */
export function rulePage(rule: Rule): string {
  return page(rule, [ORIGIN], ' · [all rules](README.md)');
}

/** What a rule's page says, in Markdown, for where there is no page beside it. */
export function ruleText(rule: Rule): string {
  return page(rule, [], '');
}

function page(rule: Rule, notes: readonly string[], more: string): string {
  const examples = rule.examples();
  const mends = examples.some((example) => example.fixed !== undefined);
  const facts = `Default severity: **${rule.severity}**${mends ? ' · `sentinel-citations fix` mends what is certain' : ''}${more}`;
  const parts = [`# ${rule.id}`, ...notes, rule.summary, facts, rule.explanation];
  for (const example of examples) parts.push(...exampleParts(rule, example));
  parts.push(...optionParts(rule));
  parts.push(
    '## Ignore it',
    `In one place: \`<!--sentinel-citations ignore ${rule.id}-->\` on a line of its own above; [docs/ignoring.md](../ignoring.md) has more ways. In a draft or a project: \`rules: { ${rule.id}: off }\` in the configuration.`,
  );
  return `${parts.join('\n\n')}\n`;
}

/** The list of all rules, in Markdown. */
export function rulesIndex(rules: readonly Rule[]): string {
  const parts = ['# Rules', ORIGIN];
  for (const [group, title] of Object.entries(GROUPS)) {
    const rows = rules
      .filter((rule) => rule.group === group)
      .map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`);
    if (rows.length === 0) continue;
    parts.push(`## ${title}`, ['| rule | severity | what it reports |', '|---|---|---|', ...rows].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function exampleParts({ id, severity }: Rule, example: Example): string[] {
  const messages = example.messages ?? [];
  const parts = [`## ${messages.length > 0 ? 'Reported' : 'Not reported'}`, example.title];
  if (example.options) parts.push(`Configured: \`${id}: [${severity}, ${inYaml(example.options)}]\``);
  parts.push(fence(messages.length > 0 ? example.draft : readExample(example.draft).text));
  if (messages.length > 0) parts.push(messages.map((message) => `- ${message}`).join('\n'));
  if (example.fixed !== undefined) parts.push('Mended:', fence(example.fixed));
  return parts;
}

function optionParts(rule: Rule): string[] {
  const options = describeOptions(rule);
  if (options.length === 0) return [];
  const items = options.map(
    ({ name, expected, otherwise, description }) =>
      `- \`${name}\`: ${description} (${expected}; default \`${otherwise}\`)`,
  );
  return ['## Options', items.join('\n')];
}

/** `{ verbatim: true }`: on one line, as the configuration has it. */
function inYaml(options: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(options).map(([name, value]) => `${name}: ${valueInYaml(value)}`);
  return `{ ${pairs.join(', ')} }`;
}

function valueInYaml(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(String).join(', ')}]` : String(value);
}

/** A block of code; the fence is longer than any in the text. */
function fence(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const marks = '`'.repeat(Math.max(3, longest + 1));
  return `${marks}md\n${text.replace(/\n$/, '')}\n${marks}`;
}

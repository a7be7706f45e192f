import type { Finding, Severity } from '../../rules/rule.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import { lineStarts, type Position, positionAt } from '../../text/lines.ts';
import { type Measure, measureFor } from '../terminal/cells.ts';
import { harmless, type Style } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { plural } from '../words.ts';
import { excerpt } from './excerpt.ts';
import { type Counts, countFindings, type Format, type Report, type Summary, separatedBy } from './format.ts';

const SIGNS: Readonly<Record<Severity, string>> = { error: '✖', warning: '▲', information: '●', hint: '○' };
/** Of the terminal, by severity. */
export const COLORS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'magenta' } as const;
const UNDERLINE = '━';

/** `check --format pretty`, for people. `quiet` leaves the summary out. */
export function prettyFormat(style: Style, quiet: boolean): Format {
  const pieces = separatedBy('\n');
  return {
    begin: () => '',
    draft: async (report) => {
      if (report.findings.length === 0) return '';
      const starts = lineStarts(report.text);
      const measure = await measureFor(shownOf(report, starts));
      return `${draftLines(report, starts, { ...style, measure }).join('\n')}\n`;
    },
    next: pieces.next,
    end: (summary) => {
      const lines = quiet ? [] : summaryLines(summary, style);
      return [...(pieces.isEmpty() || lines.length === 0 ? [] : ['']), ...lines].map((line) => `${line}\n`).join('');
    },
  };
}

/** How to write, and how to measure what is written. */
interface Paper extends Style {
  readonly measure: Measure;
}

/** The texts that are to be measured: the lines with findings, each once, and what is said of them. */
function* shownOf({ text, findings }: Report, starts: readonly number[]): Iterable<string> {
  let last = 0;
  for (const { start, message, related, fixes } of findings) {
    const { line } = positionAt(starts, start);
    if (line !== last) yield lineAt(text, starts, line);
    last = line;
    yield message;
    for (const place of related) yield place.message;
    for (const { title } of fixes) yield title;
  }
}

function draftLines(report: Report, starts: readonly number[], paper: Paper): string[] {
  const { bold, underline, dim } = paper.colors;
  const counts = dim(countsOf(countFindings(report.findings)));
  const name = harmless(report.name);
  const lines = [`${bold(underline(name))}  ${counts}`];
  for (const finding of report.findings) lines.push('', ...findingLines(report, name, finding, starts, paper));
  return lines;
}

/** One finding: what and which rule; where; the line itself, underlined; places that explain it; how to mend it. */
function findingLines(
  { text }: Report,
  name: string,
  finding: Finding,
  starts: readonly number[],
  paper: Paper,
): string[] {
  const { severity, message, rule, start, end, related, fixes } = finding;
  const { colors, width, measure } = paper;
  const color = colors[COLORS[severity]];
  const place = positionAt(starts, start);
  const number = String(place.line);
  const gutter = ' '.repeat(number.length + 2);
  const link = (at: Position) => `${name}:${at.line}:${at.column}`;

  const line = lineAt(text, starts, place.line);
  const shown = excerpt(line, place.column - 1, place.column - 1 + end - start, width - number.length - 5, measure);
  const marks = ' '.repeat(shown.indent) + UNDERLINE.repeat(shown.length);
  const notes: Note[] = [
    ...related.map((range) => ({
      head: link(positionAt(starts, range.start)),
      color: colors.dim,
      text: range.message,
    })),
    ...fixes.map(({ title, safe }) => ({ head: safe ? 'fix:' : 'maybe:', color: colors.green, text: title })),
  ];
  return [
    ...headLines(color(`${SIGNS[severity]} ${severity}`), `${severity}  `.length + 2, message, rule, paper),
    `${gutter}${colors.dim('╭─')} ${colors.cyan(link(place))}`,
    ` ${colors.dim(number)} ${colors.dim('│')} ${shown.text}`,
    `${gutter}${colors.dim(notes.length === 0 ? '╵' : '│')} ${color(marks)}`,
    ...notes.flatMap((note, index) => noteLines(note, gutter, index === notes.length - 1, paper)),
  ];
}

/** What is said below a finding: a place that explains it, or what mends it. */
interface Note {
  readonly head: string;
  readonly color: (text: string) => string;
  readonly text: string;
}

function noteLines({ head, color, text }: Note, gutter: string, last: boolean, paper: Paper): string[] {
  const { colors, width, wraps, measure } = paper;
  const indent = gutter.length + 2;
  const whole = `${head} ${harmless(text)}`;
  const [first = '', ...rest] = wraps ? wrap(whole, width - indent, measure.width) : [whole];
  const bar = colors.dim(last ? ' ' : '│');
  return [
    `${gutter}${colors.dim(last ? '╰' : '├')} ${color(first.slice(0, head.length))}${first.slice(head.length)}`,
    ...rest.map((row) => `${gutter}${bar} ${row}`),
  ];
}

function headLines(
  head: string,
  indent: number,
  message: string,
  rule: string,
  { colors, width, wraps, measure }: Paper,
): string[] {
  const text = harmless(message);
  const rows = wraps ? wrap(text, width - indent, measure.width) : [text];
  const last = rows.at(-1) ?? '';
  // The rule stands behind the message where there is room.
  const fits = !wraps || indent + measure.width(last) + 2 + rule.length <= width;
  const lines = rows.map((row, index) => (index === 0 ? `${head}  ` : ' '.repeat(indent)) + colors.bold(row));
  if (fits) lines.push(`${lines.pop() ?? ''}  ${colors.dim(rule)}`);
  else lines.push(' '.repeat(indent) + colors.dim(rule));
  return lines;
}

function summaryLines(summary: Summary, { colors }: Style): string[] {
  const { files, skipped, counts, fixable, hidden, baseline, failed } = summary;
  const asides = [
    ...(skipped > 0 ? [`${plural(skipped, 'other file')} passed over`] : []),
    ...(hidden > 0 && !baseline ? [`${plural(hidden, 'known finding')} left out`] : []),
    ...(failed ? ['not all could be checked'] : []),
  ];
  const more = asides.map((aside) => colors.dim(`, ${aside}`)).join('');
  const where = `${plural(files, 'draft')}${more}`;
  if (baseline)
    return [
      `${colors.green('✔')} ${harmless(baseline.file)}: ${plural(baseline.findings, 'finding')} written, from ${where}`,
    ];
  if (SEVERITIES.every((severity) => counts[severity] === 0)) {
    // What failed was said on standard error.
    if (files === 0 && failed) return [];
    const sign = failed ? colors.yellow('▲') : colors.green('✔');
    return [files === 0 ? `${sign} no drafts to check${more}` : `${sign} nothing to report in ${where}`];
  }
  const worst = SEVERITIES.find((severity) => counts[severity] > 0) as Severity;
  const lines = [`${colors[COLORS[worst]](SIGNS[worst])} ${colors.bold(countsOf(counts))} in ${where}`];
  if (fixable > 0)
    lines.push(
      `  ${isOnly(counts) ? 'It' : `${fixable} of them`} can be mended by ${colors.green('sentinel-citations fix')}`,
    );
  return lines;
}

/** Whether they count one finding. */
function isOnly(counts: Counts): boolean {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0) === 1;
}

/** `1 error, 2 warnings`. */
function countsOf(counts: Counts): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0);
  return parts
    .map((severity) => plural(counts[severity], severity, severity === 'information' ? severity : undefined))
    .join(', ');
}

/** A line of the text without its ending. */
function lineAt(text: string, starts: readonly number[], line: number): string {
  let end = starts[line] ?? text.length;
  if (end > 0 && text[end - 1] === '\n') end--;
  if (end > 0 && text[end - 1] === '\r') end--;
  return text.slice(starts[line - 1], end);
}

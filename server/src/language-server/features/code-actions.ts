import type { Analysis } from '../../analysis.ts';
import { ruleOf } from '../../rules/catalogue.ts';
import type { Finding, Rule } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineStarts } from '../../text/lines.ts';
import { itemAt, lastStartingBefore, overlaps, type Range } from '../../text/range.ts';

export interface CodeAction {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  /** The one that an editor applies unasked-for, of those for a finding. */
  readonly preferred: boolean;
}

/** What can be done about the findings in or at `range`: the fixes of each, then ways to ignore it. */
export function codeActions(analysis: Analysis, range: Range): readonly CodeAction[] {
  const findings = analysis.findings.filter((finding) => touches(finding, range));
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map(({ title, edits, safe }) => ({ title, finding, edits, preferred: safe })),
  );
  const ignored = findings.filter(({ rule }) => ruleOf(rule)?.group !== COMMENTS);
  const lines = ignored.length > 0 ? lineStarts(analysis.text).map((start) => ({ start, end: start })) : [];
  return [...fixes, ...ignored.map((finding) => ignoreAction(analysis, lines, finding))];
}

/** The rules on comments that ignore: another comment above one would be idle itself. */
const COMMENTS: Rule['group'] = 'ignoring';

function touches(finding: Range, range: Range): boolean {
  return overlaps(finding, range) || finding.start === range.end || finding.end === range.start;
}

/**
 * Ignores a finding by a comment on a line of its own above the finding's line, inside the same block quote or list
 * item. Above the first line of a block it covers the whole block, as the title says; rows of a table it would part.
 */
function ignoreAction({ text, prose }: Analysis, lines: readonly Range[], finding: Finding): CodeAction {
  const block = itemAt(prose.blocks, finding.start);
  const table = block && isTable(text.slice(block.start, block.end)) ? block : null;
  const line = lastStartingBefore(lines, (table ?? finding).start);
  const start = lines[line]?.start ?? 0;
  const isFirst = !block || start <= block.start;
  const isOnly = !block || (lines[line + 1]?.start ?? text.length) >= block.end;
  const covered = table ? 'table' : isFirst && !isOnly ? 'paragraph' : 'line';
  const indent = INDENT.exec(text.slice(start, start + LONGEST_INDENT))?.[0] ?? '';
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: `Ignore ${finding.rule} for this ${covered}`,
    finding,
    edits: [{ start, end: start, text: `${indent}<!--sentinel-citations ignore ${finding.rule}-->${ending}` }],
    preferred: false,
  };
}

/** Whether a block is a table of GFM, by its second line: `|:--|--:|`. */
function isTable(block: string): boolean {
  const second = block.split(/\r\n?|\n/, 2)[1] ?? '';
  return second.includes('|') && second.includes('-') && DELIMITERS.test(second);
}

const DELIMITERS = /^[ \t>|:-]+$/;
/** What puts a line into block quotes and list items that are open already. */
const INDENT = /^[ \t>]*/;
const LONGEST_INDENT = 100;

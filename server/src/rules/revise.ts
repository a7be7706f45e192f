import { markersIn } from '../draft/revise.ts';
import type { ChangedParagraph } from '../markdown/revise.ts';
import { type Change, movedRange } from '../text/change.ts';
import { contains } from '../text/range.ts';
import { check, inOrder, rulesToRun, runRules, toFindings } from './check.ts';
import { readControls } from './ignoring.ts';
import type { Finding, Reading, Rule } from './rule.ts';
import type { RuleSettings } from './settings.ts';

/**
 * The findings of a draft in which one paragraph was changed and all else says what it said before: those of before, but
 * for the rules that read the words of the paragraph, and those on names where they are others now.
 *
 * @param reading the draft now
 * @param findings those of before
 */
export function reviseFindings(
  reading: Reading,
  findings: readonly Finding[],
  settings: RuleSettings,
  { change, block, hidden, around }: ChangedParagraph,
  sameNames: boolean,
): readonly Finding[] {
  const controls = readControls(reading.prose);
  if (controls.length > 0) return check(reading, settings);
  const paragraphs: Rule[] = [];
  const anywhere: Rule[] = [];
  for (const rule of rulesToRun(settings, controls)) {
    const { reads, group } = rule;
    if (reads === 'paragraphs') paragraphs.push(rule);
    else if (
      reads ? reads.test(around.before.text) || reads.test(around.after.text) : group === 'vocabulary' && !sameNames
    )
      anywhere.push(rule);
  }
  const { text, prose, draft } = reading;
  const { comments, frontMatter, defines } = prose;
  // Where nothing is hidden in the paragraph, the text need not be masked.
  const masked = hidden.length === 0 ? text : prose.masked;
  const inParagraph = { text, masked, blocks: [block], hidden: prose.hidden, comments, frontMatter, defines };
  const paragraph: Reading = {
    ...reading,
    prose: inParagraph,
    draft: { ...draft, markers: markersIn(draft.markers, block) },
  };
  const again = [...runRules(paragraph, paragraphs, settings), ...runRules(reading, anywhere, settings)];
  const inParagraphs = new Set(paragraphs.map(({ id }) => id));
  const everywhere = new Set(anywhere.map(({ id }) => id));
  const was = { start: block.start, end: block.end - change.by };
  const kept = findings.filter(
    ({ rule, start }) => !everywhere.has(rule) && !(inParagraphs.has(rule) && contains(was, start)),
  );
  return inOrder([...kept.map((finding) => movedFinding(finding, change)), ...toFindings(again, settings)]);
}

function movedFinding(finding: Finding, change: Change): Finding {
  const { rule, severity, message, related, fixes, unnecessary } = finding;
  const { start, end } = movedRange(finding, change);
  return {
    rule,
    severity,
    start,
    end,
    message,
    related: related.map((place) => ({ ...movedRange(place, change), message: place.message })),
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ text, ...edit }) => ({ ...movedRange(edit, change), text })),
    })),
    unnecessary,
  };
}

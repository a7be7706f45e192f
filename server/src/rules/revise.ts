import type { ChangedParagraph } from '../markdown/revise.ts';
import { type Change, shiftRange } from '../text/change.ts';
import { contains, startingIn } from '../text/range.ts';
import { check, inOrder, rulesToRun, runRules, toFindings } from './check.ts';
import { readControls } from './controls.ts';
import type { Finding, Reading, Rule } from './rule.ts';
import type { RuleSettings } from './settings.ts';

/**
 * The findings of a draft in which one paragraph was changed and all else says what it said before: those of before, but
 * for the rules that read the words of the paragraph, and those on names where they are others now.
 *
 * @param reading the draft now
 * @param findings those of before, which are moved in place
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
      (group === 'vocabulary' && !sameNames) ||
      reads?.test(around.before.text) ||
      reads?.test(around.after.text)
    )
      anywhere.push(rule);
  }
  const { text, prose, draft, names } = reading;
  const { comments, frontMatter, defines } = prose;
  // Where nothing is hidden in the paragraph, the text need not be masked.
  const masked = hidden.length === 0 ? text : prose.masked;
  const inParagraph = { text, masked, blocks: [block], hidden: prose.hidden, comments, frontMatter, defines };
  const paragraph: Reading = {
    ...reading,
    prose: inParagraph,
    draft: { ...draft, markers: startingIn(draft.markers, block) },
    names: {
      ...names,
      mentions: startingIn(names.mentions, block),
      introductions: startingIn(names.introductions, block),
    },
  };
  const again = [
    ...toFindings(runRules(paragraph, paragraphs, settings), paragraph, settings),
    ...toFindings(runRules(reading, anywhere, settings), reading, settings),
  ];
  const inParagraphs = new Set(paragraphs.map(({ id }) => id));
  const everywhere = new Set(anywhere.map(({ id }) => id));
  const was = { start: block.start, end: block.end - change.by };
  const kept = findings.filter(
    ({ rule, start }) => !everywhere.has(rule) && !(inParagraphs.has(rule) && contains(was, start)),
  );
  for (const finding of kept) shiftFinding(finding, change);
  return inOrder([...kept, ...again]);
}

function shiftFinding(finding: Finding, change: Change): void {
  shiftRange(finding, change);
  for (const place of finding.related) shiftRange(place, change);
  for (const { edits } of finding.fixes) for (const edit of edits) shiftRange(edit, change);
}

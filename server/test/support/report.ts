import fc from 'fast-check';
import { analyse } from '../../src/analysis.ts';
import type { Format, Report } from '../../src/command-line/formats/format.ts';
import { SEVERITIES } from '../../src/rules/rule.ts';

/** What a format writes of these drafts. */
export async function write(format: Format, reports: readonly Report[]): Promise<string> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of reports.flatMap(({ findings }) => findings)) counts[severity]++;
  let written = format.begin();
  for (const report of reports) written += format.next(await format.draft(report));
  return (
    written +
    format.end({ files: reports.length, skipped: 0, counts, fixable: 0, hidden: 0, baseline: null, failed: false })
  );
}

/** What is found in a text. */
export function reportOf(name: string, text: string): Report {
  return { name, text, findings: analyse(text).findings };
}

/**
 * Reports with any characters in any place, and any ranges; to hold formats against parsers that are not ours.
 *
 * @param more texts that are to be among them
 */
export function anyReport(more: readonly string[] = []): fc.Arbitrary<Report> {
  const anyText = fc.string({
    unit: fc.oneof(fc.constantFrom(...TROUBLE, ...more), fc.string({ unit: 'binary', maxLength: 3 })),
  });
  return anyText.chain((text) => {
    const range = fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const related = fc.tuple(range, anyText).map(([place, message]) => ({ ...place, message }));
    const edits = fc.array(
      fc.tuple(range, anyText).map(([place, replacement]) => ({ ...place, text: replacement })),
      { maxLength: 2 },
    );
    const finding = fc
      .record({
        range,
        rule: fc.constantFrom('marker-order', 'ibid-ambiguous', 'citation-url'),
        severity: fc.constantFrom(...SEVERITIES),
        message: anyText,
        related: fc.array(related, { maxLength: 2 }),
        fixes: fc.array(fc.record({ title: anyText, safe: fc.boolean(), edits }), { maxLength: 2 }),
        unnecessary: fc.boolean(),
      })
      .map(({ range: place, ...rest }) => ({ ...place, ...rest }));
    return fc.record({ name: anyText, text: fc.constant(text), findings: fc.array(finding, { maxLength: 5 }) });
  });
}

const TROUBLE = [
  '%',
  ':',
  ',',
  '\r',
  '\n',
  '"',
  '&',
  '<',
  ']]>',
  '\0',
  '\x1b',
  '\ud800',
  '\udc00',
  '\uffff',
  '\u2028',
  '/',
  'ʿ',
];

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fingerprintsOf } from '../../../src/command-line/formats/fingerprint.ts';
import { FLAWED } from '../../support/drafts.ts';
import { fixture } from '../../support/fixtures.ts';
import { anyReport, reportOf } from '../../support/report.ts';

test('a fingerprint is of one finding alone', () => {
  fc.assert(
    fc.property(anyReport(), (report) => {
      const prints = fingerprintsOf(report);
      assert.equal(prints.length, report.findings.length);
      assert.equal(new Set(prints).size, prints.length);
    }),
  );
});

test('edits elsewhere leave fingerprints as they are', () => {
  const text = fixture('article/defects.md');
  const before = fingerprintsOf(reportOf('a.md', text));
  const moved = fingerprintsOf(reportOf('b.md', `# A heading\n\nA new paragraph.\n\n${text}\n\nOne at the end.\n`));
  assert.ok(before.length > 10);
  assert.deepEqual(new Set(before.filter((print) => !moved.includes(print))), new Set());
});

test('new paragraphs anywhere in the body leave fingerprints as they are', () => {
  const text = fixture('article/defects.md');
  const before = new Set(fingerprintsOf(reportOf('a.md', text)));
  const body = text.slice(0, text.indexOf('Substantive Notes'));
  const gaps = [...body.matchAll(/\n\n/g)].map(({ index }) => index);
  fc.assert(
    fc.property(fc.subarray(gaps, { minLength: 1, maxLength: 4 }), (places) => {
      const moved = places
        .toReversed()
        .reduce((all, place) => `${all.slice(0, place)}\n\nThe river rose.${all.slice(place)}`, text);
      const after = new Set(fingerprintsOf(reportOf('a.md', moved)));
      assert.deepEqual(
        [...before].filter((print) => !after.has(print)),
        [],
      );
    }),
    { numRuns: 40 },
  );
});

test('a new number leaves fingerprints as they are', () => {
  const renumbered = FLAWED.replaceAll('[2]', '[14]').replaceAll('[9]', '[17]');
  assert.deepEqual(
    fingerprintsOf({ text: renumbered, findings: reportOf('a.md', renumbered).findings.filter(isUnresolved) }),
    fingerprintsOf({ text: FLAWED, findings: reportOf('a.md', FLAWED).findings.filter(isUnresolved) }),
  );
});

test('new numbers and other line ends leave fingerprints of what is long as they are', () => {
  /** Two letters that Markdown takes for the ends of code, with so many lines and markers between. */
  const draft = (lines: number, first: number) => {
    const claims = Array.from({ length: lines }, (_, at) => `The levy rose again on that shore.[${first + at}]`);
    const entries = claims.map((_, at) => `[${first + at}] Ann Lee, “Split ${at},” Daily Post, May 3, 2016.\n`);
    return `The bay\`a was sworn.\n${claims.join('\n')}\nAl-Qa\`ida had it in print.\n\n## Citations\n\n${entries.join('\n')}`;
  };
  for (const lines of [1, 2, 3, 4, 5, 6]) {
    const prints = (text: string) => {
      const { findings } = reportOf('a.md', text);
      const found = findings.filter(({ rule }) => rule === 'ayn-code-span');
      assert.equal(found.length, 1);
      return fingerprintsOf({ text, findings: found });
    };
    const before = prints(draft(lines, 1));
    assert.deepEqual(prints(draft(lines, 12)), before, `${lines} lines, new numbers`);
    assert.deepEqual(prints(draft(lines, 1).replaceAll('\n', '\r\n')), before, `${lines} lines, CRLF`);
  }
});

function isUnresolved({ rule }: { readonly rule: string }): boolean {
  return rule === 'marker-unresolved';
}

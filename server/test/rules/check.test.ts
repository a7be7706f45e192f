import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/analysis.ts';
import { ruleOf } from '../../src/rules/catalogue.ts';
import { check } from '../../src/rules/check.ts';
import { needsReference, reference } from '../support/reference.ts';
import { anyText, hardTexts } from '../support/texts.ts';
import { assertLinear } from '../support/timing.ts';

const TODAY = '2026-06-15';

/** More texts that a careless rule takes more than linear time for. */
const LISTS: Readonly<Record<string, (length: number) => string>> = {
  'years without a marker': (length) =>
    `${'In 2016 the '.repeat(length / 12)}[1]\n\n## Citations\n\n[1] A, “T,” P, 2010.`,
  'markers that fall': (length) =>
    `${Array.from({ length: length / 12 }, (_, index) => `w.[${9999 - (index % 9999)}] `).join('')}\n\n## Citations\n\n[1] A.`,
  'a list of Ibid. with gaps': (length) =>
    `w.[1]\n\n## Citations\n\n${Array.from({ length: length / 12 }, (_, index) => `[${((2 * index) % 9999) + 1}] Ibid.\n\n`).join('')}`,
  'the same citation': (length) => `w.[1]\n\n## Citations\n\n${'[1] Lee, “T,” P, 2010.\n\n'.repeat(length / 24)}`,
  'comments inside a line': (length) => 'a <!--sentinel-citations ignore--> '.repeat(length / 36),
  'figures that are not there': (length) => 'Figures 1–49, 50, and 51 '.repeat(length / 25),
  'schemes that are misspelled': (length) => `w.[1]\n\n## Citations\n\n[1] ${'http// htp:// '.repeat(length / 14)}`,
};

describe('check', () => {
  it('gives findings in the order of the text, inside it, each once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings } = analyse(text, { today: TODAY });
        const seen = new Set<string>();
        let last = 0;
        for (const { rule, start, end, message, related, fixes } of findings) {
          assert.ok(start >= last && end > start && end <= text.length, rule);
          assert.match(message, /^Unexpected .+, expected .*[^.]$/s);
          for (const range of [...related, ...fixes.flatMap(({ edits }) => edits)]) {
            assert.ok(range.start >= 0 && range.end >= range.start && range.end <= text.length, rule);
          }
          const key = `${rule} ${start} ${end} ${message}`;
          assert.ok(!seen.has(key), key);
          seen.add(key);
          last = start;
        }
      }),
    );
  });

  it('says the same when it is asked again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = analyse(text, { today: TODAY });
        assert.deepEqual(check(reading, {}), reading.findings);
      }),
    );
  });

  it('takes severities from the settings, and leaves out rules that are off', () => {
    const text = 'One.[1]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016\n\n[2] Ibid.\n';
    const severities = (rules: Parameters<typeof check>[1]) =>
      analyse(text, { rules }).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    assert.deepEqual(severities({}), ['citation-terminal-period information', 'citation-unused warning']);
    assert.deepEqual(severities({ 'citation-unused': 'hint', 'citation-terminal-period': 'off' }), [
      'citation-unused hint',
    ]);
  });

  for (const [name, make] of Object.entries({ ...hardTexts, ...LISTS })) {
    it(`takes linear time for ${name}`, () => {
      const readings = new Map<string, ReturnType<typeof analyse>>();
      assertLinear(make, (text) => {
        const reading = readings.get(text) ?? analyse(text, { today: TODAY });
        readings.set(text, reading);
        check(reading, {});
      });
    });
  }

  it('finds in the reference article what an editor would mark, vocabulary aside', needsReference, () => {
    const text = reference ?? '';
    const { findings, draft } = analyse(text, { today: TODAY });
    const label = (offset: number) =>
      [...draft.citations].find(({ start, end }) => offset >= start && offset < end)?.label ??
      draft.markers.find(({ start }) => start === offset)?.label;
    assert.deepEqual(
      findings
        .filter(({ rule }) => ruleOf(rule)?.group !== 'vocabulary')
        .map(({ rule, start }) => [label(start) ?? '', rule].join(' ').trim()),
      [
        'ayn-code-span',
        '7 source-predates-claim',
        'ayn-code-span',
        'ayn-code-span',
        '69 source-predates-claim',
        '75 source-predates-claim',
        '77 source-predates-claim',
        '1 citation-terminal-period',
        '3 citation-page-range',
        '14 short-form-style',
        '20 citation-year-parentheses',
        '35 citation-access-date',
        '60 full-citation-repeated',
        '75 citation-author-separator',
        '81 ibid-ambiguous',
      ],
    );
  });
});

describe('what a fix offers', () => {
  const list = (first: string, heading = 'Citations') =>
    `One.[1] Two.[2]\n\n${heading}\n\n[1] ${first}\n\n[2] Tom Roy, “A Rival,” Daily Post, May 4, 2016.\n`;
  const cases: readonly (readonly [text: string, title: string, mended: string])[] = [
    [
      list('Ann Lee, “A Split,” Daily Post, May 3, 2016, http:/example.org/a.'),
      'Replace “http:/” with “http://”',
      'http://example.org/a.',
    ],
    [
      list('Ann Lee, "A Split,” Daily Post, May 3, 2016.'),
      'Replace the straight quotation mark with a curly one',
      'Lee, “A Split,”',
    ],
    [list('Ann Lee, “A Split,“ Daily.'), 'Replace the opening quotation mark with a closing one', '“A Split,” Daily.'],
    [list('Ann Lee, “A Split,” Daily.', '## Endnotes'), 'Replace “Endnotes” with “Citations”', '## Citations\n'],
  ];
  for (const [text, title, mended] of cases)
    it(title, () => {
      const fixes = analyse(text).findings.flatMap((finding) => finding.fixes);
      const fix = fixes.find((each) => each.title === title);
      assert.ok(fix, JSON.stringify(fixes));
      const [edit] = fix.edits;
      assert.ok(edit);
      const result = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      assert.ok(result.includes(mended), result);
    });

  it('a heading in bold is told what to call it, and left', () => {
    const [finding] = analyse(list('Ann Lee, “A Split,” Daily.', '**End: notes**')).findings;
    assert.match(finding?.message ?? '', /heading “End: notes” above .* “headings: \{ citations: \["End: notes"\] \}”/);
    assert.deepEqual(finding?.fixes, []);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../../src/analysis.ts';
import { codeActions } from '../../../src/language-server/features/code-actions.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { fixture } from '../../support/fixtures.ts';
import { inDraft } from '../cursor.ts';

suite('code actions', () => {
  test('the fixes of what is found at the cursor, then how to ignore it', () => {
    const { analysis, offset } = inDraft('[4] I|bid.');
    assert.deepEqual(
      codeActions(analysis, { start: offset, end: offset }).map(({ title }) => title),
      ['Replace “Ibid.” with “Roy.”', 'Replace “Ibid.” with “Lee.”', 'Ignore ibid-ambiguous for this line'],
    );
  });

  test('nothing where nothing is found', () => {
    const { analysis, offset } = inDraft('It fo|ught');
    assert.deepEqual(codeActions(analysis, { start: offset, end: offset }), []);
  });

  for (const [notation, mark] of Object.entries({
    bracket: (label: string) => `[${label}]`,
    caret: (label: string) => `^${label}^`,
    sup: (label: string) => `<sup>${label}</sup>`,
    footnote: (label: string) => `[^${label}]`,
    unicode: (label: string) => label.replace(/./g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))),
  }))
    test(`the number that is due in a marker’s place, in ${notation} notation`, () => {
      const draft = (...labels: readonly string[]) =>
        `${labels.map((label) => `A claim was made.${mark(label)}`).join(' ')}\n\n## Citations\n\n${[
          'Lee',
          'Roy',
          'Doe',
        ]
          .map(
            (name, at) =>
              `[${notation === 'footnote' ? '^' : ''}${at + 1}]${notation === 'footnote' ? ':' : ''} Kim ${name}, “Roads,” Post, May ${at + 3}, 2016.`,
          )
          .join('\n\n')}\n`;
      for (const [wrong, rule] of [
        ['8', 'marker-unresolved'],
        ['1', 'marker-repeated'],
      ] as const) {
        const analysis = analyse(draft('1', wrong, '3'));
        const marker = analysis.draft.markers[1];
        assert.ok(marker);
        const [first, ...others] = codeActions(analysis, marker).filter(({ finding }) => finding.rule === rule);
        assert.equal(
          first?.title,
          notation === 'unicode' ? `Replace “${mark(wrong)}” with “²”` : `Replace “${wrong}” with “2”`,
        );
        assert.equal(first?.preferred, false);
        assert.equal(applyEdits(analysis.text, first?.edits ?? []), draft('1', '2', '3'));
        assert.ok(others.every(({ title }) => !title.startsWith('Replace')));
      }
    });

  test('no number for a marker that may have any, or that is written in the dash of a range', () => {
    const list = [1, 2, 3, 6].map((label) => `[${label}] Kim Lee, “Part ${label},” Post, May 4, 2016.`).join('\n\n');
    for (const body of [
      'One.[1] Two.[2] Three.[3] Four.[4] Six.[6]',
      'Some.[1]–[6]',
      'All.[1][2][3][6] Some.[1]–[3]',
    ]) {
      const { findings } = analyse(`${body}\n\n## Citations\n\n${list}\n`);
      assert.ok(findings.length > 0);
      assert.deepEqual(
        findings.flatMap(({ fixes }) => fixes),
        [],
      );
    }
  });

  for (const name of ['article/defects.md', 'article/defects-pasted.md']) {
    test(`what is ignored is gone, and nothing else comes or goes: ${name}`, () => {
      const text = fixture(name);
      const analysis = analyse(text);
      for (const finding of analysis.findings) {
        const ignore = codeActions(analysis, finding).find(
          (action) => action.finding === finding && action.title.startsWith('Ignore'),
        );
        assert.ok(ignore, finding.message);
        const after = analyse(applyEdits(text, ignore.edits)).findings.map(({ rule, message }) => `${rule} ${message}`);
        const expected = analysis.findings
          .filter((other) => other !== finding)
          .map(({ rule, message }) => `${rule} ${message}`);
        assert.deepEqual(
          after.filter((other) => !expected.includes(other)),
          [],
          finding.rule,
        );
        assert.ok(after.length < analysis.findings.length, finding.rule);
      }
    });
  }

  for (const [name, quote, ending] of [
    ['', '', '\n'],
    [' in a block quote', '> ', '\n'],
    [' that end in CRLF', '', '\r\n'],
  ] as const)
    test(`lines that go on are not parted${name}`, () => {
      const lines = fixture('article/defects.md').replace(/^(?!#).*$/gm, (line) =>
        line.replace(/(.{50,70}) /g, '$1\n'),
      );
      const text = lines.replace(/^/gm, quote).replaceAll('\n', ending);
      const analysis = analyse(text);
      const told = ({ findings }: typeof analysis) => findings.map(({ rule, message }) => `${rule} ${message}`);
      const before = told(analysis);
      assert.ok(before.length > 10);
      for (const [index, finding] of analysis.findings.entries()) {
        const ignore = codeActions(analysis, finding).findLast((action) => action.finding === finding);
        const [edit] = ignore?.edits ?? [];
        assert.ok(edit);
        const after = applyEdits(text, [edit]);
        const left = told(analyse(after));
        assert.deepEqual(
          left.filter((other) => !before.includes(other)),
          [],
          before[index],
        );
        assert.ok(left.length < before.length, before[index]);
        // On a line of its own it stands below a blank line or above an entry, and parts nothing.
        const above = text.slice(0, edit.start).split(ending).slice(-2)[0] ?? '';
        const isAlone = edit.text.endsWith(ending);
        if (isAlone) assert.ok(/^[> ]*$/.test(above) || /^[> ]*\[/.test(text.slice(edit.start)), before[index]);
        else assert.match(after.slice(0, edit.start).split(ending).at(-1) ?? '', /[^> ]/);
      }
    });

  test('a table is not parted: the comment stands above it', () => {
    for (const [quote, ending] of [
      ['', '\n'],
      ['> ', '\n'],
      ['', '\r\n'],
    ] as const) {
      const rows = ['Year | Attacks |', '|:-----|--------:|', '| 2015 | 12.[1] |', '| 2016 | 14.[7] |'];
      const table = rows.map((row) => quote + row).join(ending);
      const text = ['It split.[1]', table, '## Citations', '[1] Ann Lee, “A,” Post, May 3, 2016.'].join(
        ending + ending,
      );
      const analysis = analyse(text);
      const finding = analysis.findings.find(({ rule }) => rule === 'marker-unresolved');
      assert.ok(finding);
      const ignore = codeActions(analysis, finding).at(-1);
      assert.equal(ignore?.title, 'Ignore marker-unresolved for this table');
      const after = applyEdits(text, ignore?.edits ?? []);
      assert.ok(after.includes(`-->${ending}${table}`), after);
      assert.ok(!analyse(after).findings.some(({ rule }) => rule === 'marker-unresolved'));
    }
  });

  test('code is not parted, and the comment above it is no code', () => {
    for (const [body, above] of [
      ['    [1] Ann Lee, “A,” Post, May 3, 2016.\n\n    [2] Lee.', ''],
      ['\t[1] Ann Lee, “A,” Post, May 3, 2016.', ''],
      ['>     [1] Ann Lee, “A,” Post, May 3, 2016.', '> '],
      ['```\n[1] Ann Lee, “A,” Post, May 3, 2016.\n```', ''],
    ] as const) {
      const text = `It split.[1]\n\n## Citations\n\n${body}\n`;
      const analysis = analyse(text);
      const finding = analysis.findings.find(({ rule }) => rule === 'citations-missing');
      assert.ok(finding, body);
      const ignore = codeActions(analysis, finding).findLast((action) => action.finding === finding);
      assert.equal(ignore?.title, 'Ignore citations-missing for this code');
      const after = applyEdits(text, ignore?.edits ?? []);
      assert.equal(after, text.replace(body, `${above}<!--sentinel-citations ignore citations-missing-->\n${body}`));
      assert.ok(!analyse(after).findings.some(({ rule }) => /^(?:citations-missing|ignore-unused)$/.test(rule)), body);
    }
  });

  test('comments that ignore are not ignored by others', () => {
    for (const comment of ['ignore citation-date', 'ignore marker-oder', 'ignore marker-oder, citation-date']) {
      const analysis = analyse(`The group split.\n\n<!--sentinel-citations ${comment}-->\n\n## Citations\n`);
      const [finding] = analysis.findings;
      assert.ok(finding);
      const titles = codeActions(analysis, finding).map(({ title }) => title);
      assert.ok(analysis.findings.length > 0 && titles.every((title) => !title.startsWith('Ignore')), titles.join());
    }
  });

  test('line endings and block quotes are kept', () => {
    const text = 'A.[1]\r\n\r\n## Citations\r\n\r\n> [1] Ann Lee, “A,” Post, May 3, 2016, pp. 4-6.\r\n';
    const analysis = analyse(text);
    const [finding] = analysis.findings;
    assert.ok(finding);
    const [edit] = codeActions(analysis, finding).at(-1)?.edits ?? [];
    assert.equal(edit?.text, `> <!--sentinel-citations ignore ${finding.rule}-->\r\n`);
  });

  test('a range finds what it touches', () => {
    const analysis = analyse(fixture('article/defects.md'));
    fc.assert(
      fc.property(fc.constantFrom(...analysis.findings), ({ rule, start, end }) => {
        for (const at of [start, end]) {
          assert.ok(codeActions(analysis, { start: at, end: at }).some(({ finding }) => finding.rule === rule));
        }
      }),
    );
  });
});

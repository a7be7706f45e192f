import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage } from '../../../src/command-line/terminal/page.ts';
import { lookOf, styleOf } from '../../../src/command-line/terminal/terminal.ts';
import { RULES } from '../../../src/rules/catalogue.ts';
import { GROUPS, ruleText } from '../../../src/rules/page.ts';
import { inFolder } from '../../support/command.ts';

test('rules lists every rule with its severity and what it reports, under the title of its group', () => {
  inFolder({}, ({ run }) => {
    const parts = run(['rules']).stdout.trimEnd().split('\n\n');
    const shown = parts.map((part) => part.split('\n').map((line) => line.split(/ {2,}/)));
    const expected = Object.entries(GROUPS).map(([group, title]) => [
      [title],
      ...RULES.filter((rule) => rule.group === group).map(({ id, severity, summary }) => [id, severity, summary]),
    ]);
    assert.deepEqual(shown, expected);
  });
});

test('rules RULE gives the page of the rule, without what is for the folder of pages', () => {
  inFolder({}, ({ run }) => {
    for (const rule of RULES.slice(0, 3)) {
      const { stdout } = run(['rules', rule.id]);
      assert.ok(stdout.startsWith(`${rule.id}\n\n${rule.summary}\n\nDefault severity: ${rule.severity}`), stdout);
      assert.doesNotMatch(stdout, /<!-- Made from|README|all rules/);
    }
  });
});

test('on a terminal a page fits into its width, without the marks of Markdown', () => {
  const style = { ...styleOf(lookOf(false, true)), width: 60 };
  for (const rule of RULES) {
    const rows = renderPage(ruleText(rule), style, (text) => text.length).split('\n');
    assert.equal(rows[0], rule.id);
    const prose = rows.filter((row) => !row.startsWith('    '));
    for (const row of prose) {
      assert.ok(row.length <= 62, row);
      assert.doesNotMatch(row, /^#|^```|`<|->`/);
    }
  }
});

test('code stays on one row, to be copied from there, where it fits', () => {
  const style = { ...styleOf(lookOf(false, true)), width: 46 };
  const page =
    'Written above: `<!--sentinel-citations ignore-->` or `a longer word and another one than could ever fit`.';
  assert.deepEqual(renderPage(page, style, (text) => text.length).split('\n'), [
    'Written above:',
    '<!--sentinel-citations ignore--> or a longer',
    'word and another one than could ever fit.',
    '',
  ]);
});

test('colours end with their row', () => {
  const style = { ...styleOf(lookOf(true, true)), width: 40 };
  for (const rule of RULES) {
    for (const row of renderPage(ruleText(rule), style, (text) => text.length).split('\n')) {
      assert.equal(Array.from(row.matchAll(/\p{Cc}\[\d+m/gu)).length % 2, 0, row);
    }
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage } from '../../src/command-line/page.ts';
import { lookOf, styleOf } from '../../src/command-line/terminal.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { rulePage } from '../../src/rules/page.ts';
import { inFolder } from '../support/command.ts';

test('rules lists every rule with its severity and what it reports', () => {
  inFolder({}, ({ run }) => {
    const lines = run(['rules']).stdout.split('\n').filter(Boolean);
    assert.deepEqual(
      lines.map((line) => line.split(/ {2,}/)),
      RULES.map(({ id, severity, summary }) => [id, severity, summary]),
    );
  });
});

test('rules RULE gives the page of the rule', () => {
  inFolder({}, ({ run }) => {
    for (const rule of RULES.slice(0, 3)) assert.equal(run(['rules', rule.id]).stdout, rulePage(rule));
  });
});

test('on a terminal a page fits into its width, without the marks of Markdown', () => {
  const style = { ...styleOf(lookOf(false, true)), width: 60 };
  for (const rule of RULES) {
    const rows = renderPage(rulePage(rule), style, (text) => text.length).split('\n');
    assert.equal(rows[0], rule.id);
    const prose = rows.filter((row) => !row.startsWith('    '));
    for (const row of prose) {
      assert.ok(row.length <= 62, row);
      assert.doesNotMatch(row, /^#|^```/);
    }
  }
});

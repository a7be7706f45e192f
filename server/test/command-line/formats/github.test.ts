import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { githubFormat } from '../../../src/command-line/formats/github.ts';
import { harmless } from '../../../src/command-line/terminal/terminal.ts';
import { SEVERITIES } from '../../../src/rules/rule.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';
import { anyReport, reportOf, write } from '../../support/report.ts';
import { readCommand } from '../../support/workflow-command.ts';

test('an annotation has its file, lines, columns and rule', async () => {
  const [first] = (await write(githubFormat(), [reportOf('drafts/a.md', FLAWED)])).split('\n');
  assert.equal(
    first,
    '::error file=drafts/a.md,line=3,endLine=3,col=53,endColumn=56,title=marker-unresolved::' +
      'Unexpected marker “9” without a citation after “2”, expected citation “9”',
  );
});

test('a draft without findings says nothing', async () => {
  assert.equal(await write(githubFormat(), [reportOf('a.md', CLEAN)]), '');
});

test('annotations of all drafts come the most severe first, and read back as they may be shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport(), { maxLength: 3 }), async (reports) => {
      const lines = (await write(githubFormat(), reports)).split('\n').slice(0, -1);
      const all = reports.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding })));
      const expected = SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
      const expectedCommands = expected.map(({ name, rule, severity, message }) => ({
        command: { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' }[severity],
        file: name,
        title: rule,
        message: harmless(message),
      }));
      assert.deepEqual(lines.map(readCommand), expectedCommands);
    }),
  );
});

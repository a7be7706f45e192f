import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ValidateFunction } from 'ajv';
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Log, Region } from 'sarif';
import { sarifFormat } from '../../../src/command-line/formats/sarif.ts';
import { RULES } from '../../../src/rules/catalogue.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { lineStarts } from '../../../src/text/lines.ts';
import { FLAWED } from '../../support/drafts.ts';
import { fixture } from '../../support/fixtures.ts';
import { anyReport, reportOf, write } from '../../support/report.ts';

const ajv = new AjvDraft4.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate: ValidateFunction = ajv.compile(JSON.parse(fixture('schemas/sarif-2.1.0.json')));

function parse(sarif: string): Log {
  const log: Log = JSON.parse(sarif);
  const valid = validate(log);
  assert.ok(valid, JSON.stringify(validate.errors?.slice(0, 3), null, 2));
  return log;
}

test('what is written of drafts is valid by the schema', async () => {
  const reports = ['bracket', 'defects', 'defects-pasted'].map((name) =>
    reportOf(`drafts/${name}.md`, fixture(`article/${name}.md`)),
  );
  const [run] = parse(await write(sarifFormat(), reports)).runs;
  const found = reports.flatMap(({ findings }) => findings);
  assert.deepEqual(
    run?.results?.map(({ ruleId }) => ruleId),
    found.map(({ rule }) => rule),
  );
  assert.deepEqual(
    run?.results?.map(({ ruleIndex = -1 }) => run.tool.driver.rules?.[ruleIndex]?.id),
    found.map(({ rule }) => rule),
  );
});

test('any finding in any text is valid by the schema', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport(), { maxLength: 3 }), async (reports) => {
      const [run] = parse(await write(sarifFormat(), reports)).runs;
      assert.equal(run?.results?.length, reports.flatMap(({ findings }) => findings).length);
    }),
  );
});

test('every rule comes with its help and the address of its page', async () => {
  const rules = parse(await write(sarifFormat(), [])).runs[0]?.tool.driver.rules ?? [];
  assert.deepEqual(
    rules.map(({ id }) => id),
    RULES.map(({ id }) => id),
  );
  for (const { id, help, helpUri } of rules) {
    assert.ok(help?.markdown, id);
    assert.ok(helpUri?.endsWith(`/docs/rules/${id}.md`), id);
  }
});

test('a fix, applied by its regions, gives what our fix gives', async () => {
  const report = reportOf('a.md', FLAWED);
  const starts = lineStarts(FLAWED);
  const offset = (line = 1, column = 1) => (starts[line - 1] ?? 0) + column - 1;
  const rangeOf = ({ startLine, startColumn, endLine, endColumn }: Region) => ({
    start: offset(startLine, startColumn),
    end: offset(endLine, endColumn),
  });
  const results = parse(await write(sarifFormat(), [report])).runs[0]?.results ?? [];
  const fixes = results.flatMap((result) => result.fixes ?? []);
  const ours = report.findings.flatMap((finding) => finding.fixes);
  assert.ok(ours.length > 0);
  assert.deepEqual(
    fixes.map(({ artifactChanges }) =>
      applyEdits(
        FLAWED,
        artifactChanges
          .flatMap(({ replacements }) => replacements)
          .map((change) => ({ ...rangeOf(change.deletedRegion), text: change.insertedContent?.text ?? '' })),
      ),
    ),
    ours.map(({ edits }) => applyEdits(FLAWED, edits)),
  );
});

test('names become addresses', async () => {
  const sarif = await write(sarifFormat(), [reportOf('über uns/50%#1?.md', FLAWED)]);
  const uri = parse(sarif).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
  assert.equal(uri, '%C3%BCber%20uns/50%25%231%3F.md');
});

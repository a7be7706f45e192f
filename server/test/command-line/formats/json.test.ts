import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { jsonFormat } from '../../../src/command-line/formats/json.ts';
import { SEVERITIES } from '../../../src/rules/rule.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { FLAWED } from '../../support/drafts.ts';
import { anyReport, reportOf, write } from '../../support/report.ts';

const count = { type: 'integer', minimum: 0 };
const fromOne = { type: 'integer', minimum: 1 };
const text = { type: 'string' };
const object = (properties: object) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const position = object({ line: fromOne, column: fromOne, offset: count });

/** What docs/stability.md promises: these fields, all of them, and no others. */
const SCHEMA = object({
  schemaVersion: { const: 1 },
  files: list(
    object({
      file: text,
      findings: list(
        object({
          rule: { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' },
          severity: { enum: [...SEVERITIES] },
          message: text,
          start: position,
          end: position,
          related: list(object({ message: text, start: position, end: position })),
          fixes: list(
            object({ title: text, safe: { type: 'boolean' }, edits: list(object({ start: count, end: count, text })) }),
          ),
          help: { type: 'string', pattern: '^docs/rules/[a-z-]+\\.md$' },
        }),
      ),
    }),
  ),
  summary: object({ files: count, skipped: count, errors: count, warnings: count, information: count, hints: count }),
});
const validate = new Ajv().compile(SCHEMA);

interface Json {
  readonly files: readonly {
    readonly file: string;
    readonly findings: readonly {
      readonly message: string;
      readonly fixes: readonly { readonly edits: readonly { start: number; end: number; text: string }[] }[];
    }[];
  }[];
}

function parse(json: string): Json {
  const value = JSON.parse(json);
  const valid: boolean = validate(value);
  assert.ok(valid, JSON.stringify(validate.errors));
  return value;
}

test('any findings in any text are what the promise says, and none is lost or changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport(), { maxLength: 3 }), async (reports) => {
      const { files } = parse(await write(jsonFormat(), reports));
      assert.deepEqual(
        files.map(({ file, findings }) => [file, findings.map(({ message }) => message)]),
        reports.map(({ name, findings }) => [name, findings.map(({ message }) => message)]),
      );
    }),
  );
});

test('edits, applied to the text by their offsets, give what our fix gives', async () => {
  const report = reportOf('a.md', FLAWED);
  const [file] = parse(await write(jsonFormat(), [report])).files;
  const ours = report.findings.flatMap(({ fixes }) => fixes);
  assert.ok(ours.length > 0);
  assert.deepEqual(
    file?.findings.flatMap(({ fixes }) => fixes).map(({ edits }) => edits.toReversed().reduce(replaced, FLAWED)),
    ours.map(({ edits }) => applyEdits(FLAWED, edits)),
  );
});

function replaced(draft: string, edit: { start: number; end: number; text: string }): string {
  return draft.slice(0, edit.start) + edit.text + draft.slice(edit.end);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { gitlabFormat } from '../../../src/command-line/formats/gitlab.ts';
import { FLAWED } from '../../support/drafts.ts';
import { anyReport, reportOf, write } from '../../support/report.ts';

/** What GitLab's documentation asks of a report. */
const SCHEMA = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};
const validate = new Ajv().compile(SCHEMA);

function parse(json: string): readonly { readonly fingerprint: string; readonly location: object }[] {
  const issues = JSON.parse(json);
  const valid: boolean = validate(issues);
  assert.ok(valid, JSON.stringify(validate.errors));
  return issues;
}

test('any findings are issues, each with a fingerprint of its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyReport(), { maxLength: 3, selector: ({ name }) => name }), async (reports) => {
      const issues = parse(await write(gitlabFormat(), reports));
      assert.equal(issues.length, reports.flatMap(({ findings }) => findings).length);
      assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
    }),
  );
});

test('an issue has its place', async () => {
  const [first] = parse(await write(gitlabFormat(), [reportOf('drafts/a.md', FLAWED)]));
  assert.deepEqual(first?.location, { path: 'drafts/a.md', lines: { begin: 3, end: 3 } });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkstyleFormat } from '../../../src/command-line/formats/checkstyle.ts';
import { junitFormat } from '../../../src/command-line/formats/junit.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';
import { anyReport, reportOf, write } from '../../support/report.ts';
import { type Element, readXml } from '../../support/xml.ts';

const named = (elements: readonly Element[], ...names: readonly string[]) =>
  elements.filter(({ name }) => names.includes(name)).map(({ attributes }) => attributes);

test('Checkstyle: each draft is a file, each finding an error in it', async () => {
  const elements = readXml(await write(checkstyleFormat(), [reportOf('a & b.md', FLAWED), reportOf('c.md', CLEAN)]));
  assert.deepEqual(named(elements, 'file'), [{ name: 'a & b.md' }, { name: 'c.md' }]);
  assert.deepEqual(named(elements, 'error')[0], {
    line: '3',
    column: '53',
    severity: 'error',
    message: 'Unexpected marker “9” without a citation after “2”, expected citation “9”',
    source: 'sentinel-citations.marker-unresolved',
  });
});

test('JUnit: errors and warnings fail, the rest and clean drafts pass', async () => {
  const elements = readXml(await write(junitFormat(), [reportOf('a.md', FLAWED), reportOf('c.md', CLEAN)]));
  const [flawed, clean] = named(elements, 'testsuite');
  assert.deepEqual(flawed, { name: 'a.md', tests: '3', failures: '2', errors: '0', skipped: '0', time: '0' });
  assert.deepEqual(clean, { name: 'c.md', tests: '1', failures: '0', errors: '0', skipped: '0', time: '0' });
  assert.deepEqual(
    named(elements, 'failure').map(({ type }) => type),
    ['error', 'warning'],
  );
});

test('a suite of JUnit counts the cases that follow it, and those of them that fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport(), { maxLength: 3 }), async (reports) => {
      const suites: { tests: number; failures: number }[] = [];
      const counted: { tests: number; failures: number }[] = [];
      for (const { name, attributes } of readXml(await write(junitFormat(), reports))) {
        const last = counted.at(-1);
        if (name === 'testsuite') {
          suites.push({ tests: Number(attributes['tests']), failures: Number(attributes['failures']) });
          counted.push({ tests: 0, failures: 0 });
        } else if (last && name === 'testcase') last.tests++;
        else if (last && name === 'failure') last.failures++;
      }
      assert.equal(suites.length, reports.length);
      assert.deepEqual(suites, counted);
    }),
  );
});

test('any findings in any text are well-formed, and read back as they were but for what XML cannot hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport(), { maxLength: 3 }), async (reports) => {
      const findings = reports.flatMap((report) => report.findings);
      const checkstyle = readXml(await write(checkstyleFormat(), reports));
      assert.deepEqual(
        named(checkstyle, 'file').map(({ name = '' }) => name),
        reports.map(({ name }) => readable(name)),
      );
      assert.deepEqual(
        named(checkstyle, 'error').map(({ message }) => message),
        findings.map(({ message }) => readable(message)),
      );
      const junit = readXml(await write(junitFormat(), reports));
      const cases = reports.flatMap(({ name, findings: found }) =>
        found.length === 0 ? [name] : found.map(() => name),
      );
      assert.deepEqual(
        named(junit, 'testcase').map(({ file }) => file),
        cases.map(readable),
      );
      const failing = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        named(junit, 'failure').map(({ message }) => message),
        failing.map(({ message }) => readable(message)),
      );
      assert.equal(named(junit, 'system-out').length, findings.length - failing.length);
    }),
  );
});

/** XML 1.0 has no place for some characters, and advises against some more. */
function readable(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isSpace = character === '\t' || character === '\n' || character === '\r';
    const isControl = (code < 0x20 && !isSpace) || (code >= 0x7f && code < 0xa0);
    const isNone = (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff;
    return isControl || isNone ? '\uFFFD' : character;
  }).join('');
}

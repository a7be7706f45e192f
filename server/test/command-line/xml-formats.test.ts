import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { checkstyleFormat } from '../../src/command-line/checkstyle.ts';
import { junitFormat } from '../../src/command-line/junit.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';
import { anyReport, reportOf, write } from '../support/report.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of a document, in order; throws where it is no XML. */
function read(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: { ...attributes } });
  });
  parser.write(xml).close();
  return elements;
}

const named = (elements: readonly Element[], ...names: readonly string[]) =>
  elements.filter(({ name }) => names.includes(name)).map(({ attributes }) => attributes);

test('Checkstyle: each draft is a file, each finding an error in it', async () => {
  const elements = read(await write(checkstyleFormat(), [reportOf('a & b.md', FLAWED), reportOf('c.md', CLEAN)]));
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
  const elements = read(await write(junitFormat(), [reportOf('a.md', FLAWED), reportOf('c.md', CLEAN)]));
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
      for (const { name, attributes } of read(await write(junitFormat(), reports))) {
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

test('any findings in any text are well-formed, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyReport(), { maxLength: 3 }), async (reports) => {
      const count = reports.flatMap(({ findings }) => findings).length;
      assert.equal(named(read(await write(checkstyleFormat(), reports)), 'error').length, count);
      assert.equal(named(read(await write(junitFormat(), reports)), 'failure', 'system-out').length, count);
    }),
  );
});

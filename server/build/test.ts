import { spawn } from 'node:child_process';

import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { globby } from 'globby';

/**
 * The test command. Without arguments: the build, every check, then every test. With arguments (test files): the tests
 * in them alone. The last line is always `N passed, N failed[, N skipped]`; the build and each check count as one.
 */

/** Scripts of package.json, in the order in which they are reported. */
const CHECKS = ['check:types', 'check:style', 'check:unused', 'check:imports'];
const TESTS = '{server,client}/test/**/*.test.ts';
/** The suite in a real VS Code: it runs alone, at the end. */
const EDITOR_TESTS = 'test:editor';
/** Where there is no network to set it up, this variable of the environment (`=1`) skips it. */
const SKIP_EDITOR_TESTS = 'SENTINEL_CITATIONS_SKIP_EDITOR_TESTS';
/** Milliseconds after which a file of tests has failed. */
const TIMEOUT = 300_000;

type Count = Readonly<Record<'passed' | 'failed' | 'skipped', number>>;

const files = process.argv.slice(2);
const counts: Count[] = [];
if (files.length === 0) {
  counts.push(report(await runScript('build')));
  // The checks do not depend on each other: they run at once, and report in order.
  for (const result of CHECKS.map(runScript)) counts.push(report(await result));
}
counts.push(await runTests(files.length > 0 ? files : (await globby(TESTS)).sort()));
if (files.length === 0) counts.push(await runEditorTests());

const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

interface ScriptResult {
  readonly script: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
}

function runScript(script: string): Promise<ScriptResult> {
  const started = performance.now();
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (ok: boolean, output: string) =>
      settle({ script, ok, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => finish(false, `${error.message}\n`));
    child.on('close', (code) => finish(code === 0, Buffer.concat(chunks).toString()));
  });
}

function report({ script, ok, seconds, output }: ScriptResult): Count {
  console.log(`${ok ? '✔' : '✖'} ${script} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function runEditorTests(): Promise<Count> {
  if (process.env[SKIP_EDITOR_TESTS] !== '1') return report(await runScript(EDITOR_TESTS));
  console.log(`- skipped: ${EDITOR_TESTS} (${SKIP_EDITOR_TESTS}=1)`);
  return { passed: 0, failed: 0, skipped: 1 };
}

/** Runs test files with Node's test runner, each in its own process; what fails is shown in full, what passes counted. */
async function runTests(testFiles: readonly string[]): Promise<Count> {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const fail = (where: string, why: string) => {
    count.failed += 1;
    console.log(`\n✖ ${where}\n${why.replace(/^/gm, '  ')}`);
  };
  const started = performance.now();
  const events = testFiles.length > 0 ? run({ files: [...testFiles], concurrency: true, timeout: TIMEOUT }) : [];
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') process.stdout.write(data.message);
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const where = `${relative('', data.file ?? '')}:${data.line}:${data.column} ${data.name}`;
    if (data.skip !== undefined || data.todo !== undefined) {
      count.skipped += 1;
      const reason = data.skip || data.todo;
      console.log(`- skipped: ${where}${typeof reason === 'string' ? ` (${reason})` : ''}`);
    } else if (type === 'test:fail') {
      // A test or suite that failed by its parts alone is no failure of its own.
      const { error } = data.details;
      if (failureType(error) !== 'subtestsFailed') fail(where, inspect(error.cause ?? error));
    } else if (resolve(data.name) === data.file) {
      fail(where, 'There is no test in this file.');
    } else if (data.details.type !== 'suite') {
      count.passed += 1;
    }
  }
  if (count.passed + count.failed === 0) fail('tests', 'No test was run.');
  console.log(`${count.failed === 0 ? '✔' : '✖'} tests (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return count;
}

function failureType(error: Error): unknown {
  return 'failureType' in error ? error.failureType : undefined;
}

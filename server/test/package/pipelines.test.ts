import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import manifest from '../../../package.json' with { type: 'json' };
import { inFolder } from '../support/command.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const THIS_VERSION = `sentinel-citations@${manifest.version}`;

interface Step {
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
}
interface Pattern {
  readonly regexp: string;
  readonly [group: string]: string | number;
}

/** What runs commands in the pipelines of GitHub and GitLab. */
interface Pipeline {
  readonly citations?: { readonly script?: readonly string[] };
  readonly jobs?: { readonly citations?: { readonly steps?: readonly Partial<Step>[] } };
  readonly steps?: readonly Partial<Step>[];
}

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const action: Action = parse(read('action.yml'));

/** Runs the steps as GitHub's runner does: inputs put into the environment, the script given to bash. */
function runAction(folder: string, inputs: Readonly<Record<string, string>>) {
  const filledIn = (text: string) =>
    text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '');
  const results = action.runs.steps.map(({ run, env }) => {
    assert.ok(!run.includes('${{'), 'an input would become a part of the script');
    const values = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filledIn(value)]));
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: folder,
      env: { ...process.env, npm_config_offline: 'true', ...values },
      encoding: 'utf8',
      timeout: 120_000,
    });
  });
  return results.at(-1) ?? assert.fail('no steps');
}

/** The packed file, made in the folder; the build is there already, and tests run beside each other. */
function pack(folder: string): string {
  const { stdout } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return join(folder, JSON.parse(stdout)[0].filename);
}

test('the action runs its own version, unless told otherwise', () => {
  assert.equal(action.inputs['package']?.default, THIS_VERSION);
  assert.equal(action.runs.using, 'composite');
});

test('the action checks drafts with the packed program', () => {
  inFolder({ 'drafts/a b.md': FLAWED, 'drafts/c.md': CLEAN, "$(touch x)'.md": CLEAN }, ({ folder, path }) => {
    const inputs = { package: pack(folder) };

    const annotated = runAction(folder, { ...inputs, paths: 'drafts/a b.md\ndrafts/c.md\n' });
    assert.equal(annotated.status, 1, annotated.stderr);
    assert.match(annotated.stdout, /^::error file=drafts\/a b\.md,line=3,/);

    const clean = runAction(folder, { ...inputs, paths: "$(touch x)'.md" });
    assert.deepEqual([clean.status, clean.stdout], [0, ''], clean.stderr);

    const options = { format: 'sarif', output: 'a.sarif', arguments: '--fail-on=never\n--rule=citation-quotes=off' };
    const sarif = runAction(folder, { ...inputs, ...options, paths: 'drafts' });
    assert.deepEqual([sarif.status, sarif.stdout], [0, ''], sarif.stderr);
    assert.equal(JSON.parse(readFileSync(path('a.sarif'), 'utf8')).runs[0].results.length, 2);
  });
});

test('hooks of pre-commit run the program that npm brings, with the names of files', () => {
  const hooks: readonly Hook[] = parse(read('.pre-commit-hooks.yaml'));
  assert.deepEqual(
    hooks.map(({ id, language, entry }) => [id, language, entry]),
    [
      // Installed from the repository, there would be no program: what is built is in the published package alone.
      ['sentinel-citations', 'system', `npx --yes ${THIS_VERSION} check`],
      ['sentinel-citations-fix', 'system', `npx --yes ${THIS_VERSION} fix`],
    ],
  );
  inFolder({ 'a b.md': FLAWED, 'c.md': CLEAN, 'package.json': '{ "private": true }' }, ({ folder, path }) => {
    const options = { cwd: folder, env: { ...process.env, npm_config_offline: 'true' }, encoding: 'utf8' } as const;
    // It stands for what npm would fetch.
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', pack(folder)], options);
    const results = hooks.map(({ entry }) => {
      const [command = '', ...args] = entry.split(' ');
      return spawnSync(command, [...args, 'a b.md', 'c.md'], { ...options, timeout: 120_000 });
    });
    assert.deepEqual(
      results.map(({ status }) => status),
      [1, 0],
      results.map(({ stderr }) => stderr).join(''),
    );
    assert.match(results[0]?.stdout ?? '', /^a b\.md {2}1 error/);
    assert.equal(readFileSync(path('a b.md'), 'utf8'), FLAWED.replace('131-158', '131–158'));
  });
});

test('the problem matcher reads every finding from the output for people', () => {
  const { problemMatcher }: { readonly problemMatcher: readonly { readonly pattern: readonly Pattern[] }[] } =
    JSON.parse(read('problem-matcher.json'));
  const draft = `${FLAWED}\n[4] Cora Lane, “A Third,” Daily Post, May 4, 2016.\n`;
  inFolder({ 'drafts/a.md': draft }, ({ run }) => {
    const lines = run(['check', '.', '--no-color']).stdout.split('\n');
    const matched = problemMatcher.flatMap(({ pattern: [head, place] }) =>
      lines.flatMap((line, at) => {
        const what = groups(head, line);
        const where = groups(place, lines[at + 1] ?? '');
        return what && where ? [{ ...what, ...where }] : [];
      }),
    );
    const [{ findings }] = JSON.parse(run(['check', '.', '--format', 'json']).stdout).files;
    const expected = findings.map(({ rule, message, start }: Record<string, unknown> & { start: { line: 1 } }) => {
      return { code: rule, message, file: 'drafts/a.md', line: start.line };
    });
    const actual = matched.map(({ code, message, file, line }) => ({ code, message, file, line: Number(line) }));
    const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
    assert.deepEqual(actual.toSorted(byLine), expected.toSorted(byLine));
  });
});

test('the files that pages tell to install have the names that they are packed under', () => {
  for (const page of ['docs/ci.md', 'docs/library.md', 'docs/extension.md']) {
    const versions = Array.from(read(page).matchAll(/sentinel-citations-(\d[\w.-]*)\.(?:tgz|vsix)/g), ([, it]) => it);
    assert.deepEqual([...new Set(versions)], [manifest.version], page);
  }
});

/** The named parts of a line that a pattern matches, as GitHub's runner takes them. */
function groups(pattern: Pattern | undefined, line: string): Readonly<Record<string, string | undefined>> | null {
  const { regexp = '$^', ...names } = pattern ?? {};
  const match = new RegExp(String(regexp)).exec(line);
  return match && Object.fromEntries(Object.entries(names).map(([name, group]) => [name, match[Number(group)]]));
}

test('the pipelines of docs/ci.md are read, name this version, and run', () => {
  const page = read('docs/ci.md');
  const blocks = Array.from(page.matchAll(/^```(yaml|sh)\n(.*?)^```$/gms), ([, language, code = '']) => ({
    language,
    code,
  }));
  for (const { language, code } of blocks) if (language === 'yaml') assert.ok(parse(code));
  for (const [, version] of page.matchAll(/sentinel-citations@v?(\d[\w.-]*)|rev: v(\S+)/g)) {
    if (version !== undefined) assert.equal(version, manifest.version);
  }
  const stepsOf = (pipeline: Pipeline): readonly string[] => [
    ...(pipeline.citations?.script ?? []),
    ...[...(pipeline.jobs?.citations?.steps ?? []), ...(pipeline.steps ?? [])].flatMap(({ run }) => run ?? []),
  ];
  const scripts = blocks.flatMap(({ language, code }) =>
    language === 'yaml' ? stepsOf(parse(code)) : code.trimEnd().split('\n'),
  );
  inFolder({ 'drafts/a.md': FLAWED, 'package.json': '{ "private": true }' }, ({ folder, path }) => {
    const PATH = [path('node_modules/.bin'), process.env['PATH']].join(delimiter);
    const shell = (script: string) =>
      spawnSync('bash', ['-e', '-c', script], {
        cwd: folder,
        env: { ...process.env, PATH, npm_config_offline: 'true' },
        encoding: 'utf8',
        timeout: 120_000,
      });
    // It stands for what npm would fetch, and for what `npm ci` installs.
    shell(`npm install --ignore-scripts --no-audit --no-fund '${pack(folder)}'`);
    const statuses = scripts
      .filter((script) => !script.startsWith('npm '))
      .map((script) => script.replace(/\$\{\{ matrix\.shard \}\}/, '1'))
      .map((script) => {
        const { status, stderr, stdout } = shell(script);
        assert.doesNotMatch(stderr, /sentinel-citations: |no such file/, script);
        const [, matcher] = /^::add-matcher::(.*)$/m.exec(stdout) ?? [];
        if (matcher !== undefined) assert.equal(readFileSync(path(matcher), 'utf8'), read('problem-matcher.json'));
        return `${status} ${script.replace(/^.*sentinel-citations\S* /, '')}`;
      });
    assert.deepEqual(statuses, [
      '0 check drafts --baseline citations-baseline.json --update-baseline',
      '0 check drafts --baseline citations-baseline.json',
      '1 check drafts --shard 1/3 --format github',
      '0 echo "::add-matcher::node_modules/sentinel-citations/problem-matcher.json"',
      '1 check drafts --no-color',
      '1 check drafts --format gitlab --output gl-code-quality-report.json',
      '1 check drafts --format junit --output citations.xml',
      '1 check drafts --format checkstyle --output checkstyle.xml',
    ]);
    for (const report of ['gl-code-quality-report.json', 'citations.xml', 'checkstyle.xml']) {
      assert.ok(readFileSync(path(report)).length > 0, report);
    }
  });
});

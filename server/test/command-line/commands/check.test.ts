import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder } from '../../support/command.ts';
import { CLEAN, FLAWED } from '../../support/drafts.ts';
import { fixture } from '../../support/fixtures.ts';

const namesOf = (json: string): string[] => JSON.parse(json).files.map(({ file }: { file: string }) => file);

test('JSON has the shape that is promised', () => {
  inFolder({ 'drafts/a.md': FLAWED }, ({ run }) => {
    const { stdout } = run(['check', 'drafts', '--format', 'json', '--rule', 'citation-quotes=off']);
    assert.deepEqual(JSON.parse(stdout), {
      schemaVersion: 1,
      files: [
        {
          file: 'drafts/a.md',
          findings: [
            {
              rule: 'marker-unresolved',
              severity: 'error',
              message: 'Unexpected marker “9” without a citation after “2”, expected citation “9”',
              start: { line: 3, column: 53, offset: 63 },
              end: { line: 3, column: 56, offset: 66 },
              related: [],
              fixes: [],
              help: 'docs/rules/marker-unresolved.md',
            },
            {
              rule: 'citation-page-range',
              severity: 'information',
              message: 'Unexpected “-” in the pages “131-158”, expected an en dash: “131–158”',
              start: { line: 9, column: 51, offset: 181 },
              end: { line: 9, column: 58, offset: 188 },
              related: [],
              fixes: [
                {
                  title: 'Replace “131-158” with “131–158”',
                  safe: true,
                  edits: [{ start: 184, end: 185, text: '–' }],
                },
              ],
              help: 'docs/rules/citation-page-range.md',
            },
          ],
        },
      ],
      summary: { files: 1, skipped: 0, errors: 1, warnings: 0, information: 1, hints: 0 },
    });
  });
});

test('JSON is byte-identical for identical input, and the same by every way to it', () => {
  inFolder({ 'a.md': fixture('article/defects.md'), 'b/c.md': FLAWED, 'b/a.md': CLEAN }, ({ run, path }) => {
    const { stdout } = run(['check', '.', '--format', 'json']);
    assert.deepEqual(namesOf(stdout), ['a.md', 'b/a.md', 'b/c.md']);
    for (const args of [['.'], ['b', 'a.md'], ['**/*.md'], ['b/c.md', './a.md', 'b/../b/a.md', 'a.md'], [path('.')]]) {
      assert.equal(run(['check', ...args, '--format', 'json']).stdout, stdout, args.join(' '));
    }
    run(['check', '.', '--format', 'json', '--output', 'out.json']);
    assert.equal(readFileSync(path('out.json'), 'utf8'), stdout);
  });
});

test('a related place has its position', () => {
  const twice = CLEAN.replace('[2] Ben', '[1] Ben');
  inFolder({ 'a.md': twice }, ({ run }) => {
    const [finding] = JSON.parse(run(['check', 'a.md', '--format', 'json']).stdout).files[0].findings.filter(
      ({ rule }: { rule: string }) => rule === 'citation-duplicate',
    );
    assert.deepEqual(Object.keys(finding.related[0]), ['message', 'start', 'end']);
    assert.equal(typeof finding.related[0].start.offset, 'number');
  });
});

test('standard input is checked under the name that it is given', () => {
  inFolder({ 'drafts/.sentinel-citations.yaml': 'rules: { marker-unresolved: off }' }, ({ run }) => {
    const { stdout, status } = run(['check', '-', '--stdin-filename', 'drafts/x.md', '--format', 'json'], {
      input: FLAWED,
    });
    assert.deepEqual([namesOf(stdout), status], [['drafts/x.md'], 0]);
    const unnamed = run(['check', '-', '--format', 'json'], { input: FLAWED });
    assert.deepEqual([namesOf(unnamed.stdout), unnamed.status], [['<stdin>'], 1]);
  });
});

test('from folders and globs come drafts alone; what is named outright is always checked', () => {
  const files = {
    'a.md': CLEAN,
    'README.md': '# No draft\n',
    'styled.markdown': '---\nstyle: ctc-sentinel\n---\nNo section of citations yet.\n',
    'note.txt': CLEAN,
    'ignored/b.md': CLEAN,
    'node_modules/p/c.md': CLEAN,
    '.gitignore': 'ignored/\n',
    'attic/d.md': CLEAN,
    '.sentinel-citations.yaml': 'ignore: [attic]\n',
    'listed.txt': '/a.md\n',
  };
  inFolder(files, ({ run }) => {
    const check = (...args: string[]) => {
      const { files: checked, summary } = JSON.parse(run(['check', ...args, '--format', 'json']).stdout);
      return [checked.map(({ file }: { file: string }) => file), summary.skipped];
    };
    assert.deepEqual(check('.'), [['a.md', 'styled.markdown'], 2]);
    assert.deepEqual(check('.', '--no-config'), [['a.md', 'attic/d.md', 'styled.markdown'], 1]);
    assert.deepEqual(check('*'), [['a.md', 'styled.markdown'], 1]);
    assert.deepEqual(check('*.txt'), [['note.txt'], 1]);
    assert.deepEqual(check('.', '--ignore-path', 'listed.txt'), [['styled.markdown'], 2]);
    assert.deepEqual(check('a.md', '--ignore-path', 'listed.txt'), [['a.md'], 0]);
    assert.deepEqual(check('README.md', 'ignored/b.md', 'attic/d.md', 'node_modules/p/c.md'), [
      ['README.md', 'attic/d.md', 'ignored/b.md', 'node_modules/p/c.md'],
      0,
    ]);
  });
});

test('lines of an ignore file leave out what git does by them', () => {
  const drafts = ['a.md', 'old.md', 'sub/b.md', 'sub/deep/c.md', 'sub/old.md/d.md', 'sub/old.md/deep/e.md'];
  const table: readonly (readonly [ignoreFile: string, line: string, left: readonly number[]])[] = [
    ['sub/.gitignore', '/', []],
    ['sub/.gitignore', '/ \r\n!/\r\ndeep/', [3, 5]],
    ['.gitignore', '/', []],
    ['.gitignore', 'old.md/', [4, 5]],
    ['.gitignore', '/old.md/', []],
    ['.gitignore', 'sub/old.md/ ', [4, 5]],
    ['sub/.gitignore', '/old.md/', [4, 5]],
    ['.gitignore', 'old.md', [1, 4, 5]],
  ];
  for (const [ignoreFile, line, left] of table) {
    const files = Object.fromEntries(drafts.map((file) => [file, CLEAN]));
    inFolder({ ...files, [ignoreFile]: `${line}\n` }, ({ run }) => {
      const { files: checked } = JSON.parse(run(['check', '--format', 'json']).stdout);
      const expected = drafts.filter((_, index) => !left.includes(index));
      assert.deepEqual(
        checked.map(({ file }: { file: string }) => file),
        expected,
        `${line} in ${ignoreFile}`,
      );
    });
    // By any name, and with what editors and Windows add, another file says the same where it is.
    for (const name of ['own', 'own[x]', 'own{a,b}', '[own', '!own', '-own', 'own\\b', 'own*'].filter(canBeName)) {
      const path = ignoreFile.replace('.gitignore', name);
      inFolder({ ...files, [path]: `\uFEFF# Ours\r\n\r\n${line}\r\n` }, ({ run }) => {
        const { stdout, stderr } = run(['check', '--format', 'json', `--ignore-path=${path}`]);
        assert.equal(stderr, '');
        assert.deepEqual(
          JSON.parse(stdout).files.map(({ file }: { file: string }) => file),
          drafts.filter((_, index) => !left.includes(index)),
          `${line} in ${path}`,
        );
      });
      if (line !== 'old.md') break;
    }
  }
});

function canBeName(name: string): boolean {
  return process.platform !== 'win32' || !/[\\*]/.test(name);
}

test('what an ignore file says holds in its folder alone', () => {
  inFolder({ 'a.md': CLEAN, 'sub/a.md': CLEAN, 'sub/own': 'a.md\n..\n' }, ({ run, path }) => {
    const names = (args: readonly string[], cwd: string) =>
      JSON.parse(run(['check', '--format', 'json', ...args], { cwd: path(cwd) }).stdout).files.map(
        ({ file }: { file: string }) => file,
      );
    assert.deepEqual(names(['--ignore-path', 'sub/own'], '.'), ['a.md']);
    assert.deepEqual(names(['..', '--ignore-path', 'own'], 'sub'), ['../a.md']);
    assert.deepEqual(names(['a.md', '--ignore-path', 'own'], 'sub'), ['a.md']);
  });
});

test('configuration: the nearest file, one for all, none, and what is said on the command line', () => {
  const files = {
    'a.md': FLAWED,
    '.sentinel-citations.yaml': 'rules: { marker-unresolved: hint }',
    'other.yaml': 'rules: { marker-unresolved: warning }',
  };
  inFolder(files, ({ run }) => {
    const severity = (...args: string[]) =>
      JSON.parse(run(['check', 'a.md', '--format', 'json', ...args]).stdout).files[0].findings[0].severity;
    assert.equal(severity(), 'hint');
    assert.equal(severity('--config', 'other.yaml'), 'warning');
    assert.equal(severity('--no-config'), 'error');
    assert.equal(severity('--rule', 'marker-unresolved=information'), 'information');
  });
});

test('the notation that is configured is the one that markers are to be written in', () => {
  inFolder({ 'a.md': CLEAN, '.sentinel-citations.yaml': 'notation: caret' }, ({ run, path }) => {
    const { stdout } = run(['check', 'a.md']);
    assert.match(stdout, /Unexpected marker “\[1\]” in brackets, expected carets as configured: “\^1\^”/);
    run(['fix', 'a.md']);
    assert.match(readFileSync(path('a.md'), 'utf8'), /^The group split\.\^1\^ Its rival grew\.\^2\^\n/);
  });
});

test('quiet leaves what does not fail, and says nothing of what is well', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': CLEAN }, ({ run }) => {
    assert.match(run(['check', 'a.md', '--quiet']).stdout, /^a\.md {2}1 error\n[^▲●]*$/);
    assert.match(run(['check', 'a.md', '--quiet', '--fail-on', 'warning']).stdout, /✖[^●]*▲[^●]*$/);
    assert.equal(run(['check', 'b.md', '--quiet']).stdout, '');
    const { files, summary } = JSON.parse(run(['check', 'a.md', '--quiet', '--format', 'json']).stdout);
    assert.deepEqual([files[0].findings.length, summary.warnings], [1, 1]);
  });
});

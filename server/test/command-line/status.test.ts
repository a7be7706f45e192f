import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { test } from 'node:test';
import { inFolder } from '../support/command.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';

const WARNED = FLAWED.replace(' Both recruit.[9]', '');
const FILES = { 'clean.md': CLEAN, 'flawed.md': FLAWED, 'warned.md': WARNED };

const STATUSES: readonly (readonly [string, number])[] = [
  ['clean.md', 0],
  ['clean.md --fail-on hint', 0],
  ['flawed.md', 1],
  ['flawed.md --fail-on never', 0],
  ['warned.md', 0],
  ['warned.md --fail-on warning', 1],
  ['warned.md --fail-on information', 1],
  ['warned.md --max-warnings 0', 1],
  ['warned.md --max-warnings 1', 0],
  ['warned.md --fail-on never --max-warnings 0', 1],
  ['warned.md --fail-on warning --rule citation-quotes=off', 0],
  ['warned.md --rule citation-quotes=error', 1],
  ['flawed.md --rule marker-unresolved=off --rule citation-quotes=hint', 0],
  ['.', 1],
  ['', 1],
  ['clean.md warned.md', 0],
  ['--version', 0],
  ['--help', 0],
];

for (const [args, expected] of STATUSES) {
  test(`check ${args} exits with ${expected}`, () => {
    inFolder(FILES, ({ run }) => {
      const { status, stderr } = run(['check', ...args.split(' ').filter(Boolean)]);
      assert.equal(status, expected, stderr);
      if (!args.includes('--max-warnings 0')) assert.equal(stderr, '');
    });
  });
}

/** What is asked of the command, and the one line that it says. */
const BAD: readonly (readonly [readonly string[], RegExp])[] = [
  [['chek'], /^sentinel-citations: unknown command 'chek' \(did you mean check\?\)$/],
  [['renumber', 'clean.md'], /^sentinel-citations: unknown command 'renumber' \(expected .*check, fix, inspect, rules/],
  [['vocabulary', 'wrte'], /unknown command 'wrte' \(expected check, show, import, export, help\)$/],
  [['check', '--formt', 'json'], /^sentinel-citations: unknown option '--formt' \(did you mean --format\?\)$/],
  [['check', '--format', 'yaml'], /'yaml' is invalid\. Allowed choices are pretty, json/],
  [['check', '--fail-on', 'all'], /'all' is invalid\. Allowed choices are error, warning, information, hint, never$/],
  [['check', '--fail-on', 'warn'], /hint, never \(did you mean warning\?\)$/],
  [['check', '--fail-on', 'eror'], /hint, never \(did you mean error\?\)$/],
  [['check', '--rule', 'marker-order=warn'], /information, hint \(did you mean warning\?\)$/],
  [['check', '--max-warnings', '-1'], /--max-warnings/],
  [['check', '--rule', 'marker-ordr=off'], /unknown rule “marker-ordr”, expected “marker-order”$/],
  [
    ['check', '--rule', 'marker-order=loud'],
    /expected marker-order= and one of off, error, warning, information, hint$/,
  ],
  [['check', '--stdin-filename', 'a.md', 'clean.md'], /expected - \(standard input\) among the paths$/],
  [['check', 'none.md'], /^none\.md: there is no such file or folder$/],
  [['check', 'none/*.md'], /^none\/\*\.md: there are no drafts here$/],
  [['check', 'empty'], /^empty: there are no drafts here$/],
  [
    ['check', 'others'],
    /^others: there are no drafts here \(1 other file passed over; what is named outright is always checked\)$/,
  ],
  [['check', 'latin.md'], /^latin\.md: invalid UTF-8 on line 2, at byte 8: save it as UTF-8$/],
  [['check', 'wide.md'], /^wide\.md: invalid UTF-8 on line 1, at byte 0: save it as UTF-8$/],
  [['help', 'chek'], /^sentinel-citations: unknown command 'chek' \(did you mean check\?\)$/],
  [['check', '--config', 'none.yaml', 'clean.md'], /^none\.yaml: there is no such file$/],
  [['check', '--vocabulary', 'none.yaml', 'clean.md'], /^none\.yaml: there is no such file$/],
  [
    ['check', 'bad/draft.md'],
    /^bad\/\.sentinel-citations\.yaml:2:3: Unexpected rule “marker-ordr”, expected “marker-order”$/,
  ],
  [['check', 'matter.md'], /^matter\.md:3:13: Unexpected value “x”, expected bracket/],
  [['check', '--ignore-path', 'none', '.'], /^none: there is no such file$/],
  [['check', '--output', 'no/such/file', 'clean.md'], /^no\/such\/file: cannot be written: /],
  // Of a file that is named outright too, though nothing is passed over.
  [['check', '--ignore-path', 'none', 'clean.md'], /^none: there is no such file$/],
  [['fix', '--ignore-path', 'none', 'clean.md'], /^none: there is no such file$/],
  ...['--output', '--config', '--vocabulary', '--ignore-path', '--baseline'].map(
    (option) => [['check', option, '', 'clean.md'], new RegExp(`^${option}: expected a file$`)] as const,
  ),
  [['check', '--cache-location', '', 'clean.md'], /^--cache-location: expected a folder$/],
  [['check', '--cache-location', 'clean.md', 'clean.md'], /^clean\.md: results cannot be kept here: /],
  [['fix', '-', 'clean.md'], /- cannot be mended together with files$/],
  [['fix', 'latin.md'], /^latin\.md: invalid UTF-8 on line 2, at byte 8: save it as UTF-8$/],
  [['inspect'], /missing required argument 'file'/],
  [['inspect', 'others'], /^others: it is a folder, expected a file$/],
  [['inspect', 'none.md'], /^none\.md: there is no such file or folder$/],
  [['inspect', 'c*.md'], /^c\*\.md: there is no such file or folder$/],
  [
    ['rules', 'ibid'],
    /^sentinel-citations: unknown rule “ibid”, expected “ibid-without-antecedent”, “ibid-ambiguous”, or “ibid-after-commentary”$/,
  ],
];

const BAD_FILES = {
  'clean.md': CLEAN,
  'latin.md': Buffer.from(`Tea,\ncaf\xe9.[1]\n`, 'latin1'),
  'wide.md': Buffer.from('\ufefftext', 'utf16le'),
  'matter.md': `---\nsentinel-citations:\n  notation: x\n---\n${CLEAN}`,
  'empty/image.png': '',
  'others/README.md': '# No draft\n',
  'bad/.sentinel-citations.yaml': 'rules:\n  marker-ordr: off\n',
  'bad/draft.md': CLEAN,
};

for (const [args, line] of BAD) {
  test(`${args.join(' ')} says why it cannot, in one line`, () => {
    inFolder(BAD_FILES, ({ run }) => {
      const { status, stderr, stdout } = run(args);
      assert.equal(status, 2);
      assert.match(stderr, /^[^\n]+\n$/);
      assert.match(stderr.trimEnd(), line);
      assert.equal(stdout, '');
    });
  });
}

for (const args of [[], ['vocabulary']]) {
  test(`without a command, the help goes to standard error: ${args.join(' ') || '(nothing)'}`, () => {
    inFolder({}, ({ run }) => {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^Usage: sentinel-citations/);
      assert.doesNotMatch(stderr, /outputHelp/);
    });
  });
}

test('help and version are there under every name that people try', () => {
  inFolder({}, ({ run }) => {
    const same = (...ways: readonly (readonly string[])[]) => {
      const answers = ways.map((args) => run(args));
      assert.equal(answers[0]?.status, 0);
      assert.notEqual(answers[0]?.stdout, '');
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
    };
    same(['--help'], ['-h'], ['help']);
    same(['--version'], ['-v'], ['version']);
    same(['check', '--help'], ['check', '-h'], ['help', 'check']);
    same(['vocabulary', '--help'], ['vocabulary', '-h'], ['help', 'vocabulary'], ['vocabulary', 'help']);
    same(['vocabulary', 'show', '--help'], ['vocabulary', 'help', 'show']);
  });
});

test('the help says what is checked without a path, and what the exit status means', () => {
  inFolder({}, ({ run }) => {
    const words = (command: string) => run([command, '--help']).stdout.replace(/\s+/g, ' ');
    for (const command of ['check', 'fix']) {
      assert.match(words(command), /Arguments: path files, folders and globs; .* default: the current folder Options:/);
    }
    assert.match(words('check'), /Exit status: 0 when .*, 1 when .*, 2 when .*\. $/);
    assert.match(words('fix'), /Exit status: 0 when .*, 2 when .*\. $/);
  });
});

test('what cannot be read does not keep the others from being checked', () => {
  inFolder(BAD_FILES, ({ run }) => {
    const { status, stdout, stderr } = run([
      'check',
      'latin.md',
      'bad/draft.md',
      'bad',
      'none.md',
      'clean.md',
      '--format',
      'json',
    ]);
    assert.equal(status, 2);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ file }: { file: string }) => file),
      ['clean.md'],
    );
    assert.deepEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(':')[0])
        .sort(),
      ['bad/.sentinel-citations.yaml', 'latin.md', 'none.md'],
    );
  });
});

const isRoot = process.getuid?.() === 0;
test('a file that must not be read', { skip: isRoot && 'the superuser reads every file' }, () => {
  inFolder(FILES, ({ run, path }) => {
    chmodSync(path('clean.md'), 0o200);
    const { status, stderr } = run(['check', 'clean.md']);
    assert.deepEqual([status, stderr], [2, 'clean.md: permission denied\n']);
  });
});

test('a reader that has seen enough ends the run without a word', () => {
  inFolder(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.md`, FLAWED])), ({ folder }) => {
    const script = '"$0" "$1" check . | head -n 1';
    const program = new URL('../../../dist/cli.js', import.meta.url).pathname;
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, program], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.match(stdout, /^0\.md/);
    assert.equal(stderr, '');
  });
});

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inFolder, type Workplace } from '../support/command.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';

const PROGRAM = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const CONFIG = '.sentinel-citations.yaml';
const isWindows = process.platform === 'win32';
const noUnix = { skip: isWindows && 'Windows has none of these' };
const noFullDevice = { skip: !existsSync('/dev/full') && 'there is no device that is full' };
const noRoot = { skip: (isWindows || process.getuid?.() === 0) && 'the superuser may do everything' };

/** Runs the command in a shell, which knows pipes and devices: `$SC` is the command. */
function inShell({ folder }: Workplace, script: string) {
  const env = { ...process.env, NODE: process.execPath, PROGRAM, SENTINEL_CITATIONS_NO_CACHE: '1' };
  const command = script.replaceAll('$SC', '"$NODE" "$PROGRAM"');
  return spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', timeout: 60_000, env });
}

/** What is asked of the command, and the one line that it says. */
const BAD: readonly (readonly [readonly string[], string])[] = [
  [['check', ''], '“”: expected a file, a folder, or a glob'],
  [['inspect', ''], '“”: expected a file'],
  [['check', '!a.md'], '!a.md: expected a file, a folder, or a glob; --ignore-path leaves files out'],
  [['check', 'a.md/*.md'], 'a.md/*.md: there are no drafts here'],
  [['check', '.', '--ignore-path', 'folder'], 'folder: it is a folder'],
  [['check', 'a.md', '--cache-location', 'a.md'], 'a.md: results cannot be kept here: there is a file of that name'],
  [['check', 'a.md', '--config', '.'], '.:1:1: Unexpected file that cannot be read: it is a folder'],
];

for (const [args, line] of BAD) {
  test(`${args.map((arg) => arg || '""').join(' ')} is one clear line`, () => {
    inFolder({ 'a.md': CLEAN, 'folder/b.md': CLEAN }, ({ run }) => {
      assert.deepEqual(run(args), { status: 2, stdout: '', stderr: `${line}\n` });
    });
  });
}

test('without WebAssembly, names are not read, and all else is', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    const checkWith = (options: string) =>
      inShell(place, `"$NODE" --jitless "$PROGRAM" check --no-config a.md ${options} 2>&1`);
    const line =
      'sentinel-citations: names cannot be read where there is no WebAssembly (Node without --jitless has it)\n';
    for (const options of ['', '--workers 1']) {
      const { status, stdout } = checkWith(options);
      assert.deepEqual([status, stdout], [2, line]);
    }
    assert.equal(checkWith('--no-default-vocabulary').status, 0);
  });
});

test('a named pipe is no draft and no configuration: nobody waits for it', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    const { run } = place;
    assert.equal(inShell(place, `mkfifo pipe.md ${CONFIG}`).status, 0);
    const pipe = 'it is a named pipe, expected a file';
    for (const command of ['check', 'fix', 'inspect']) {
      assert.deepEqual(run([command, 'pipe.md', '--no-config']).stderr, `pipe.md: ${pipe}\n`);
    }
    assert.equal(run(['check', 'a.md']).stderr, `${CONFIG}:1:1: Unexpected file that cannot be read: ${pipe}\n`);
    assert.equal(
      run(['check', 'a.md', '--no-config', '--vocabulary', 'pipe.md']).stderr,
      `pipe.md:1:1: The vocabulary cannot be read: ${pipe}\n`,
    );
    // What a shell puts in the place of a file is read, and not written.
    const flawed = inShell(place, 'sed s/131–158/131-158/ a.md | $SC fix --no-config /dev/stdin');
    const line = /^\S*dev\/stdin: it is a pipe, which cannot be written back; - mends standard input\n$/;
    assert.equal(flawed.status, 2);
    assert.match(flawed.stderr, line);
    const { status, stdout } = inShell(place, 'cat a.md | $SC check --no-config /dev/stdin --format json');
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).summary.files, 1);
  });
});

test('what never ends, or is longer than any draft, is given up', noUnix, () => {
  inFolder({ 'a.md': CLEAN, 'big.md': '' }, (place) => {
    const { path, run } = place;
    const tooLarge = 'it is too large, expected at most 100 MB';
    for (const args of [
      ['check', '/dev/zero'],
      ['inspect', '/dev/zero'],
    ]) {
      const { status, stderr } = run(args);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`/dev/zero: ${tooLarge}\n$`));
    }
    assert.match(run(['check', 'a.md', '--config', '/dev/zero']).stderr, new RegExp(`${tooLarge}\n$`));
    assert.equal(inShell(place, 'yes | $SC check -').stderr, `<stdin>: ${tooLarge}\n`);
    truncateSync(path('big.md'), 100_000_001);
    assert.equal(run(['check', 'big.md', 'a.md', '--quiet']).stderr, `big.md: ${tooLarge}\n`);
    assert.equal(run(['check', '/dev/null', '--ignore-path', '/dev/null']).status, 0);
    assert.equal(run(['check', '.', '--ignore-path', '/dev/null', '--quiet']).stderr, `big.md: ${tooLarge}\n`);
  });
});

test('a configuration behind a symbolic link that leads nowhere is reported, not passed over', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, ({ path, run }) => {
    symlinkSync('gone.yaml', path(CONFIG));
    const { status, stderr } = run(['check', 'a.md']);
    assert.equal(status, 2);
    assert.equal(stderr, `${CONFIG}:1:1: Unexpected file that cannot be read: its symbolic link leads nowhere\n`);
  });
  inFolder({ 'a.md': CLEAN }, ({ path, run }) => {
    symlinkSync(CONFIG, path(CONFIG));
    assert.equal(
      run(['check', 'a.md']).stderr,
      `${CONFIG}:1:1: Unexpected file that cannot be read: its symbolic links go in a circle\n`,
    );
  });
});

test('output that cannot be written is said, and is no success', noFullDevice, () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    for (const command of ['check a.md --fail-on never', 'inspect a.md', 'rules', 'fix --dry-run a.md', '--help']) {
      const { status, stderr } = inShell(place, `$SC ${command} > /dev/full`);
      assert.deepEqual(
        [status, stderr],
        [2, 'standard output: cannot be written: no space left on the disk\n'],
        command,
      );
    }
  });
});

test('whoever reads only the beginning is not told that all was well', noUnix, () => {
  const drafts = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.md`, FLAWED]));
  inFolder(drafts, (place) => {
    for (const format of ['pretty', 'json', 'junit', 'github']) {
      const script = `set -o pipefail; $SC check . --format ${format} | head -c 10 > /dev/null`;
      const { status, stderr } = inShell(place, script);
      assert.notEqual(status, 0, format);
      assert.equal(stderr, '');
    }
  });
});

test('a folder that must not be entered is said, and the others are checked', noRoot, () => {
  inFolder({ 'a.md': CLEAN, 'locked/b.md': CLEAN, 'open/c.md': CLEAN }, ({ path, run }) => {
    chmodSync(path('locked'), 0);
    const { status, stdout, stderr } = run(['check', '.', '--format', 'json']);
    chmodSync(path('locked'), 0o700);
    assert.deepEqual([status, stderr], [2, 'locked: permission denied\n']);
    const files: readonly { file: string }[] = JSON.parse(stdout).files;
    assert.deepEqual(
      files.map(({ file }) => file),
      ['a.md', 'open/c.md'],
    );
  });
});

test('files that say what to pass over must be readable', noRoot, () => {
  inFolder({ 'a.md': CLEAN, '.gitignore': '', ignored: '' }, ({ path, run }) => {
    chmodSync(path('ignored'), 0);
    assert.equal(run(['check', '.', '--ignore-path', 'ignored']).stderr, 'ignored: permission denied\n');
    chmodSync(path('.gitignore'), 0);
    assert.equal(run(['check', '.']).stderr, '.gitignore: permission denied\n');
  });
});

test('fix leaves alone what must not be written', noRoot, () => {
  inFolder({ 'a.md': FLAWED, 'b.md': FLAWED, 'locked/c.md': FLAWED }, ({ path, run }) => {
    chmodSync(path('a.md'), 0o444);
    chmodSync(path('locked'), 0o555);
    const { status, stdout, stderr } = run(['fix', '.']);
    chmodSync(path('locked'), 0o700);
    assert.equal(status, 2);
    assert.equal(
      stderr,
      'a.md: cannot be written: permission denied\nlocked/c.md: cannot be written: permission denied\n',
    );
    assert.match(stdout, /1 fix in 1 draft/);
    assert.equal(readFileSync(path('a.md'), 'utf8'), FLAWED);
    assert.notEqual(readFileSync(path('b.md'), 'utf8'), FLAWED);
    assert.deepEqual(readdirSync(path('locked')), ['c.md']);
  });
});

test('every command takes the options that all have', () => {
  inFolder(
    { 'a.md': CLEAN, 'names.yaml': 'groups:\n  - id: g\n    kind: faction\n    prefLabel: Green Front\n' },
    ({ path, run }) => {
      mkdirSync(path('out'));
      const common = ['--no-config', '--no-default-vocabulary', '--vocabulary', 'names.yaml', '--color', '--no-color'];
      const commands = [
        ['check', 'a.md'],
        ['fix', 'a.md'],
        ['inspect', 'a.md'],
        ['rules'],
        ['vocabulary', 'check', 'names.yaml'],
        ['vocabulary', 'show', 'g'],
        ['vocabulary', 'export', 'names.yaml', '--to', 'csv', '--output', 'out/names.csv'],
        ['vocabulary', 'import', 'out/names.csv', '--output', 'out/names.yaml'],
      ];
      for (const command of commands) {
        const { status, stderr } = run([...command, ...common]);
        assert.deepEqual([status, stderr], [0, ''], command.join(' '));
        const missing = run([...command, '--config', 'none.yaml']);
        assert.deepEqual(missing, { status: 2, stdout: '', stderr: 'none.yaml: there is no such file\n' });
      }
    },
  );
});

test('a name cannot make lines of its own, nor what a pipeline takes for a command', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    const names = [
      'x\n::error file=a.md::pwned\n.md',
      '::error file=a.md::pwned.md',
      ' ::add-mask::a.md',
      'x\u001b[31m.md',
    ];
    const made = names.map(
      (name) => `printf 'x\\xff' > $'${name.replaceAll('\n', '\\n').replaceAll('\u001b', '\\e')}'`,
    );
    assert.equal(inShell(place, made.join('; ')).status, 0);
    for (const format of ['pretty', 'github']) {
      const { status, stderr, stdout } = inShell(place, `$SC check . --no-config --format ${format}`);
      assert.equal(status, 2);
      assert.equal(stderr.trimEnd().split('\n').length, names.length, stderr);
      assert.doesNotMatch(stderr + stdout, /^\s*::.*pwned|^\s*::add-mask/m);
      assert.ok(!stderr.includes('\u001b'));
    }
    assert.doesNotMatch(inShell(place, `$SC check $'no\\n::error::such'`).stderr, /^::/m);
    const { stderr } = inShell(place, '$SC check ::error::such " ::error::so"');
    assert.equal(
      stderr,
      './::error::such: there is no such file or folder\n./ ::error::so: there is no such file or folder\n',
    );
    const standardInput = inShell(place, `printf '[1]' | $SC check - --stdin-filename ::error::x.md`);
    assert.match(standardInput.stdout, /^\.\/::error::x\.md {2}1 error/);
    const vocabulary = inShell(place, `echo > $'::error::\\n::\\e[31m'; $SC vocabulary check ::error*`);
    assert.match(vocabulary.stdout, /^\.\/::error::␊::␛\[31m: well-formed[^\n]*\n$/);
  });
});

test('a folder that is too deep to be searched is reported, and all others are searched', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    const deep = 'n=$(printf x%.0s {1..250}); (for level in {1..20}; do mkdir $n && cd $n; done)';
    const { status, stdout, stderr } = inShell(place, `${deep}; $SC check .; status=$?; rm -r $n; exit $status`);
    assert.deepEqual([status, stdout], [2, '▲ nothing to report in 1 draft, not all could be checked\n']);
    assert.match(stderr, /^x+(?:\/x+)+: its name is too long\n$/);
  });
});

test('a folder that cannot be searched for its name is reported', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    const { status, stderr } = inShell(place, `mkdir $'n\\nl'; cp a.md $'n\\nl'; $SC check . --no-config`);
    assert.deepEqual([status, stderr], [2, 'n␊l: folders of such a name are not searched\n']);
  });
});

test('thousands of markers in few places are read', () => {
  const ranges = `Claims.${'[1–99] '.repeat(300)}\n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n`;
  inFolder({ 'a.md': ranges, 'b.md': CLEAN }, ({ run }) => {
    const { status, stderr } = run(['check', '.', '--no-config', '--quiet', '--format', 'json']);
    assert.deepEqual([status, stderr], [1, '']);
  });
});

test('nothing is written over what is read', noUnix, () => {
  const names = 'groups: [{ id: lake-front, prefLabel: Lake Front, kind: faction }]\n';
  const files = {
    'a.md': FLAWED,
    'latin.md': Buffer.from('caf\xe9.[1]\n', 'latin1'),
    'sub/c.md': FLAWED,
    'broken/.sentinel-citations.yaml': 'rules: 1\n',
    'broken/d.md': FLAWED,
    'names.yaml': names,
    'names.json': '{}',
    'own.yaml': 'rules: {}\n',
    'ignored.txt': 'x\n',
    'notes.md': '# Notes\n',
  };
  inFolder(files, ({ run, path }) => {
    run(['check', 'a.md', '--baseline', 'b.json', '--update-baseline']);
    const [baseline, ...read] = ['b.json', ...Object.keys(files)].map((name) => readFileSync(path(name), 'latin1'));
    symlinkSync('a.md', path('link.md'));
    symlinkSync('.', path('round'));
    const refused: readonly (readonly [name: string, output: string, ...args: string[]])[] = [
      ['a.md', 'a.md', 'check', 'a.md'],
      ['a.md', './sub/../a.md', 'check', 'a.md'],
      ['a.md', 'link.md', 'check', 'a.md'],
      ['a.md', 'round/a.md', 'check', 'a.md'],
      ['link.md', 'a.md', 'check', 'link.md'],
      ['sub/c.md', 'sub/c.md', 'check', 'sub'],
      ['sub/c.md', 'sub/c.md', 'check', 'sub', '--workers', '2'],
      ['latin.md', 'latin.md', 'check', 'latin.md'],
      ['broken/d.md', 'broken/d.md', 'check', 'broken'],
      ['notes.md', 'notes.md', 'check', 'notes.md'],
      ['a.md', 'a.md', 'check', '-', '--stdin-filename', 'a.md'],
      ['b.json', 'b.json', 'check', 'a.md', '--baseline', 'b.json'],
      ['b.json', './b.json', 'check', 'a.md', '--baseline', 'b.json'],
      ['own.yaml', 'own.yaml', 'check', 'a.md', '--config', 'own.yaml'],
      ['names.yaml', 'names.yaml', 'check', 'a.md', '--vocabulary', 'names.yaml'],
      ['ignored.txt', 'ignored.txt', 'check', 'a.md', '--ignore-path', 'ignored.txt'],
      ['names.yaml', 'names.yaml', 'vocabulary', 'export', 'names.yaml', '--to', 'turtle'],
    ];
    for (const [name, output, ...args] of refused) {
      const { status, stderr, stdout } = run([...args, '--output', output]);
      const line = `--output: expected another file than ${name}, which is read`;
      assert.deepEqual([status, stdout, stderr.trimEnd().split('\n').at(-1)], [2, '', line], args.join(' '));
    }
    assert.equal(readFileSync(path('b.json'), 'utf8'), baseline);
    Object.keys(files).forEach((name, at) => {
      assert.equal(readFileSync(path(name), 'latin1'), read[at], name);
    });
    assert.deepEqual(
      readdirSync(path('.')).filter((name) => name.includes('.tmp')),
      [],
    );

    // What is no draft may be what an earlier run wrote; a device holds nothing.
    for (const output of ['notes.md', 'notes.md', '/dev/null'])
      assert.equal(run(['check', '.', '--no-config', '--ignore-path', '/dev/null', '--output', output]).stdout, '');
    assert.match(readFileSync(path('notes.md'), 'utf8'), /a\.md {2}1 error/);
  });
});

test('what the system refuses is no mistake of the program', noUnix, () => {
  inFolder({ 'a.md': CLEAN }, (place) => {
    const { folder, run } = place;
    symlinkSync('loop', `${folder}/loop`);
    assert.deepEqual(run(['inspect', 'loop']).stderr, 'loop: its symbolic links go in a circle\n');
    assert.deepEqual(run(['inspect', 'x'.repeat(300)]).stderr, `${'x'.repeat(300)}: its name is too long\n`);
    const gone = inShell(place, `mkdir g; cd g; rmdir ../g; $SC check - < ../a.md 2>&1; echo; echo "a" | $SC check -`);
    assert.match(gone.stderr + gone.stdout, /the current folder is gone/);
    assert.doesNotMatch(gone.stderr + gone.stdout, /program failed/);
  });
});

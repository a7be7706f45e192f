import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { MOST_RUNS } from '../../src/command-line/kept-code.ts';
import { archive } from '../support/archive.ts';
import { inFolder, KEEPING_NOTHING, type Workplace } from '../support/command.ts';
import { CLEAN, FLAWED } from '../support/drafts.ts';

/** A run without kept code. */
const plainly = ({ run }: Workplace, args: readonly string[]) => run(args, { env: KEEPING_NOTHING });

/** A run with a cache folder of its own. */
const keeping = (place: Workplace, args: readonly string[]) => {
  const home = place.path('home');
  return place.run(args, {
    env: { XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home, SENTINEL_CITATIONS_NO_CACHE: '' },
  });
};

/** What is kept, by the name of the command. */
function kept({ path }: Workplace): Readonly<Record<string, string>> {
  const names = readdirSync(path('home'), { recursive: true, encoding: 'utf8' });
  const paths = names.filter((name) => name.endsWith('.bin')).map((name) => path(`home/${name}`));
  return Object.fromEntries(paths.map((path) => [basename(path).replace(/-v.*/, ''), path]));
}

/** How many runs have added to it, which stands after the name of the build. */
const runsOf = (path = '') => readFileSync(path).readUInt32LE(32);

test('a run with kept code is as one without; the first ones add to it, and all take it', () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    const plain = plainly(place, ['check', 'a.md']);
    const runs = Array.from({ length: MOST_RUNS + 2 }, () => {
      assert.deepEqual(keeping(place, ['check', 'a.md']), plain);
      return runsOf(kept(place)['check-few']);
    });
    // Were it not taken, each run would be the first.
    assert.deepEqual(runs, [1, 2, 3, 3, 3]);
  });
});

test('a run of many drafts takes and adds to what is kept', () => {
  inFolder(archive(6), (place) => {
    for (const args of [
      ['check', '.'],
      ['check', 'long.md'],
      ['fix', '--dry-run', '.'],
    ]) {
      const plain = plainly(place, args);
      for (let run = 1; run <= 2; run++) assert.deepEqual(keeping(place, args), plain);
    }
    const runs = Object.entries(kept(place)).map(([name, path]) => [name, runsOf(path)]);
    assert.deepEqual(runs.sort(), [
      ['check', 2],
      ['check-analysis', 2],
      ['check-search', 2],
      ['fix', 2],
      ['fix-fix', 2],
      ['fix-fix-analysis', 2],
      ['fix-fix-search', 2],
    ]);
  });
});

test('what few small files need is compiled apart: V8 does other things for it', () => {
  inFolder({ 'a.md': FLAWED, 'b.md': FLAWED, 'large.md': 'A word. '.repeat(70_000) }, (place) => {
    const ways = {
      'check-few': [['a.md'], ['b.md', 'a.md', '--format', 'json'], ['-']],
      check: [['.'], ['*.md'], ['large.md'], ['a.md', '.'], ['a.md', 'large.md']],
    };
    for (const [name, all] of Object.entries(ways))
      for (const args of all) {
        rmSync(place.path('home'), { recursive: true, force: true });
        assert.deepEqual(keeping(place, ['check', ...args]), plainly(place, ['check', ...args]));
        assert.ok(name in kept(place), `${args}`);
        assert.equal(Object.keys(kept(place)).filter((one) => /^check(?:-few)?$/.test(one)).length, 1);
      }
  });
});

test('each command has what it calls itself, a thread too', () => {
  inFolder(archive(4), (place) => {
    const args = ['check', '--workers', '1'];
    const plain = plainly(place, args);
    for (let run = 1; run <= 2; run++) {
      assert.deepEqual(keeping(place, args), plain);
      assert.equal(runsOf(kept(place)['thread']), run);
    }
    assert.deepEqual(keeping(place, ['rules']), plainly(place, ['rules']));
    // Code that V8 compiled as a thread does is nothing to a check that has none.
    assert.deepEqual(Object.keys(kept(place)).sort(), ['rules', 'rules-rules', 'thread', 'thread-analysis']);
  });
});

test('whatever is asked for, help is kept under one name', () => {
  inFolder({}, (place) => {
    for (const args of [['--help'], ['../rules', '--help'], ['rules', '--help'], ['help', 'check'], ['--version']]) {
      assert.deepEqual(keeping(place, args), plainly(place, args));
    }
    assert.deepEqual(Object.keys(kept(place)).sort(), ['help', 'rules']);
  });
});

test('what could not do its work keeps nothing', () => {
  inFolder({ 'home/a': '' }, (place) => {
    assert.equal(keeping(place, ['chekc']).status, 2);
    assert.equal(keeping(place, ['../chekc']).status, 2);
    assert.equal(keeping(place, ['check', 'gone.md']).status, 2);
    assert.deepEqual(kept(place), {});
  });
});

test('what is damaged, cut off, of another build or no code at all is not run, and made anew', () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    const plain = keeping(place, ['check', 'a.md']);
    const path = kept(place)['check-few'] ?? '';
    const whole = readFileSync(path);
    const changed = (at: number) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const ODD = [
      ...[0, 31, 36, 40, 48, 49, 60, 72, 96, whole.length >> 2, whole.length >> 1, whole.length - 1].map(changed),
      whole.subarray(0, -1),
      whole.subarray(0, whole.length >> 1),
      Buffer.concat([whole, whole]),
      Buffer.alloc(0),
      Buffer.from('code'),
    ];
    for (const bytes of ODD) {
      writeFileSync(path, bytes);
      assert.deepEqual(keeping(place, ['check', 'a.md']), plain);
      // The first run of several again.
      assert.equal(runsOf(path), 1);
    }
  });
});

test('a pipe in its place, and code of a script that was changed since, are not read', {
  skip: process.platform === 'win32' && 'there are no such pipes',
}, () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    const plain = keeping(place, ['check', 'a.md']);
    const path = kept(place)['check-few'] ?? '';
    rmSync(path);
    execFileSync('mkfifo', [path]);
    assert.deepEqual(keeping(place, ['check', 'a.md']), plain);
    assert.equal(runsOf(path), 1);
    keeping(place, ['check', 'a.md']);
    assert.equal(runsOf(path), 2);
    const bytes = readFileSync(path);
    // When the script was written, in milliseconds.
    bytes.writeDoubleLE(bytes.readDoubleLE(40) + 1000, 40);
    writeFileSync(path, bytes);
    assert.deepEqual(keeping(place, ['check', 'a.md']), plain);
    assert.equal(runsOf(path), 1);
  });
});

test('a run ends, even while V8 still compiles for it', () => {
  // About one in ten of these did not, when the program ended at once: a few times of the tests tell.
  const hard = `One.[1]\n\n${'<a '.repeat(20_000)}\n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n`;
  inFolder({ 'a.md': hard }, (place) => {
    const plain = plainly(place, ['check', 'a.md']);
    for (let run = 1; run <= 30; run++) assert.deepEqual(keeping(place, ['check', 'a.md']), plain);
  });
});

test('code that another user left is not run', {
  skip: process.getuid?.() !== 0 && 'only root can give files away',
}, () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    for (const runs of [1, 2]) {
      keeping(place, ['check', 'a.md']);
      assert.equal(runsOf(kept(place)['check-few']), runs);
    }
    chownSync(kept(place)['check-few'] ?? '', 54_321, 54_321);
    keeping(place, ['check', 'a.md']);
    assert.equal(runsOf(kept(place)['check-few']), 1);
  });
});

/** What a process finds that runs for a user without a home. */
const HOMELESS = `data:text/javascript,process.getBuiltinModule('node:os').homedir = () => { throw new Error('ENOENT'); };`;

test('a user without a home folder does without, and relative ones are none', () => {
  inFolder({ 'a.md': FLAWED, 'v.yaml': 'people: [{ id: roy, prefLabel: Ben Roy }]\n' }, (place) => {
    const args = ['check', 'a.md', '--vocabulary', 'v.yaml'];
    const plain = plainly(place, args);
    const env = {
      NODE_OPTIONS: `--import "${HOMELESS}"`,
      XDG_CACHE_HOME: 'relative',
      SENTINEL_CITATIONS_NO_CACHE: '',
    };
    assert.deepEqual(place.run(args, { env }), plain);
    assert.deepEqual(readdirSync(place.folder), ['a.md', 'v.yaml']);
    const { status, stderr } = place.run([...args, '--cache'], { env });
    assert.equal(status, 2);
    assert.match(stderr, /^--cache: there is no home folder to keep results in, expected --cache-location\n$/);
  });
});

test('a home that is no absolute path is none: nothing in the current folder is run', {
  skip: process.platform === 'win32' && 'where it is told otherwise',
}, () => {
  inFolder({ 'a.md': FLAWED }, (place) => {
    const plain = plainly(place, ['check', 'a.md']);
    for (const HOME of ['', '.', 'relative']) {
      const env = { HOME, XDG_CACHE_HOME: '', SENTINEL_CITATIONS_NO_CACHE: '' };
      assert.deepEqual(place.run(['check', 'a.md'], { env }), plain);
      assert.deepEqual(readdirSync(place.folder), ['a.md']);
    }
  });
});

test('where nothing can be kept, nothing is said of it', () => {
  inFolder({ 'a.md': FLAWED, home: 'a file' }, (place) => {
    assert.deepEqual(keeping(place, ['check', 'a.md']), plainly(place, ['check', 'a.md']));
    assert.equal(readFileSync(place.path('home'), 'utf8'), 'a file');
  });
});

const NO_PROC = { skip: !existsSync('/proc/self') && 'there is no /proc' };

test('where no folder can be made, nothing is kept', NO_PROC, () => {
  inFolder({ 'a.md': CLEAN }, ({ run }) => {
    const env = { XDG_CACHE_HOME: '/proc', HOME: '/proc', SENTINEL_CITATIONS_NO_CACHE: '' };
    assert.equal(run(['check', 'a.md'], { env }).status, 0);
    const { status, stderr } = run(['check', '--cache-location', '/proc/none', 'a.md'], { env });
    assert.deepEqual(
      [status, stderr],
      [2, '/proc/none: results cannot be kept here: there is no such file or folder\n'],
    );
  });
});

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { archive } from '../support/archive.ts';
import { inFolder, type Workplace } from '../support/command.ts';
import { FLAWED } from '../support/drafts.ts';
import { readXml } from '../support/xml.ts';

/** Options that narrow, hide, keep and share: whichever are given together, each does what it does alone. */

interface Finding {
  readonly rule: string;
  readonly severity: string;
}
interface Report {
  readonly files: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  readonly summary: Readonly<Record<string, number>>;
}

const CHANGED = ['issue 0/draft-0.md', 'issue 1/draft-1.md', 'issue 3/draft-3.md'];
/** Of these drafts the baseline knows all that was found before they changed. */
const KNOWN = ['issue 0/draft-0.md', 'issue 6/draft-6.md'];
const LISTS = /\n(?=## Citations|Citations|Substantive Notes)/;

const hasGit = spawnSync('git', ['--version']).status === 0;
const skip = hasGit ? false : 'there is no git';

/** An archive in a repository, with some drafts known to a baseline, and some changed. */
function prepare({ folder, run, path }: Workplace, files: Readonly<Record<string, string>>): void {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  run(['check', ...KNOWN, '--baseline', 'known.json', '--update-baseline']);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'All');
  for (const name of CHANGED) writeFileSync(path(name), files[name]?.replace(LISTS, '\nThe rest fled.[99]\n\n') ?? '');
}

const OPTIONS = {
  since: ['--since', 'HEAD'],
  baseline: ['--baseline', 'known.json'],
  cache: ['--cache-location', '.kept'],
  workers: ['--workers', '2'],
  quiet: ['--quiet'],
  rule: ['--rule', 'citation-quotes=off'],
} as const;
type Option = keyof typeof OPTIONS;

test('options do together what each does alone', { skip }, () => {
  const files = archive(9);
  inFolder(files, (place) => {
    prepare(place, files);
    const json = (...args: readonly string[]): Report => {
      const { stdout, stderr } = place.run(['check', '--format', 'json', ...args]);
      // A rule that is off finds nothing of what the baseline knows.
      const mayBeGone = args.includes('known.json') && args.includes('--rule');
      assert.match(stderr, mayBeGone ? /^(?:known\.json: [^\n]+ no longer there [^\n]+\n)*$/ : /^$/, args.join(' '));
      return JSON.parse(stdout);
    };
    const whole = json();
    const unknown = new Map(json(...OPTIONS.baseline).files.map(({ file, findings }) => [file, findings]));
    assert.deepEqual(
      KNOWN.map((name) => unknown.get(name)?.map(({ rule }) => rule)),
      [['marker-unresolved'], []],
    );
    const expected = (options: readonly Option[]): Report['files'] =>
      whole.files
        .filter(({ file }) => !options.includes('since') || CHANGED.includes(file))
        .map(({ file, findings }) => ({
          file,
          findings: (options.includes('baseline') ? (unknown.get(file) ?? []) : findings)
            .filter(({ rule }) => !options.includes('rule') || rule !== 'citation-quotes')
            .filter(({ severity }) => !options.includes('quiet') || severity === 'error'),
        }));
    const names = Object.keys(OPTIONS) as Option[];
    const shards = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.subarray(names), shards, (options, count) => {
        const args = options.flatMap((option) => OPTIONS[option]);
        const parts = Array.from({ length: count }, (_, at) =>
          json(...args, ...(count === 1 ? [] : ['--shard', `${at + 1}/${count}`])),
        );
        const all = parts.flatMap((part) => part.files).sort((a, b) => (a.file < b.file ? -1 : 1));
        assert.deepEqual(all, expected(options));
        const counted = expected(options.filter((option) => option !== 'quiet')).flatMap(({ findings }) => findings);
        assert.equal(
          parts.reduce((sum, { summary }) => sum + (summary['warnings'] ?? 0), 0),
          counted.filter(({ severity }) => severity === 'warning').length,
        );
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

test('what a baseline hides is in no report, and does not count', { skip }, () => {
  const files = archive(9);
  inFolder(files, (place) => {
    prepare(place, files);
    const check = (...args: readonly string[]) => place.run(['check', '--since', 'HEAD', ...OPTIONS.baseline, ...args]);
    const paths = (output: string) => new Set(output.match(/issue \d\/draft-\d\.md/g));
    // Draft 3 is as it was but for one marker; what was wrong in it before is not known.
    for (const format of ['sarif', 'gitlab', 'github', 'junit', 'checkstyle']) {
      const { stdout, status } = check('--format', format);
      assert.equal(status, 1);
      assert.deepEqual([...paths(stdout.replaceAll('%20', ' '))].sort(), CHANGED, format);
      assert.equal(stdout.split('citation-quotes').length > 1, true, format);
    }
    const junit = readXml(check('--format', 'junit', '--rule', 'marker-unresolved=off').stdout);
    const failing = junit.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes['failures']);
    assert.deepEqual(failing, ['0', '0', '1']);
    const only = ['--rule', 'marker-unresolved=off', '--rule', 'citation-unused=off'];
    for (const [most, status] of [
      ['0', 1],
      ['1', 0],
    ] as const)
      assert.equal(check(...only, '--max-warnings', most).status, status);
  });
});

test('a baseline can be written part by part, in threads, from what is kept', () => {
  const flawed = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`${at % 2}/${at}.md`, FLAWED]));
  inFolder(flawed, ({ run }) => {
    const more = ['--workers', '2', '--cache-location', '.kept'];
    for (const shard of ['1/3', '2/3', '3/3'])
      assert.equal(
        run(['check', '--baseline', 'known.json', '--update-baseline', '--shard', shard, ...more]).status,
        0,
      );
    const { stdout, stderr, status } = run(['check', '--baseline', 'known.json', '--fail-on', 'hint', ...more]);
    assert.deepEqual(
      [stdout, stderr, status],
      ['✔ nothing to report in 7 drafts, 21 known findings left out\n', '', 0],
    );
  });
});

test('standard input is configured as the file that it stands for, beside other files and options', () => {
  const overrides = 'overrides:\n  - files: [news/**]\n    rules: { marker-unresolved: off, citation-quotes: error }\n';
  inFolder({ '.sentinel-citations.yaml': overrides, 'news/a.md': FLAWED, 'b.md': FLAWED }, ({ run }) => {
    const rules = (name: string, ...args: readonly string[]) => {
      const all = ['check', '-', '--stdin-filename', name, '--format', 'json', ...args];
      const { files }: Report = JSON.parse(run(all, { input: FLAWED }).stdout);
      return files.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));
    };
    const inNews = ['citation-quotes error', 'citation-page-range information'];
    const elsewhere = ['marker-unresolved error', 'citation-quotes warning', 'citation-page-range information'];
    // There need not be such a file, nor such a folder.
    for (const name of ['news/a.md', 'news/new.md', './news/deep/x.md', 'news/x.txt'])
      assert.deepEqual(rules(name), inNews, name);
    for (const name of ['b.md', 'old/news.md']) assert.deepEqual(rules(name), elsewhere, name);
    assert.deepEqual(rules('news/a.md', 'b.md'), [...elsewhere, ...inNews]);
    assert.deepEqual(rules('news/a.md', '--quiet', '--rule', 'citation-quotes=hint', '--cache-location', '.kept'), []);
    assert.deepEqual(rules('news/a.md', '--workers', '2', '--cache-location', '.kept'), inNews);
  });
});

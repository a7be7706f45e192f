import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Log } from 'sarif';
import { FORMATS, type FormatName } from '../../../src/command-line/formats/formats.ts';
import { inFolder } from '../../support/command.ts';
import { FLAWED } from '../../support/drafts.ts';
import { readCommand } from '../../support/workflow-command.ts';
import { readXml } from '../../support/xml.ts';

/** What the names of files may hold, on every system, and where it is not Windows. */
const NAMES = [
  'a b.md',
  ' lead.md',
  '50% off.md',
  '%20.md',
  'h#1.md',
  '[br].md',
  '!x.md',
  '-dash.md',
  'é😀.md',
  "q'&,;=.md",
];
const MORE_NAMES = ['new\nline.md', 'return\r.md', 'tab\t.md', 'back\\slash.md', '*.md', '?.md', 'a:1:2.md', '"<>|.md'];
const names = (process.platform === 'win32' ? NAMES : [...NAMES, ...MORE_NAMES]).map((name) => `the drafts/${name}`);
names.sort();

const noLinks = { skip: process.platform === 'win32' && 'Windows lets few make symbolic links' };

/** The files that each format leads to, read as its readers do. */
const READERS: Readonly<Record<Exclude<FormatName, 'pretty'>, (output: string, folder: string) => readonly unknown[]>> =
  {
    json: (output) => {
      const report: { files: readonly { file: string }[] } = JSON.parse(output);
      return report.files.map(({ file }) => file);
    },
    sarif: (output, folder) => {
      const log: Log = JSON.parse(output);
      return (log.runs[0]?.results ?? []).map(({ locations }) => {
        const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
        return relative(folder, fileURLToPath(new URL(uri, pathToFileURL(`${folder}/`))));
      });
    },
    github: (output) =>
      output
        .split('\n')
        .slice(0, -1)
        .map((line) => readCommand(line).file),
    gitlab: (output) => {
      const issues: readonly { location: { path: string } }[] = JSON.parse(output);
      return issues.map(({ location }) => location.path);
    },
    junit: (output) =>
      readXml(output).flatMap(({ name, attributes }) => (name === 'testcase' ? [attributes['file']] : [])),
    checkstyle: (output) =>
      readXml(output).flatMap(({ name, attributes }) => (name === 'file' ? [attributes['name']] : [])),
  };

test('whatever a file is called, it is found, and each format leads to it', () => {
  const files = Object.fromEntries(names.map((name) => [name, FLAWED]));
  inFolder(files, ({ run, folder }) => {
    const namesBy = (format: keyof typeof READERS, ...paths: readonly string[]) => {
      const { stdout, stderr, status } = run(['check', '--quiet', '--format', format, ...paths]);
      assert.deepEqual([stderr, status], ['', 1], format);
      return READERS[format](stdout, folder);
    };
    for (const paths of [['**/*.md'], names]) assert.deepEqual(namesBy('json', ...paths), names, paths[0]);
    for (const format of FORMATS) if (format !== 'pretty') assert.deepEqual(namesBy(format), names, format);
  });
});

test('names are told apart in what is kept and in a baseline', () => {
  const files = Object.fromEntries(names.map((name) => [name, FLAWED]));
  inFolder(files, ({ run }) => {
    const check = ['check', '--fail-on', 'hint', '--baseline', 'known.json', '--cache-location', '.kept'];
    assert.equal(run([...check, '--update-baseline']).status, 0);
    const { stdout, stderr, status } = run(check);
    const found = `✔ nothing to report in ${names.length} drafts, ${3 * names.length} known findings left out\n`;
    assert.deepEqual([stdout, stderr, status], [found, '', 0]);
  });
});

test('what pipelines read knows the repository by the name of a symbolic link, too', noLinks, () => {
  inFolder({ 'repository/drafts/a.md': FLAWED }, ({ run, path, folder }) => {
    symlinkSync(path('repository'), path('link'));
    const namesBy = (workspace: string, draft: string) => {
      const env = { GITHUB_WORKSPACE: path(workspace) };
      const { stdout } = run(['check', '--quiet', '--format', 'github', path(draft)], {
        env,
        cwd: path('link/drafts'),
      });
      return READERS.github(stdout, folder);
    };
    assert.deepEqual(namesBy('link', 'link/drafts/a.md'), ['drafts/a.md']);
    assert.deepEqual(namesBy('link', 'repository/drafts/a.md'), ['drafts/a.md']);
    assert.deepEqual(namesBy('repository', 'repository/drafts/a.md'), ['drafts/a.md']);
  });
});

test('what pipelines read calls files from the repository, wherever in it the command runs', () => {
  inFolder({ 'repository/drafts/a.md': FLAWED, 'other/b.md': FLAWED }, ({ run, path, folder }) => {
    const env = { GITHUB_WORKSPACE: path('repository'), CI_PROJECT_DIR: `${path('repository')}/` };
    const namesBy = (format: keyof typeof READERS, cwd: string, ...paths: readonly string[]) =>
      READERS[format](run(['check', '--quiet', '--format', format, ...paths], { env, cwd: path(cwd) }).stdout, folder);
    for (const format of ['github', 'gitlab', 'sarif'] as const) {
      assert.deepEqual(namesBy(format, 'repository/drafts', '.'), ['drafts/a.md'], format);
      assert.deepEqual(namesBy(format, 'repository'), ['drafts/a.md'], format);
      assert.deepEqual(namesBy(format, 'other'), ['b.md'], format);
    }
    assert.deepEqual(namesBy('github', 'other', '../repository'), ['drafts/a.md']);
    for (const format of ['json', 'junit', 'checkstyle'] as const)
      assert.deepEqual(namesBy(format, 'repository/drafts'), ['a.md'], format);
    const { stdout } = run(['check', '-', '--format', 'github', '--stdin-filename', 'x.md'], {
      env,
      cwd: path('repository/drafts'),
      input: FLAWED,
    });
    assert.equal(readCommand(stdout.split('\n')[0] ?? '').file, 'drafts/x.md');
  });
});

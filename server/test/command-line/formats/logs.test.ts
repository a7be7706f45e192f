import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FORMATS, formatOf } from '../../../src/command-line/formats/formats.ts';
import { lookOf } from '../../../src/command-line/terminal/terminal.ts';
import { inFolder } from '../../support/command.ts';
import { FLAWED } from '../../support/drafts.ts';
import { anyReport, write } from '../../support/report.ts';

/** Read in a log wherever they stand in a line, by GitHub Actions, Azure Pipelines and TeamCity. */
const COMMANDS = ['##[error]x', '##vso[task.setvariable variable=x]y', "##teamcity[message text='x']"];
const ANYWHERE = /##(?:vso|teamcity)?\[/i;
/** At the start of a line, GitHub Actions alone. */
const AT_START = /^\s*::/;
const OWN = /^::(?:error|warning|notice) file=[^:]*::/;

for (const name of FORMATS) {
  test(`nothing in a draft is a command to who reads the log of ${name}`, async () => {
    const format = () => formatOf(name, { look: lookOf(false) });
    await fc.assert(
      fc.asyncProperty(anyReport(COMMANDS), async (report) => {
        const written = await write(await format(), [{ ...report, name: `drafts/${report.name}` }]);
        for (const line of written.split(/[\r\n]/)) {
          // What begins as a command of ours is that one, and its properties are not shown.
          const shown = name === 'github' ? line.replace(OWN, '') : line;
          assert.ok(shown !== line || !(ANYWHERE.test(line) || AT_START.test(line)), line);
          assert.ok(!shown.includes('\u001b'), line);
        }
      }),
    );
  });
}

test('what is said of drafts, and what is read in them, holds no command either', () => {
  const titles = COMMANDS.map((command, at) => `[${at + 3}] Ann Lee, “${command},” Post, 2016.\n\n`);
  inFolder({ 'drafts/a##[error]x.md': FLAWED + titles.join(''), 'drafts/##vso[x].md': Buffer.of(0xff) }, ({ run }) => {
    const runs = [
      run(['check', 'drafts']),
      run(['fix', 'drafts']),
      run(['inspect', 'drafts/a##[error]x.md']),
      run(['vocabulary', 'show', COMMANDS[0] ?? '']),
    ];
    for (const { stdout, stderr } of runs) {
      assert.ok(stdout + stderr !== '');
      assert.doesNotMatch(stdout + stderr, ANYWHERE);
    }
    const { citations }: { citations: readonly { text: string }[] } = JSON.parse(runs[2]?.stdout ?? '');
    assert.deepEqual(
      citations.slice(-3).map(({ text }) => text),
      titles.map((title) => title.slice(4).trim()),
    );
  });
});

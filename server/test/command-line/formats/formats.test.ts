import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATS, formatOf } from '../../../src/command-line/formats/formats.ts';
import { lookOf } from '../../../src/command-line/terminal/terminal.ts';
import { inFolder } from '../../support/command.ts';
import { FLAWED } from '../../support/drafts.ts';
import { reportOf, write } from '../../support/report.ts';

for (const name of FORMATS.filter((format) => format !== 'pretty' && format !== 'json')) {
  test(`the command writes ${name}`, async () => {
    const expected = await write(await formatOf(name, { look: lookOf(false) }), [reportOf('a.md', FLAWED)]);
    inFolder({ 'a.md': FLAWED }, ({ run }) => {
      const { stdout, stderr, status } = run(['check', '--format', name, '--no-default-vocabulary']);
      assert.deepEqual({ stdout, stderr, status }, { stdout: expected, stderr: '', status: 1 });
    });
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archive } from '../support/archive.ts';
import { inFolder } from '../support/command.ts';

const HOOK = `
  const SLOW = /^NativeModule (child_process|crypto|net|readline|worker_threads|(?:internal\\/)?fs\\/promises)$/;
  process.on('exit', () => {
    const loaded = process.moduleLoadList.flatMap((name) => SLOW.exec(name)?.[1] ?? []);
    process._rawDebug(loaded.join(' '));
  });
`;

test('a check loads none of the modules of Node that take long, but where it cannot do without', () => {
  inFolder({ ...archive(4), 'hook.cjs': HOOK }, ({ run }) => {
    const loads = (...args: string[]) => {
      const { stderr } = run(['check', ...args], { env: { NODE_OPTIONS: '--require ./hook.cjs' } });
      return stderr.trimEnd().split('\n').at(-1);
    };
    assert.equal(loads('issue 0/draft-0.md'), '');
    assert.equal(loads('.'), '');
    assert.equal(loads('.', '--cache-location', 'kept'), 'crypto');
    assert.match(loads('.', '--workers', '1') ?? '', /worker_threads/);
  });
});

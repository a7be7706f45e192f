import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dirname, join } from '../../src/language-server/posix-path.ts';
import { toPath, toUri } from '../../src/language-server/uri-path.ts';

const segment = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((text) => !/^\.{1,2}$|[/\ud800-\udfff]/.test(text));

describe('addresses as paths', () => {
  it('go there and back', () => {
    const authority = fc.constantFrom('', 'github', 'ssh-remote+host', 'a:8080');
    fc.assert(
      fc.property(
        fc.constantFrom('file', 'vscode-vfs', 'http'),
        authority,
        fc.array(segment),
        (scheme, host, names) => {
          const uri = `${scheme}://${host}/${names.map(encodeURIComponent).join('/')}`;
          const path = toPath(uri);
          assert.equal(path && toUri(path), uri);
        },
      ),
    );
  });

  it('go back where a name holds a line break', () => {
    const uris = ['\n', '\r', '\u2028 '].map((name) => `file:///${encodeURIComponent(name)}`);
    assert.deepEqual(
      uris.map((uri) => toUri(toPath(uri) ?? '')),
      uris,
    );
  });

  it('lead from one file to another', () => {
    const folder = dirname(toPath('vscode-vfs://github/o/my%20drafts/a.md') ?? '');
    assert.equal(toUri(join(folder, '../names/b c.yaml')), 'vscode-vfs://github/o/names/b%20c.yaml');
  });

  it('are none for what is no file, and above all files', () => {
    assert.deepEqual(['untitled:Untitled-1', 'data:text/plain,x', 'file:///%zz'].map(toPath), [null, null, null]);
    assert.deepEqual(['/', '/file', '/.sentinel-citations.yaml'].map(toUri), [null, null, null]);
  });
});

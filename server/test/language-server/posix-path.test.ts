import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import * as path from '../../src/language-server/posix-path.ts';

const step = fc.constantFrom('a', 'b c', '.', '..', '.sentinel-citations.yaml');
const absolute = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => `/${steps.join('/')}`);
const relative = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => steps.join('/'));

suite('paths without Node', () => {
  test('are those of Node', () => {
    fc.assert(
      fc.property(absolute, absolute, relative, (here, there, way) => {
        assert.equal(path.basename(here), posix.basename(here));
        assert.equal(path.dirname(here), posix.dirname(here));
        assert.equal(path.join(here, way), posix.join(here, way));
        assert.equal(path.resolve(here, way), posix.resolve(here, way));
        assert.equal(path.resolve(here, there), there.includes('.') ? posix.resolve(there) : there);
        assert.equal(path.relative(here, there), posix.relative(here, there));
        assert.equal(path.sep, posix.sep);
      }),
    );
  });
});

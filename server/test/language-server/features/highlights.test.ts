import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { highlights } from '../../../src/language-server/features/highlights.ts';
import { inDraft, underlined } from '../cursor.ts';

suite('document highlights', () => {
  test('everything that means the same source', () => {
    const { analysis, offset } = inDraft('on,[|2]');
    assert.equal(
      underlined(analysis, highlights(analysis, offset)),
      `The wing split.[1] It fought on,[2] as others did.[3][a] Both recruit.[4]
               ^^^              ^^^               ^^^
[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
[2] Ibid.
^^^ ^^^^^
[3] See Max Roy, “The War: A History,” Daily Post, May 4, 2016, https://example.org/war_1; Lee.
                                                                                           ^^^
`,
    );
  });

  test('what names the source is written, what calls it is read', () => {
    const { analysis, offset } = inDraft('[|a] In');
    assert.deepEqual(
      highlights(analysis, offset).map(({ kind }) => kind),
      ['read', 'write'],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/analysis.ts';
import { applyFixes } from '../../src/edits/fix.ts';
import { applyEdits } from '../../src/text/edit.ts';

const LIST = '\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.\n';
const read = (body: string) => analyse(body + LIST);
const found = (body: string) => read(body).findings.filter(({ rule }) => rule === 'marker-placement');
const fixed = (body: string) => applyFixes(body + LIST, analyse).text.slice(0, -LIST.length);

describe('a marker that is a word of the sentence stands in its place', () => {
  for (const body of [
    'See [1].',
    'As [1], they left.',
    'It is told of in [1]; others differ.',
    'On this, Kim and [1]: both agree.',
    '(See [1].)',
  ])
    it(body, () => assert.deepEqual(found(body), []));
});

describe('punctuation on both sides of a marker', () => {
  for (const [body, expected] of Object.entries({
    'They left.[1]. Others stayed.': 'They left.[1] Others stayed.',
    'They left?[1]. Others stayed.': 'They left?[1] Others stayed.',
    'They left,[1], and came back.': 'They left,[1] and came back.',
    'He said “No.”[1]. Others stayed.': 'He said “No.”[1] Others stayed.',
    '(They left.)[1]. Others stayed.': '(They left.)[1] Others stayed.',
    'It was in the U.S.[1]. Others stayed.': 'It was in the U.S.[1] Others stayed.',
    'It was in the U.S.[1], and there.': 'It was in the U.S.,[1] and there.',
  }))
    it(`is one too many, or part of a word, which the author is asked: ${body}`, () => {
      const [finding, ...others] = found(body);
      assert.deepEqual(others, []);
      assert.deepEqual(
        finding?.fixes.map(({ safe }) => safe),
        [false],
      );
      assert.equal(applyEdits(body + LIST, finding?.fixes[0]?.edits ?? []), expected + LIST);
      assert.equal(fixed(body), body);
    });

  it('says which is superfluous', () => {
    assert.equal(
      found('They left.[1]. Others stayed.')[0]?.message,
      'Unexpected second “.” behind marker “[1]”, expected the one before it alone',
    );
  });
});

it('names the mark that a marker belongs behind', () => {
  assert.equal(
    found('He said “No.” [1] They left.')[0]?.message,
    'Unexpected space before marker “[1]”, expected it directly after the quotation mark',
  );
});

it('leaves no two marks of punctuation side by side that were not', () => {
  const part = fc.constantFrom('They left', '.', ',', '”', '“', ' ', '[1]', 'see', 'U.S.', '?', ')', '(', ':', 'and');
  const doubled = /[.,;:?!][”’")]*[.,;:?!]/g;
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 9 }), (parts) => {
      const body = `It was so: they say ${parts.join('')} and so on.`;
      const before = body.match(doubled)?.length ?? 0;
      assert.ok((fixed(body).match(doubled)?.length ?? 0) <= before, body);
      assert.equal(fixed(fixed(body)), fixed(body));
    }),
  );
});

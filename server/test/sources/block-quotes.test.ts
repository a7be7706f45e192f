import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { meaningsOfLast } from '../support/citations.ts';

const ENTRIES = [
  '[1] Jane van\nder Roe, “A Very\nLong Title,” The\nPost, May\n5, 2015.',
  '[2] Tom\nLee, *Big\nBooks* (New\nYork: Hurst\nPress, 2014).',
  '[3] Jane van der Roe, “Very\nOther Title,” Post, May 6, 2015.',
  '[4] Jane van der Roe, “A Very Long\nTitle,” The Post, May 5, 2015.',
  '[5] Lee, Big\nBooks.',
];
const BODY = 'Claims.[1] More.[2] More.[3] More.[4] More.[5]\n\n## Citations\n\n';

/** The draft with its entries in a block quote whose lines begin with `prefix`. */
const draft = (prefix: string) =>
  BODY +
  ENTRIES.join('\n\n')
    .split('\n')
    .map((line) => `${prefix}${line}`.trimEnd())
    .join('\n') +
  '\n';

describe('an entry over several lines of a block quote is read without the signs of these', () => {
  for (const prefix of ['> ', '>', '> > ', '  > ']) {
    const { sources, findings, text } = analyse(draft(prefix));
    const plain = analyse(draft(''));
    test(JSON.stringify(prefix), () => {
      const parts = ({ sources }: typeof plain) =>
        sources.references.map(({ authors, title, container, publisher, place, date, form, problem, antecedent }) => [
          ...[
            ...authors.flatMap(({ text, family }) => [text, family]),
            ...[title, container, publisher, place, date].map((part) => part?.text),
          ],
          ...[form, problem, antecedent?.label],
        ]);
      assert.deepEqual(parts({ ...plain, sources }), parts(plain));
      assert.deepEqual(
        findings.map(({ rule, message }) => [rule, message]),
        plain.findings.map(({ rule, message }) => [rule, message]),
      );
      const [fix] = findings.flatMap(({ fixes }) => fixes ?? []);
      assert.ok(fix);
      assert.ok(applyEdits(text, fix.edits).includes('[4] van der Roe, “A Very Long Title.”'));
    });
  }
});

test('a surname over indented lines is one', () => {
  for (const indent of ['', '   ', '    '])
    assert.deepEqual(meaningsOfLast(['Jane Poe, “Roads,” Post, May 5, 2015.', `van\n${indent}der Roe.`]), [
      'short short-form-unresolved',
    ]);
});

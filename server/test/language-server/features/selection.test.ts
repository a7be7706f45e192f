import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../../src/analysis.ts';
import { selections } from '../../../src/language-server/features/selection.ts';
import { anyText } from '../../support/texts.ts';
import { inDraft } from '../cursor.ts';

suite('selection ranges', () => {
  test('from a part of a reference to the whole draft', () => {
    const { analysis, offset } = inDraft('The War: A His|tory');
    const [title, reference, content, entry] = selections(analysis, offset).map(({ start, end }) =>
      analysis.text.slice(start, end),
    );
    assert.equal(title, 'The War: A History');
    assert.equal(reference, 'Max Roy, “The War: A History,” Daily Post, May 4, 2016, https://example.org/war_1');
    assert.equal(content, `See ${reference}; Lee.`);
    assert.equal(entry, `[3] ${content}`);
  });

  test('each holds the one before it, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), (text, at) => {
        const offset = Math.min(at, text.length);
        const ranges = selections(analyse(text), offset);
        assert.deepEqual(ranges.at(-1), { start: 0, end: text.length });
        ranges.forEach(({ start, end }, index) => {
          const inner = ranges[index - 1] ?? { start: offset, end: offset };
          assert.ok(start <= inner.start && inner.end <= end);
        });
      }),
    );
  });
});

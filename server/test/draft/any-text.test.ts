import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { anyText, hardTexts } from '../support/texts.ts';
import { assertLinear } from '../support/timing.ts';

test('any text is read, with ranges inside it and in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const draft = readDraft(readProse(text));
      for (const ranges of [draft.sections, draft.markers, draft.citations, draft.notes]) {
        let start = 0;
        for (const range of ranges) {
          assert.ok(range.start >= start && range.end >= range.start && range.end <= text.length);
          start = range.start;
        }
      }
      for (const { start, end, heading } of draft.sections)
        assert.ok((end > start && (!heading || (heading.start >= start && heading.end <= end))) || text === '');
      for (const marker of draft.markers)
        assert.ok(marker.callout.start <= marker.start && marker.callout.end >= marker.end);
      for (const entry of [...draft.citations, ...draft.notes]) {
        assert.ok(entry.labelRange.end <= entry.content.start && entry.content.end <= entry.end);
      }
    }),
    { numRuns: 5000 },
  );
});

describe('reads in linear time', () => {
  for (const [name, make] of Object.entries(hardTexts)) {
    test(name, () => {
      const proses = new Map<string, ReturnType<typeof readProse>>();
      assertLinear(
        (length) => {
          const text = make(length);
          proses.set(text, readProse(text));
          return text;
        },
        (text) => readDraft(proses.get(text) ?? readProse(text)),
      );
    });
  }
});

describe('a list of thousands without blank lines is read whole', () => {
  const COUNT = 3500;
  const STYLES: Readonly<Record<string, (number: number) => string>> = {
    'in brackets': (number) => `[${number}] Ann Lee, “Part ${number},” Post, May 3, 2016.\n`,
    numbered: (number) => `${number}. Ann Lee, “Part ${number},” Post, May 3, 2016.\n`,
    footnotes: (number) => `[^${number}]: Ann Lee, “Part ${number},” Post, May 3, 2016.\n`,
    'in a list': (number) => `- [${number}] Ann Lee, “Part ${number},” Post, May 3, 2016.\n`,
    'footnotes over two lines': (number) => `[^${number}]: Ann Lee, “Part ${number},”\nPost, May 3, 2016.\n`,
  };
  for (const [name, entry] of Object.entries(STYLES))
    test(name, () => {
      const list = Array.from({ length: COUNT }, (_, index) => entry(index + 1)).join('');
      const { citations } = readDraft(readProse(`A claim.[1]\n\n## Citations\n\n${list}`));
      assert.equal(citations.length, COUNT);
    });
});

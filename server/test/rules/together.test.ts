import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyse } from '../../src/analysis.ts';

/** What is said of markers in a draft with so many citations, and two notes. */
function found(body: string, citations: number) {
  const list = Array.from({ length: citations }, (_, at) => `[${at + 1}] Ann Lee, “Part ${at},” Post, May 4, 2020.`);
  const notes = '## Substantive Notes\n\n[a] One.\n\n[b] Two.';
  const text = `${body}\n\n${notes}\n\n## Citations\n\n${list.join('\n\n')}\n`;
  return analyse(text)
    .findings.filter(({ rule }) => ['marker-order', 'marker-repeated', 'marker-in-heading'].includes(rule))
    .map(({ message, start, end }) => `${text.slice(start, end)}: ${message}`);
}

describe('markers that stand side by side are one finding', () => {
  for (const [body, citations, ...expected] of [
    [
      'One.[1]-[3] Two.[1]-[3] End.[4] A[a] b.[b]',
      4,
      '[1]-[3]: Unexpected second markers “1” to “3” between “3” and “4”, expected each once',
    ],
    [
      'One.[1–3] Two.[2–3] End.[4] A[a] b.[b]',
      4,
      '2–3: Unexpected second markers “2” and “3” between “3” and “4”, expected each once',
    ],
    [
      'One.[1][2] Two.[1][2] End.[5] A[a] b.[b]',
      5,
      '[1][2]: Unexpected second markers “1” and “2” between “2” and “5”, expected “3” and “4”',
    ],
    [
      'One.[1][2] Two.[1][2] End.[4] A[a] b.[b]',
      4,
      '[1][2]: Unexpected second markers “1” and “2” between “2” and “4”, expected “3”',
    ],
    [
      'One.[4]-[6] Two.[1]-[3] End.[7] A[a] b.[b]',
      7,
      '[4]-[6]: Unexpected markers “4” to “6” before “1”, expected them between “3” and “7”',
    ],
    [
      '## One[1]-[3]\n\nEnd.[4] A[a] b.[b]',
      4,
      '[1]-[3]: Unexpected markers “1” to “3” in a heading, expected them after a claim in the text',
    ],
    [
      'One.[1] Two.[2] A[a] b.[b] Three.[a][b]',
      2,
      '[a][b]: Unexpected second note markers “a” and “b” after “b”, expected each once',
    ],
  ] as const)
    it(body, () => assert.deepEqual(found(body, citations), expected));

  it('and are two where they call citations and notes, belong in two places, or stand apart', () => {
    assert.deepEqual(found('## One[1][a]\n\nEnd.[2] B.[b]', 2).length, 2);
    assert.deepEqual(found('One.[1] Two.[4][2] Three.[3] Four.[5] Five.[6][4] A[a] b.[b]', 6).length, 2);
    assert.deepEqual(found('One.[1][2] Two.[1] Three.[2] A[a] b.[b]', 2).length, 2);
  });

  it('so that no two findings touch', () => {
    const claims = fc.array(fc.constantFrom('[1]', '[2]', '[3]', '[1][2]', '[2, 3]', '[1]–[3]', '[1–3]'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(claims, (callouts) => {
        const text = `${callouts.map((callout) => `A claim.${callout}`).join(' ')}\n\n## Citations\n\n${[1, 2, 3]
          .map((label) => `[${label}] Ann Lee, “Part ${label},” Post, May 4, 2020.`)
          .join('\n\n')}\n`;
        const ranges = analyse(text).findings.filter(({ rule }) => rule === 'marker-repeated');
        for (const [at, { end }] of ranges.entries()) assert.notEqual(ranges[at + 1]?.start, end, text);
      }),
    );
  });
});

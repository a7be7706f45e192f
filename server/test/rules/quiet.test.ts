import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';

/** A draft with the body given, and with these citations. */
const draft = (body: string, citations: readonly string[]) =>
  `${body}\n\n## Citations\n\n${citations.map((citation, index) => `[${index + 1}] ${citation}`).join('\n\n')}\n`;
const found = (body: string, citations: readonly string[]) =>
  analyse(draft(body, citations)).findings.map(({ rule }) => rule);

const LEE = 'Kim Lee, “Roads,” Times, May 4, 2015.';
const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const DOE = 'Pat Doe, “Fields,” Post, May 6, 2015.';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `A claim.[${index + 1}]`).join(' ');

describe('what is in order is not reported', () => {
  const table: readonly (readonly [name: string, body: string, citations: readonly string[]])[] = [
    ['callouts joined by commas', 'A claim.[1],[2] The end.[3]', [LEE, ROE, DOE]],
    ['callouts joined by semicolons and spaces', 'A claim.[1]; [2] The end.[3]', [LEE, ROE, DOE]],
    ['superscripts that a space keeps apart', 'A claim.¹ ² The end.³', [LEE, ROE, DOE]],
    ['a marker alone in a cell', '| Claim | Source |\n|---|---|\n| One | [1] |\n\nTwo.[2]', [LEE, ROE]],
    ['a marker before an ellipsis', 'The end[1]... And so on.[2]', [LEE, ROE]],
    [
      'statements of one title on two days',
      numbered(2),
      ['“Statement,” Amaq, May 2, 2017.', '“Statement,” Amaq, May 9, 2017.'],
    ],
    ['a compound surname', numbered(4), ['Juan García López, “A,” Times, May 4, 2015.', LEE, 'García López.', 'Lee.']],
    [
      'what looks like an issue in a book’s title',
      numbered(1),
      ['Kim Lee, The Years 8:3, 2015 (London: Hurst, 2010).'],
    ],
    ['comments at the end of entries', numbered(2), [`${LEE} <!-- ask the author -->`, `${ROE} <!-- a --> <!-- b -->`]],
    ['an institution as a source', numbered(2), [LEE, 'Kenya National Archives.']],
    ['an identifier with pages in it', numbered(1), ['Kim Lee, “Roads,” Times 8:3 (2015), doi:10.1000/pp.3-4.']],
  ];
  for (const [name, body, citations] of table) test(name, () => assert.deepEqual(found(body, citations), []));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';

const CITATIONS = [
  'Kim Lee, “Roads,” Times, May 4, 2015.',
  'Jane Roe, “Ports,” Post, May 5, 2015; Pat Doe, “Fields,” Post, May 6, 2015.',
  'Ibid., p. 4.',
  'Tom Kay, “Rivers,” Post, May 7, 2015.',
  'Ann Poe, “Hills,” Post, May 8, 2015.',
  'Kay.',
  'Bob Fox, “Lakes,” Post, May 9, 2015.',
];
/** The entries’ labels as slips of the hand leave them. */
const SLIPS: readonly ((label: string) => string)[] = [
  (label) => `[${label} `,
  (label) => `[${label}`,
  (label) => `${label}] `,
  (label) => `[${label}[ `,
  (label) => `[${label}} `,
  (label) => `(${label}) `,
  (label) => `{${label}} `,
  (label) => `[ ${label} ] `,
  (label) => `${label}. `,
];
const MARKERS: Readonly<Record<string, (label: number) => string>> = {
  bracket: (label) => `[${label}]`,
  caret: (label) => `^${label}^`,
  glued: (label) => `${label}`,
};

/** A draft whose citation in the place `odd` is written as `write` says. */
function draft(marker: (label: number) => string, separator: string, odd: number, write: (label: string) => string) {
  const body = CITATIONS.map((_, index) => `A claim was made.${marker(index + 1)}`).join(' ');
  const list = CITATIONS.map((text, index) => (index === odd ? write(`${index + 1}`) : `[${index + 1}] `) + text);
  return { text: `${body}\n\n## Citations\n\n${list.join(separator)}\n`, count: CITATIONS.length };
}
const rules = (text: string) => analyse(text).findings.map(({ rule }) => rule);

describe('an entry whose label is written amiss is read all the same', () => {
  for (const [notation, marker] of Object.entries(MARKERS)) {
    for (const separator of ['\n\n', '\n']) {
      test(`${notation}, entries parted by ${JSON.stringify(separator)}`, () => {
        const clean = rules(draft(marker, separator, -1, String).text);
        for (const odd of CITATIONS.keys()) {
          for (const slip of SLIPS) {
            const { text, count } = draft(marker, separator, odd, slip);
            const { draft: read, findings } = analyse(text);
            const what = `${odd + 1}: ${slip(`${odd + 1}`)}`;
            if (odd === 0 && slip('1') === '1. ') continue;
            assert.equal(read.citations.length, count, what);
            assert.deepEqual(findings.map(({ rule }) => rule).sort(), [...clean, 'citation-order'].sort(), what);
            const at = findings.find(({ rule }) => rule === 'citation-order');
            assert.equal(at?.start, read.citations[odd]?.labelRange.start, what);
          }
        }
      });
    }
  }

  test('at the end of the entry before', () => {
    for (const odd of [...CITATIONS.keys()].slice(1)) {
      for (const gap of [' ', '']) {
        const { text } = draft((label) => `[${label}]`, '\n\n', -1, String);
        const { draft: read, findings } = analyse(text.replace(`\n\n[${odd + 1}]`, `${gap}[${odd + 1}]`));
        assert.equal(read.citations.length, CITATIONS.length, `${odd + 1}`);
        const [order, ...others] = findings.filter(({ rule }) => rule === 'citation-order');
        assert.equal(order?.start, read.citations[odd]?.start);
        assert.deepEqual(others, []);
      }
    }
  });
});

test('a label with mistyped characters is the one that is missing', () => {
  const list = (odd: number, written: string) =>
    Array.from(
      { length: 15 },
      (_, index) => `${index + 1 === odd ? written : `[${index + 1}]`} “Report ${index + 1},” Post, May 4, 2015.`,
    );
  const body = Array.from({ length: 15 }, (_, index) => `A claim was made.[${index + 1}]`).join(' ');
  for (const [odd, written] of [
    [1, '[l]'],
    [3, '[3.]'],
    [3, '[#3]'],
    [5, '[S]'],
    [10, '[0]'],
    [10, '[O]'],
    [10, '[1O]'],
    [10, '[10l]'],
    [14, '[l4]'],
    [15, '[I5]'],
  ] as const) {
    for (const separator of ['\n', '\n\n']) {
      const { draft: read, findings } = analyse(`${body}\n\n## Citations\n\n${list(odd, written).join(separator)}\n`);
      assert.equal(read.citations.length, 15, written);
      assert.deepEqual(
        findings.map(({ message }) => message),
        [`Unexpected label “${written}” of citation “${odd}”, expected “[${odd}]”`],
      );
    }
  }
});

test('a marker is right where its entry has the wrong number', () => {
  const markers = [1, 2, 3, 6, 5, 6].map((label) => `A claim was made.[${label}]`).join(' ');
  const list = [1, 2, 4, 4, 5, 6].map((label, index) => `[${label}] “Report ${index + 1},” Post, May 4, 2015.`);
  assert.deepEqual(
    analyse(`${markers}\n\n## Citations\n\n${list.join('\n\n')}\n`).findings.map(({ message }) => message),
    [
      'Unexpected marker “3” without a citation between “2” and “5”, expected citation “3”',
      'Unexpected marker “6” between “2” and “5”, expected “4”',
      'Unexpected second citation “4” between “2” and “4”, expected “3”',
      'Unexpected citation “4” without a marker, expected its marker in the text between “2” and “5”',
    ],
  );
});

test('a marker that goes on counting is right where the list leaves its number out', () => {
  const said = (markers: readonly number[], entries: readonly number[]) => {
    const body = markers.map((label) => `A claim was made.[${label}]`).join(' ');
    const list = entries.map((label) => `[${label}] “Report ${label},” Post, May 4, 2015.`).join('\n\n');
    return analyse(`${body}\n\n## Citations\n\n${list}\n`)
      .findings.filter(({ rule }) => rule === 'marker-unresolved' || rule === 'citation-order')
      .map(({ message, fixes }) => `${message.split(', ').at(-1)}, ${fixes.length} fixes`);
  };
  assert.deepEqual(said([1, 2, 3], [1, 2, 4]), ['expected citation “3”, 0 fixes', 'expected “3”, 0 fixes']);
  assert.deepEqual(said([1, 2, 3, 4], [1, 2, 5, 6]), [
    'expected citation “3”, 0 fixes',
    'expected citation “4”, 0 fixes',
    'expected “3” to “4”, 0 fixes',
  ]);
  assert.deepEqual(said([1, 2, 8], [1, 2, 4]), ['expected “4”, 1 fixes', 'expected “3”, 0 fixes']);
  assert.deepEqual(said([1, 8, 3], [1, 2, 3]), ['expected “2”, 1 fixes']);
});

test('a word in brackets is no label', () => {
  const text = `A.[1] B.[3]\n\n## Citations\n\n[1] Kim Lee, “Roads,” Times, May 4, 2015.\n[sic] “Ports” was meant.\n[3] Ibid.\n`;
  assert.deepEqual(
    analyse(text).draft.citations.map(({ label }) => label),
    ['1', '3'],
  );
});

test('brackets that an entry has for other reasons open none', () => {
  const list = [
    'Kim Lee, “Roads,” Times, May 4, 2015. [2] Post has the figures.',
    'Jane Roe, “Ports [3] Abroad,” Post, May 5, 2015. (4) Lee was there.',
    'Pat Doe, “Fields,” Post, May 6, 2015. [12] Doe has more.',
    'Lee [sic], “Roads.”',
  ];
  const body = list.map((_, index) => `A claim was made.[${index + 1}]`).join(' ');
  const text = `${body}\n\n## Citations\n\n${list.map((entry, index) => `[${index + 1}] ${entry}`).join('\n\n')}\n`;
  assert.deepEqual(
    analyse(text).draft.citations.map(({ label }) => label),
    ['1', '2', '3', '4'],
  );
});

describe('what was cut short is one finding', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) => `[${index + 1}] “Report ${index + 1},” Post, May 4, 2015.`).join(
      '\n\n',
    );
  const claims = (labels: readonly number[], marker: (label: number) => string) =>
    labels.map((label) => `A claim was made.${marker(label)}`).join(' ');
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  for (const [notation, marker] of Object.entries(MARKERS)) {
    test(`a body, ${notation}`, () => {
      const { findings } = analyse(`${claims(upTo(10), marker)}\n\n## Citations\n\n${entries(150)}\n`);
      assert.deepEqual(
        findings.map(({ message }) => message),
        ['Unexpected citations “11” to “150” without a marker, expected their markers in the text after “10”'],
      );
    });
    test(`a list, ${notation}`, () => {
      const { findings } = analyse(`${claims(upTo(150), marker)}\n\n## Citations\n\n${entries(10)}\n`);
      assert.deepEqual(
        findings.map(({ message }) => message),
        ['Unexpected markers “11” to “150” without citations, expected a citation for each'],
      );
    });
  }
  test('a few lost markers are reported each', () => {
    const { findings } = analyse(`${claims([1, 2, 6, 7], (label) => `[${label}]`)}\n\n## Citations\n\n${entries(7)}\n`);
    assert.equal(findings.length, 3);
  });
});

describe('an Ibid. behind an entry', () => {
  const list = (labels: readonly string[]) =>
    labels
      .map((label, index) => `[${label}] ${index === 2 ? 'Ibid.' : CITATIONS[index === 1 ? 3 : index]}`)
      .join('\n\n');
  const ibids = (labels: readonly string[]) =>
    rules(`One.[1] Two.[2] Three.[3] Four.[4]\n\n## Citations\n\n${list(labels)}\n`).filter((rule) =>
      rule.startsWith('ibid'),
    );
  for (const wrong of ['1', '20', '4'])
    test(`with a wrong number is not told of: ${wrong}`, () => assert.deepEqual(ibids(['1', wrong, '3', '4']), []));
  test('that is missing is', () => assert.deepEqual(ibids(['1', '2', '4']), ['ibid-without-antecedent']));
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';

const COUNT = 8;
const ENTRIES = Array.from({ length: COUNT }, (_, index) => `[${index + 1}] “Report ${index + 1},” Post, May 4, 2015.`);
const ALL = ENTRIES.map((_, index) => `${index + 1}`);
const read = (body: string) => analyse(`${body}\n\n## Citations\n\n${ENTRIES.join('\n\n')}\n`);
const labels = (body: string) => read(body).draft.markers.map(({ label }) => label);

/** A body whose markers are flattened, `first` to `last` as `written` after `text`. */
function flattened(text: string, written: string, after: string, first: number, last: number): string {
  const claim = (label: number) => `The group came back.${label} `;
  const labels = ALL.map(Number);
  const before = labels.filter((label) => label < first).map(claim);
  const rest = labels.filter((label) => label > last).map(claim);
  return `${before.join('')}${text}${written}${after} ${rest.join('')}`.trim();
}

describe('lists and ranges that copying flattened', () => {
  for (const text of [
    'Some men were killed.',
    'He said “they were killed.”',
    'Some men were killed in Kabul',
    'It was in 2014.',
  ]) {
    for (const first of [1, 3, 6]) {
      const [second, third] = [first + 1, first + 2];
      const ways: readonly (readonly [written: string, last: number])[] = [
        [`${first}, ${second}`, second],
        [`${first},${second}`, second],
        [`${first}; ${second}`, second],
        [`${first}, ${second}, ${third}`, third],
        [`${first}-${third}`, third],
        [`${first}–${third}`, third],
        [`${first}–${second}, ${third}`, third],
      ];
      for (const [written, last] of ways) {
        if (text.endsWith('2014.') && !written.startsWith(`${first}, `)) continue;
        test(`${text}${written}`, () => {
          const body = flattened(text, written, ' The group left.', first, last);
          assert.deepEqual(labels(body), ALL);
          assert.deepEqual(read(body).findings, []);
        });
      }
    }
  }

  const numbers = [
    'It took 5-7 days.',
    'It took 5–7 days.',
    'A 6-7 split came.',
    'They met at 3, 4 times a day.',
    'It rose by 2.5-4 percent.',
  ];
  for (const words of numbers) {
    test(`not ${words}`, () => {
      for (const at of ALL.keys()) {
        const claims = ALL.map((label, index) => `The group came back.${label} ${index === at ? `${words} ` : ''}`);
        assert.deepEqual(labels(claims.join('')), ALL);
      }
    });
  }
  test('a sentence that starts with a number', () => {
    const body = ALL.map((label) => `The group came back.${label}`).join(' ');
    assert.deepEqual(labels(body.replace('back.4 The', 'back.4 5 men left. The')), ALL);
    assert.deepEqual(labels(body.replace('back.4 The', 'back.4, 6 men left. The')), ALL);
  });
});

describe('ranges of callouts', () => {
  const write: readonly ((label: number) => string)[] = [
    (label) => `[${label}]`,
    (label) => `^${label}^`,
    (label) => `<sup>${label}</sup>`,
    (label) => `[^${label}]`,
  ];
  for (const callout of write) {
    for (const dash of ['–', '-', '—', ' – ', '--', '---']) {
      test(`${callout(1)}${dash}${callout(3)}`, () => {
        const rest = [4, 5, 6, 7, 8].map((label) => `A claim.${callout(label)}`).join(' ');
        const body = `A claim.${callout(1)}${dash}${callout(3)} ${rest}`;
        assert.deepEqual(labels(body), ALL);
        assert.deepEqual(read(body).findings, []);
      });
    }
  }
  test('a number that has no entry is none', () => {
    assert.deepEqual(labels('A claim.[1]–[12] Another.[2]').includes('9'), false);
  });
});

describe('an editor’s number in a quotation', () => {
  const claims = ALL.map((label) => `A claim.[${label}]`);
  for (const number of ['8', '12', '1', '4']) {
    test(`about [${number}] men`, () => {
      for (const at of ALL.keys()) {
        const body = claims.map((claim, index) =>
          index === at ? `He saw “about [${number}] men” there. ${claim}` : claim,
        );
        assert.deepEqual(labels(body.join(' ')), ALL, `${at}`);
      }
    });
  }
  test('markers inside quotations are read, and misnumbered ones too', () => {
    assert.deepEqual(labels('A claim.[1] He saw “men[7] there.” A claim.[3]'), ['1', '7', '3']);
  });
});

describe('numbers on words that end in no letter of theirs', () => {
  for (const words of ['It left in the 1990s', 'The total was 1,490.', 'It was 70.5%']) {
    test(words, () => {
      const body = ALL.map((label) => (label === '4' ? `${words}4&nbsp; ` : `The group came back.${label} `)).join('');
      assert.deepEqual(labels(body), ALL);
    });
  }
});

test('a list cut into superscripts at its commas', () => {
  const rest = '<sup>4</sup> Two. <sup>5</sup><sup>,6</sup> Three.<sup>7,</sup><sup>8</sup>';
  assert.deepEqual(labels(`One.<sup>1</sup><sup>2,</sup><sup> 3</sup> More.${rest}`), ALL);
});

describe('a flattened number that comes again', () => {
  const before = 'One came.1 Two left.2 It is old.3';
  test('is read after a comma', () => {
    assert.deepEqual(labels(`${before} In Kabul, daily,3 and so it went.4`), ['1', '2', '3', '3', '4']);
  });

  for (const text of ['In 2014,3 men', 'Some 1,300 men', 'The men, 3 of them,', 'On May 3, 2014,', 'Of M-3,3 shots'])
    test(`is none in “${text}”`, () => {
      assert.deepEqual(labels(`${before} ${text} left.4`).slice(-1), ['4']);
    });
});

describe('a dash that opens a line', () => {
  for (const eol of ['\n', '\r\n']) {
    test(`is that of a list, and no range ${JSON.stringify(eol)}`, () =>
      assert.deepEqual(labels(`They came back.[1]${eol}- [4] They left.[5]`), ['1', '4', '5']));
  }
});

describe('a line that goes on with a number opens no entry', () => {
  const lines = [
    'Lin Wu, “The Rise of',
    'Lin Wu, “From the',
    'Lin Wu, “Roads,” p.',
    'Lin Wu, “Roads,” Post, No.',
    'Lin Wu, “A',
    'Wu,',
  ];
  for (const line of lines) {
    test(line, () => {
      const list = `1 ${line}\n10 Men,” Post, May 4, 2015.\n2 Jo Day, “Roads,” Post, May 5, 2015.\n3 ${line}\n7 Men,” Post.`;
      const { citations } = analyse(`One.1 Two.2 Three.3\n\nCitations\n${list}\n`).draft;
      assert.deepEqual(
        citations.map(({ label }) => label),
        ['1', '2', '3'],
      );
    });
  }
  test('but one below an entry that is whole does', () => {
    const list = '1 Lin Wu, “Roads,” Post, May 4, 2015.\n3 Jo Day, “Roads,” Post';
    const { citations } = analyse(`One.1 Two.2 Three.3\n\nCitations\n${list}\n5 Al Roe, “Ports,” Post.\n`).draft;
    assert.deepEqual(
      citations.map(({ label }) => label),
      ['1', '3', '5'],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';
import { applyFixes } from '../../src/edits/fix.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { citedDraft } from '../support/citations.ts';

function read(citations: readonly string[], heading = '## Citations', after = '') {
  return analyse(citedDraft(citations, heading, after), { today: '2026-06-15' });
}
const rules = (citations: readonly string[], heading?: string, after?: string) =>
  read(citations, heading, after).findings.map(({ rule }) => rule);

const LEE = 'Kim Lee, “Roads,” Times, May 4, 2015.';
const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';

describe('dates', () => {
  for (const date of [
    ' Times, May 4, 2105',
    ' Times, 4 May 2105',
    ' Times, May 2105',
    ' Times 3:2 (2105)',
    ' Times, June 16, 2205',
  ]) {
    test(`in the far future${date}`, () => assert.deepEqual(rules([`Kim Lee, “Roads,”${date}.`]), ['citation-date']));
  }
  test('of a book in the far future', () =>
    assert.deepEqual(rules(['Kim Lee, Roads (London: Hurst, 2105).']), ['citation-date']));
  for (const number of [
    'Kim Lee, “Roads to 2105,” Times, May 4, 2015.',
    'Kim Lee, “Roads,” Times 3:2 (2014): pp. 2105–2110.',
    '“UN Security Council Resolution 2178,” United Nations, September 24, 2014.',
    'UN Security Council Resolution 2178 (2014).',
    'Kim Lee, “Roads,” Times (RR-2105), May 4, 2015.',
  ]) {
    test(`no date: ${number}`, () => assert.deepEqual(rules([number]), []));
  }
});

describe('months misspelled', () => {
  for (const date of ['Marsh 4, 2015', '4 Marsh 2015', 'Jly 4, 2015', '4 Juy 2015'])
    test(date, () => assert.deepEqual(rules([`Kim Lee, “Roads,” Times, ${date}.`]), ['citation-date']));
  for (const outlet of ['The Marsh 2015', 'Mai 4, 2015', 'Post, Act 4, 2015', 'Marsh (2015)'])
    test(`none: ${outlet}`, () => assert.deepEqual(rules([`Kim Lee, “Roads,” ${outlet}.`]), []));
});

describe('dates for which something is due', () => {
  for (const due of [
    '(sentencing is set for May 3, 2027)',
    '(the trial is scheduled for May 2027)',
    '(the trial is scheduled for 3 May 2027)',
    '(a verdict is expected in March 2027)',
    '(the trial is expected to begin in March 2027)',
    '(a verdict is expected in 2027)',
  ])
    test(due, () => assert.deepEqual(rules([`Kim Lee, “Roads,” Times, May 4, 2025 ${due}.`]), []));
  for (const published of ['Times, May 4, 2027', 'The Set, May 4, 2027', 'Review 3:2 (2027)'])
    test(`no date of publication: ${published}`, () =>
      assert.deepEqual(rules([`Kim Lee, “Roads,” ${published}.`]), ['citation-date']));
});

describe('dates of access', () => {
  for (const citation of [
    '“Roads,” Portal of Roads, available at satp.org, accessed May 3, 2017.',
    '“Roads,” Portal of Roads, available at www.satp.org/data, accessed May 3, 2017.',
    '“Roads,” Portal of Roads, accessed May 3, 2017, available at satp.org.',
    '“Roads,” Portal of Roads (accessed May 3, 2017, at satp.org).',
    '“Roads,” Portal of Roads, accessed May 3, 2017. Available at: satp.org.',
    'Roads Database, University of Ports, start.umd.edu/gtd, accessed May 3, 2017.',
    '“Roads,” acleddata.com, accessed May 3, 2017.',
  ])
    test(`with a bare address: ${citation}`, () => assert.deepEqual(rules([citation]), []));
  for (const citation of [
    '“Roads,” Portal of Roads, accessed May 3, 2017.',
    '“Roads,” Portal of Roads, accessed at 5 p.m. on May 3, 2017.',
    'Ann Lee, e.g., “Roads,” Portal of Roads, n.d., accessed May 3, 2017.',
    '“Roads,” Portal of Roads, accessed May 3, 2017; “Ports,” Portal of Ports, available at satp.org, May 4, 2017.',
  ])
    test(`without an address: ${citation}`, () => assert.deepEqual(rules([citation]), ['citation-access-date']));
});

describe('quotation marks that need no twin, or have another one', () => {
  for (const title of [
    '“‘Tis a Road,”',
    '“‘Twas the ‘Last’ Road,”',
    '“Rock ‘n’ Roll,”',
    '“A 6\' 2" Man,”',
    '“The 7" Record,”',
    '„Straßen“,',
    '„Straßen”,',
    '„Die ‚Straßen‘ hier“,',
    '‘The Life of ‘Umar al-Mukhtar’,',
    '“‘The Life of ‘Umar al-Mukhtar,’”',
    '“The ‘Life of ‘Umar and ‘Ali’ Today,”',
    '“Reading ‘Abdallah ‘Azzam’s ‘Join the Caravan,’”',
    '“‘Abd al-Rahman’s ‘Martyrs’: The ‘Iraqi’ File,”',
  ]) {
    test(title, () => {
      const found = rules([`Kim Lee, ${title} Times, May 4, 2015.`]);
      assert.deepEqual(
        found.filter((rule) => rule === 'citation-quotes'),
        [],
      );
    });
  }
});

describe('quotation marks without a twin beside an ʿayn', () => {
  for (const [title, mark] of [
    ['“‘The Life of ‘Umar al-Mukhtar,”', '‘'],
    ['“The Life of ‘Umar and the ‘Road,”', '‘'],
    ['“‘Ali’s ‘Umar’ and the ‘Road,”', '‘'],
    ['“‘Ali and ‘Umar,', '“'],
    ['‘Ali and ‘Umar,”', '”'],
  ] as const)
    test(title, () => {
      const { text, findings } = read([`Kim Lee, ${title} Times, May 4, 2015.`]);
      const found = findings.filter(({ rule }) => rule === 'citation-quotes');
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        [mark],
      );
    });
});

describe('quotation marks that are one too many', () => {
  const DUE: Readonly<Record<string, readonly [at: number, mended: string]>> = {
    '“Roads,“”': [7, '“Roads,”'],
    '“Roads,””': [8, '“Roads,”'],
    '““Roads,”': [0, '“Roads,”'],
    '“”Roads,”': [1, '“Roads,”'],
  };
  for (const [title, [at, mended]] of Object.entries(DUE)) {
    test(title, () => {
      const { text, findings } = read([`Kim Lee, ${title} Times, May 4, 2015.`]);
      const [finding, ...more] = findings.filter(({ rule }) => rule === 'citation-quotes');
      assert.ok(finding);
      assert.deepEqual(more, []);
      assert.equal(finding.start, text.indexOf(title) + at);
      assert.equal(finding.end, finding.start + 1);
      const [fix, ...others] = finding.fixes;
      assert.ok(fix);
      assert.deepEqual(others, []);
      assert.ok(applyEdits(text, fix.edits).includes(`Lee, ${mended} Times`), JSON.stringify(fix));
    });
  }
  for (const title of ['“A “Road””', '““Roads” of War,”', '“Who Says “Roads,””'])
    test(`are not: ${title}`, () => assert.deepEqual(rules([`Kim Lee, ${title} Times, May 4, 2015.`]), []));
});

describe('suggestions', () => {
  test('keep the pages that a repeated citation adds, and its full stop', () => {
    const book = 'Kim Lee, Roads of War (London: Hurst, 2014)';
    const { text, findings } = read([`${book}.`, ROE, `${book}, p. 12.`]);
    const edit = findings.find(({ rule }) => rule === 'full-citation-repeated')?.fixes[0]?.edits[0];
    assert.ok(edit);
    assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), text.replace(`[3] ${book}`, '[3] Lee'));
  });
  test('have the full stop inside the quotation marks of a name that ends a title, and no comma', () => {
    const { findings } = read([
      'Kim Lee, “The State in ‘Khorasan,’” Times, May 4, 2015.',
      'Kim Lee, “Where Is the ‘State?’” Times, May 9, 2015.',
      'Lee.',
    ]);
    const ambiguous = findings.find(({ rule }) => rule === 'short-form-ambiguous');
    assert.deepEqual(
      ambiguous?.fixes.map(({ edits }) => edits[0]?.text),
      ['Lee, “The State in ‘Khorasan.’”', 'Lee, “Where Is the ‘State?’”'],
    );
  });
  test('end the entry as what they replace does, and have no full stop before another source', () => {
    const full = ['Kim Lee, “Who Walks?” Times, May 4, 2015; Jane Roe, “Ports.” Post, May 5, 2015.'];
    const written = (last: string) => read([...full, last]).findings.flatMap(({ fixes }) => fixes[0]?.edits[0]?.text);
    assert.deepEqual(written('Lee, “Who Rides?”'), ['Lee.']);
    assert.deepEqual(written('Roe, “Prots.”'), ['Roe.']);
    assert.deepEqual(written('Roe, “Prots”; Lee.'), ['Roe']);
    assert.deepEqual(written('Ibid.; Pat Doe, “Fields,” Post, May 6, 2015.'), ['Lee']);
  });
  test('are on one line where the full citation is on two', () => {
    const { findings } = read([
      'Kim Lee, “Roads\nand Ships,” Times, May 4, 2015.',
      'Kim Lee, “Lakes,” Times, May 9, 2015.',
      'Lee.',
    ]);
    const ambiguous = findings.find(({ rule }) => rule === 'short-form-ambiguous');
    assert.equal(ambiguous?.fixes[0]?.edits[0]?.text, 'Lee, “Roads and Ships.”');
  });
  const SEVERAL: Readonly<Record<string, readonly [citations: readonly string[], due: readonly string[]]>> = {
    'have the title up to its subtitle': [
      ['Kim Lee, “Roads: A,” Times, May 4, 2015.', 'Kim Lee, “Ports: B,” Times, May 9, 2015.', 'Lee.'],
      ['Lee, “Roads.”', 'Lee, “Ports.”'],
    ],
    'have the subtitle where it tells': [
      ['Kim Lee, “Roads: A,” Times, May 4, 2015.', 'Kim Lee, “Roads: B,” Times, May 9, 2015.', 'Lee.'],
      ['Lee, “Roads: A.”', 'Lee, “Roads: B.”'],
    ],
    'have the subtitle beside a title without one': [
      ['Kim Lee, “Roads,” Times, May 4, 2015.', 'Kim Lee, “Roads: B,” Times, May 9, 2015.', 'Lee.'],
      ['Lee, “Roads.”', 'Lee, “Roads: B.”'],
    ],
    'have the subtitle of what was a question': [
      ['Kim Lee, “Who Walks? A,” Times, May 4, 2015.', 'Kim Lee, “Who Walks? B,” Times, May 9, 2015.', 'Lee.'],
      ['Lee, “Who Walks? A.”', 'Lee, “Who Walks? B.”'],
    ],
    'have the subtitle of a book': [
      ['Kim Lee, *Roads: A* (London: Hurst, 2014).', 'Kim Lee, *Roads: B* (London: Hurst, 2015).', 'Lee, p. 4.'],
      ['Lee, *Roads: A*, p. 4', 'Lee, *Roads: B*, p. 4'],
    ],
    'have the date of works of one title': [
      ['Kim Lee, “Roads,” Times, May 4, 2015.', 'Ann Lee, “Roads,” Post, May 9, 2016.', 'Lee, p. 4.'],
      ['Lee, “Roads,” May 4, 2015, p. 4', 'Lee, “Roads,” May 9, 2016, p. 4'],
    ],
    'have the date behind a question': [
      ['Kim Lee, “Who Walks?” Times, May 4, 2015.', 'Kim Lee, “Who Walks?” Post, May 9, 2016.', 'Lee.'],
      ['Lee, “Who Walks?” May 4, 2015', 'Lee, “Who Walks?” May 9, 2016'],
    ],
    'have the date of editions': [
      ['Kim Lee, *Roads* (London: Hurst, 2014).', 'Kim Lee, *Roads* (London: Hurst, 2015).', 'Lee.'],
      ['Lee, *Roads*, 2014', 'Lee, *Roads*, 2015'],
    ],
    'have the outlet of works of one title and date': [
      ['Kim Lee, “Roads,” Times, May 4, 2015.', 'Ann Lee, “Roads,” Post, May 4, 2015.', 'Lee.'],
      ['Lee, “Roads,” Times', 'Lee, “Roads,” Post'],
    ],
    'of works without authors': [
      ['“Report,” Agency, May 4, 2015.', '“Report,” Agency, May 9, 2016.', '“Report.”'],
      ['“Report,” May 4, 2015.', '“Report,” May 9, 2016.'],
    ],
    'of works without authors, whose titles begin alike': [
      ['“Report: A,” Agency, May 4, 2015.', '“Report: B,” Agency, May 9, 2016.', '“Report,” p. 7.'],
      ['“Report: A,” p. 7', '“Report: B,” p. 7'],
    ],
    'for an Ibid.': [
      ['Kim Lee, “Roads: A,” Times, May 4, 2015; Kim Lee, “Roads: B,” Times, May 9, 2015.', 'Ibid.'],
      ['Lee, “Roads: A.”', 'Lee, “Roads: B.”'],
    ],
    'for what is repeated': [
      [
        'Kim Lee, “Roads: A,” Times, May 4, 2015.',
        'Kim Lee, “Roads: B,” Times, May 9, 2015.',
        ROE,
        'Kim Lee, “Roads: B,” Times, May 9, 2015.',
      ],
      ['Lee, “Roads: B.”'],
    ],
  };
  for (const [name, [citations, due]] of Object.entries(SEVERAL)) {
    test(`tell works of the same names apart: ${name}`, () => {
      const { text, findings } = read(citations);
      const fixes = findings.flatMap((finding) => finding.fixes);
      const written = fixes.map(({ edits }) => edits.map((edit) => edit.text).join());
      assert.deepEqual(written, due);
      for (const { edits } of fixes) assert.deepEqual(analyse(applyEdits(text, edits)).findings, []);
    });
  }
  const EXPECTED: Readonly<Record<string, readonly [citations: readonly string[], expected: string]>> = {
    titles: [
      ['Kim Lee, “Roads,” Times, May 4, 2015.', 'Kim Lee, “Lakes,” Times, May 9, 2015.', 'Lee.'],
      'a shortened title as well',
    ],
    'titles that begin alike': [
      ['Kim Lee, “Roads: A,” Times, May 4, 2015.', 'Kim Lee, “Roads: B,” Times, May 9, 2015.', 'Lee, “Roads.”'],
      'more of the title',
    ],
    dates: [['“Report,” Agency, May 4, 2015.', '“Report,” Agency, May 9, 2016.', '“Report.”'], 'a date as well'],
  };
  for (const [name, [citations, expected]] of Object.entries(EXPECTED))
    test(`are announced by what they tell: ${name}`, () =>
      assert.ok(read(citations).findings[0]?.message.endsWith(`, expected ${expected}`)));
  test('are each another one', () => {
    const { findings } = read([
      'Kim Lee, “Roads: A,” Times, May 4, 2015.',
      'Kim Lee, “Roads: B,” Times, May 9, 2015.',
      ROE,
      'Lee.',
    ]);
    const texts = findings.flatMap(({ fixes }) => fixes.map(({ edits }) => edits[0]?.text));
    assert.equal(new Set(texts).size, texts.length);
  });
});

describe('headings and what follows the list', () => {
  for (const heading of [
    '## Citations and Notes',
    '## Notes and Citations',
    '## Citations & Notes',
    '**Citations and Notes**',
  ]) {
    test(heading, () => assert.deepEqual(rules([LEE, ROE], heading), []));
  }
  for (const separator of ['\n', '\n\n']) {
    const furniture = ['[1] Subscribe to our list.', '[2] Share this article.', '[3] Print.'].join(separator);
    test(`page furniture numbered from 1, parted by ${JSON.stringify(separator)}`, () => {
      const { draft, findings } = read([LEE, ROE, 'Roe.'], undefined, `\n${furniture}\n`);
      assert.deepEqual(
        draft.citations.map(({ label }) => label),
        ['1', '2', '3'],
      );
      assert.deepEqual(findings, []);
    });
  }
  test('a list that stands there twice is reported', () => {
    assert.deepEqual(rules([LEE, ROE], undefined, `\n[1] ${LEE}\n\n[2] ${ROE}\n`), [
      'citation-duplicate',
      'citation-duplicate',
    ]);
  });
  for (const heading of ['## Citations', '#  Citations #', '**Citations**', 'Citations\n---------', 'Citations']) {
    test(`a section starts with its heading: ${JSON.stringify(heading)}`, () => {
      const { text, draft } = read([LEE, ROE], heading);
      const section = draft.sections.find(({ kind }) => kind === 'citations');
      assert.ok(section?.heading);
      assert.ok(text.slice(section.start, section.end).startsWith(heading));
      const before = draft.sections[draft.sections.indexOf(section) - 1];
      assert.equal(before?.end, section.start);
      assert.equal(text.slice(section.heading.start, section.heading.end).includes('Citations'), true);
    });
  }
});

describe('full stops', () => {
  for (const entry of ['Ibid, p. 4.', 'Ibid., p. 4.', '*Ibid.*, p. 4.', '*Ibid*., p. 4.', 'Ibid.; see also Lee.']) {
    test(`no rule asks for a stop inside a citation: ${entry}`, () => assert.deepEqual(rules([LEE, entry]), []));
  }
  for (const entry of ['Lee..', 'Ibid..', `${LEE.slice(0, -1)}..`.replace('Roads', 'Ships')]) {
    test(`two at the end: ${entry}`, () => assert.deepEqual(rules([LEE, entry]), ['citation-terminal-period']));
  }
  test('the full stop of another script is one', () =>
    assert.deepEqual(rules(['王明，“道路，”人民日報，2015年5月4日。']), []));
  test('an ellipsis is none', () => assert.deepEqual(rules([LEE, 'Lee, “Roads...”']), []));
});

describe('the comma or full stop that ends a title', () => {
  const offered = (citation: string) =>
    read([citation])
      .findings.filter(({ rule }) => rule === 'citation-quotes')
      .map(({ fixes }) => fixes[0]?.edits.map(({ text }) => text).join() ?? 'no fix');
  const OUTSIDE: Readonly<Record<string, string>> = {
    'Kim Lee, “Roads”, Times, May 4, 2015.': ',”',
    'Kim Lee, "Roads", Times, May 4, 2015.': ',"',
    'Kim Lee, “Roads of War”.': '.”',
    'Kim Lee, “Roads of War”; Jane Roe, “Ports”.': '.”',
    // A quotation at its end takes the comma in as well.
    'Kim Lee, “Roads of ‘War’”, Times, May 4, 2015.': 'no fix',
  };
  for (const [citation, due] of Object.entries(OUTSIDE))
    test(`is outside: ${citation}`, () => assert.deepEqual(offered(citation), [due]));
  for (const citation of [
    LEE,
    'Kim Lee, “Whose Roads?” Times, May 4, 2015.',
    'Kim Lee, “Whose Roads?”, Times, May 4, 2015.',
    'Kim Lee, “Roads” (London: Hurst, 2015).',
  ])
    test(`is not: ${citation}`, () => assert.deepEqual(offered(citation), []));
});

describe('a space before a marker that belongs behind it', () => {
  const NOTATIONS: Readonly<Record<string, readonly [marker: (label: number) => string, list: string]>> = {
    bracket: [(label) => `[${label}]`, `[1] ${LEE}\n\n[2] ${ROE}\n`],
    caret: [(label) => `^${label}^`, `[1] ${LEE}\n\n[2] ${ROE}\n`],
    sup: [(label) => `<sup>${label}</sup>`, `[1] ${LEE}\n\n[2] ${ROE}\n`],
    unicode: [(label) => '¹²'.charAt(label - 1), `[1] ${LEE}\n\n[2] ${ROE}\n`],
    footnote: [(label) => `[^${label}]`, `[^1]: ${LEE}\n\n[^2]: ${ROE}\n`],
  };
  for (const [notation, [marker, list]] of Object.entries(NOTATIONS)) {
    const [one, two] = [marker(1), marker(2)];
    const FIXED: Readonly<Record<string, string>> = {
      [`He said, “It is over.” ${one}He fled. ${two}They stayed.`]: `He said, “It is over.”${one} He fled.${two} They stayed.`,
      [`It was over. ${one}“We fled,” he said. ${two}(They stayed.)`]: `It was over.${one} “We fled,” he said.${two} (They stayed.)`,
      [`It was over ${one}.He fled ${two}and hid.`]: `It was over.${one} He fled${two} and hid.`,
      [`It was over. ${one}\nHe fled. ${two} They stayed.`]: `It was over.${one}\nHe fled.${two} They stayed.`,
    };
    for (const [body, due] of Object.entries(FIXED)) {
      test(`${notation}: ${JSON.stringify(body)}`, () => {
        const draft = (text: string) => `${text}\n\n## Citations\n\n${list}`;
        const { text } = applyFixes(draft(body), (value) => analyse(value, { today: '2026-06-15' }));
        assert.equal(text, draft(due));
      });
    }
  }
});

describe('pages that are numbered by chapter', () => {
  for (const pages of ['pp. 1-12–1-14', 'pp. 3-5–3-7', 'pp. 3-5 – 3-7', 'pp. 3-5-3-7', 'pp. 3-5—3-7', 'p. A-3']) {
    test(`are no ranges: ${pages}`, () => {
      assert.deepEqual(rules([`Kim Lee, “Roads,” Review 3:2 (2015): ${pages}.`]), []);
      assert.deepEqual(rules([LEE, `Lee, ${pages}.`]), []);
    });
  }
  test('are told from ranges in a list', () =>
    assert.deepEqual(rules(['Kim Lee, “Roads,” Review 3:2 (2015): pp. 3-5, 7-9.']), [
      'citation-page-range',
      'citation-page-range',
    ]));
});

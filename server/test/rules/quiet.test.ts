import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyse } from '../../src/analysis.ts';

/** A draft with the body given, and with these citations. */
const draft = (body: string, citations: readonly string[]) =>
  `${body}\n\n## Citations\n\n${citations.map((citation, index) => `[${index + 1}] ${citation}`).join('\n\n')}\n`;
const found = (body: string, citations: readonly string[]) =>
  analyse(draft(body, citations), { today: '2026-06-15' }).findings.map(({ rule }) => rule);

const LEE = 'Kim Lee, “Roads,” Times, May 4, 2015.';
const ROE = 'Jane Roe, “Ports,” Post, May 5, 2015.';
const DOE = 'Pat Doe, “Fields,” Post, May 6, 2015.';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `A claim.[${index + 1}]`).join(' ');

describe('what is in order is not reported', () => {
  const table: readonly (readonly [name: string, body: string, citations: readonly string[]])[] = [
    ['callouts joined by commas', 'A claim.[1],[2] The end.[3]', [LEE, ROE, DOE]],
    ['callouts joined by commas at the end of lines', 'A claim.[1],\n[2], \r\n[3]', [LEE, ROE, DOE]],
    ['numbers that are words of their sentences', 'For this, see [1]. As in [2], it left (see [3]).', [LEE, ROE, DOE]],
    [
      'captions that are values',
      '{{< figure src="a.png" caption="A map.[1]" >}} {% map title="A map[2]" %}',
      [LEE, ROE],
    ],
    ['names of accounts', 'So said [@lee_2014](https://x.com/lee_2014), [@lee], and lee@a2014.org.[1]', [LEE]],
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
    [
      'an author whose first name tells him from another',
      numbered(7),
      [
        'Ismail Khan, “Gates,” Dawn, May 3, 2021.',
        'Tahir Khan, “Walls,” Dawn, May 4, 2021.',
        LEE,
        ROE,
        'Lee.',
        'Roe.',
        'Ismail Khan.',
      ],
    ],
    [
      'an institution abroad that wrote twice',
      numbered(7),
      [
        'Ministerio de Defensa Nacional, “Logros,” May 2021.',
        'Ministerio de Defensa Nacional, “Grupos,” May 2023.',
        LEE,
        ROE,
        'Lee.',
        'Roe.',
        'Ministerio de Defensa Nacional, “Grupos.”',
      ],
    ],
    [
      'page numbers that could be years',
      'In 2015 it was so.[1] In 2013 too.[2] And in 2014.[3]',
      [
        'Kim Lee, “Roads,” Review 40:15 (2015): p. 1914.',
        'Jane Roe, “Ports,” Review 40:15 (2014): pp. 1536–1549.',
        'Pat Doe, “Fields,” Review 103, no. 3 (2014): 1914–1918.',
      ],
    ],
    ['honours after a name', numbered(2), ['Kim Lee KC, The Roads (London: Hurst, 2010), p. 5.', 'Lee, p. 6.']],
    ['honours after a comma', numbered(2), ['Kim Lee, QC, “Roads,” Times, May 4, 2015.', 'Lee, p. 6.']],
    ['an author and others', numbered(2), ['Kim Lee and others, “Roads,” Times, May 4, 2015.', 'Lee.']],
    [
      'who brought a case in the name of the Crown',
      numbered(2),
      ['R (Begum) v Special Immigration Appeals Commission [2021] UKSC 7.', 'Begum, para. 12.'],
    ],
    ['a calibre at the end of a line', 'A .303\nrifle.<sup>1</sup> A road.<sup>2</sup>', [LEE, ROE]],
    ['a work to come', numbered(1), ['Kim Lee, “Roads,” Survival (forthcoming, 2099).']],
    ['a time in a recording', numbered(1), ['Kim Lee, “Roads,” The Road Podcast, at 12:44, 2016.']],
    ['a minute of a recording', numbered(1), ['Kim Lee, “Roads,” The Road Podcast, minute 12:44, 2016.']],
    ['a stretch of a recording', numbered(1), ['Kim Lee, “Roads,” The Road Podcast, 12:44–13:10, 2016.']],
    ['a time in a long recording', numbered(1), ['Kim Lee, “Roads,” The Road Podcast, at 1:12:44, 2016.']],
    ['an identifier with pages in it', numbered(1), ['Kim Lee, “Roads,” Times 8:3 (2015), doi:10.1000/pp.3-4.']],
  ];
  for (const [name, body, citations] of table) test(name, () => assert.deepEqual(found(body, citations), []));
});

test('entries in brackets in a Markdown list, whose lines are wrapped before a year, are no slips', () => {
  const text = draft(numbered(3), ['Kim Lee, “Roads,” Times, May 4,\n2015.', ROE, DOE]).replace(/^\[/gm, '- [');
  assert.deepEqual(analyse(text).findings, []);
});

test('entries in brackets around one in a list of another number are no slips', () => {
  const text = draft(numbered(4), [LEE, ROE, DOE, 'Lee.']).replace('[2] Jane', '1. [2] Jane');
  assert.deepEqual(analyse(text).findings, []);
});

test('full stops that open a line are no second one of the citation above', () => {
  const text = draft(numbered(3), [LEE, ROE, DOE]).replace('[2] Jane', '..[2] Jane');
  const { findings, draft: read } = analyse(text);
  assert.equal(read.citations.length, 3);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['citation-order'],
  );
});

describe('a claim about what is to come', () => {
  const SOURCE = ['Kim Lee, “Roads,” Times, May 4, 2015.'];
  for (const claim of [
    'By 2026, U.S. officials expect the army to leave.',
    'The army was expected to leave by the end of 2017.',
    'The army will leave by mid-2017.',
    'The 2017 deadline passed.',
    'The plan missed its 2017 targets.',
    'The 2017 elections planned for the north were off.',
    'The elections scheduled for 2017 were off.',
    'The elections scheduled for May 2017 were off.',
    'The elections set for September 12, 2017, were off.',
    'The elections were due in 2017.',
    'The elections were due in early 2017.',
    'The elections, postponed to March 2017, were off.',
    'The elections were delayed until May 2017.',
    'The elections were put off to 2017.',
    'The mandate was extended to September 2017.',
    'The elections, postponed to October, and again to March 2017, were off.',
    'The elections were postponed first to October and then to March 2017.',
    'The elections were moved from May to late 2017.',
    'The trial was pushed back to May 4, 2017.',
    'The vote, brought forward to 2017, was off.',
    'The vote, rescheduled for May 2017, was off.',
    'He will be released in 2017.',
    'The army was expected to leave in May 2017.',
    'The army is set to leave the north on June 4, 2017.',
    'The group hopes to win the elections in the north in 2017.',
    'The army planned to leave in 2017.',
    'A ceasefire is to hold until at least May 2017.',
    'A target date of 2017 was set, or even a deadline of late 2017.',
    'The treaty expires in 2017.',
    'They met ahead of the 2018 World Cup.',
    'The 2018 Winter Olympics were a target.',
    'The Strategy for 2015–2019 was adopted.',
    'The Strategy for 2015-2019 was adopted.',
    'The mandate ran through 2017.',
  ])
    test(claim, () => assert.deepEqual(found(`${claim}[1]`, SOURCE), []));
  for (const claim of [
    'The attack of 2017 killed two.',
    'By 2017, the group had split.',
    'Others planned to leave. By 2017, the group had split.',
    'The 2017 elections were won by the north.',
    'The Strategy for 2016–2019 was adopted.',
    'In 2017, the army planned to leave.',
    'The group, which would split in 2017, was small.',
    'It was to split in 2017.',
    'It went to war in 2017.',
    'They came to the north in 2017.',
    'Nobody will say so. The group split in 2017.',
    'It expects to win, as it did in the north and in the east and in the west in 2017.',
    'The army set up a camp in 2017.',
    'The war extended in 2017 to the north.',
    'The army left, due in part to 2017 losses.',
    'Elections were postponed in 2017.',
    'Elections were postponed. The group turned to 2017 as its year.',
    'It moved its base to the north in May 2017.',
  ])
    test(`no plan: ${claim}`, () => assert.deepEqual(found(`${claim}[1]`, SOURCE), ['source-predates-claim']));
});

const PAGE = 'How to\n\ncite\n\nthis\n\npage.';

describe('a list that is still to come is not reported where no marker is', () => {
  for (const rest of [
    '',
    'To be listed',
    'To come.\nAsk Ann.',
    '<!-- to come -->',
    '---',
    '\u200b',
    '## About\n\nMore.',
    PAGE,
    '```bibtex\n@book{lee}\n```',
  ])
    test(JSON.stringify(rest), () => assert.deepEqual(analyse(`A claim.\n\n## Citations\n\n${rest}\n`).findings, []));
});

describe('a list that cannot be read is one finding', () => {
  const rows = Array.from({ length: 9 }, (_, index) => [
    `${index + 1}`,
    `Kim Lee, “Part ${index},” Times, May 4, 2015.`,
  ]);
  const lists: Readonly<Record<string, string>> = {
    'in indented code': rows.map(([label, text]) => `\t[${label}] ${text}`).join('\n\n'),
    'in fenced code': `\`\`\`\n${rows.map(([label, text]) => `[${label}] ${text}`).join('\n')}\n\`\`\``,
    'in a table': `| n | source |\n|---|---|\n${rows.map(([label, text]) => `| ${label} | ${text} |`).join('\n')}`,
    'in HTML': `<ol>\n${rows.map(([, text]) => `<li>${text}</li>`).join('\n')}\n</ol>`,
    'without numbers': rows.map(([, text]) => text).join('\n\n'),
    'with other labels': rows.map(([label, text]) => `No. ${label} ${text}`).join('\n'),
  };
  for (const [name, list] of Object.entries(lists)) {
    for (const body of name === 'in indented code' ? [numbered(9), '\tA claim.[1]'] : [numbered(9)])
      test(`${name}, below ${body}`, () => {
        const { findings } = analyse(`${body}\n\n## Citations\n\n${list}\n`);
        assert.deepEqual(
          findings.map(({ rule }) => rule),
          ['citations-missing'],
        );
      });
  }
});

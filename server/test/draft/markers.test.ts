import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';

const read = (text: string) => readDraft(readProse(text));
/** The markers of a text, each between the text around it. */
const shown = (text: string) =>
  read(text).markers.map(
    ({ label, start, end }) =>
      `${label}: ${text.slice(start - 3, start)}|${text.slice(start, end)}|${text.slice(end, end + 3)}`,
  );
const labels = (text: string) => read(text).markers.map(({ label }) => label);

/** A draft around `sentence`, whose markers start at `first` and stop at `last`. */
const around = (sentence: string, first: number, last: number, notes = '') => {
  const numbers = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const before = numbers(1, first - 1)
    .map((number) => `The claim was made again.${number} `)
    .join('');
  const after = numbers(last + 1, last + 3)
    .map((number) => ` Another claim was made.${number}`)
    .join('');
  const entries = numbers(1, last + 3)
    .map((number) => `[${number}] Jo Day, “Title ${number},” Outlet, May 3, 2016.`)
    .join('\n\n');
  return `${before}${sentence}${after}\n\n${notes && `Substantive Notes\n${notes}\n\n`}Citations\n${entries}\n`;
};
const inSentence = (sentence: string, first: number, last: number, notes?: string) => {
  const text = around(sentence, first, last, notes);
  const start = text.indexOf(sentence);
  return read(text)
    .markers.filter((marker) => marker.start >= start && marker.end <= start + sentence.length)
    .map(({ label }) => label);
};

describe('notations', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['bracket', 'One.[1] Two.[2][a]', ['1: ne.|[1]| Tw', '2: wo.|[2]|[a]', 'a: [2]|[a]|']],
    ['bracket, escaped', 'One.\\[1\\] Two.', ['1: ne.|\\[1\\]| Tw']],
    ['bracket, with blanks', 'One.[ 1 ] Two.[2\u00a0]', ['1: ne.|[ 1 ]| Tw', '2: wo.|[2\u00a0]|']],
    ['bracket, with what takes no room', 'One.[\u200f1\u200f] Two', ['1: ne.|[\u200f1\u200f]| Tw']],
    ['bracket, full width', 'One.［1］ Two.【2】［a］', ['1: ne.|［1］| Tw', '2: wo.|【2】|［a］', 'a: 【2】|［a］|']],
    ['list with blanks', 'One.[ 3, 7 ] Two', ['3: .[ |3|, 7', '7: 3, |7| ] ']],
    ['caret', 'One.^1^ Two', ['1: ne.|^1^| Tw']],
    ['sup', 'One.<sup>1</sup> Two', ['1: ne.|<sup>1</sup>| Tw']],
    ['sup around brackets', 'One.<sup>[1]</sup> Two', ['1: ne.|<sup>[1]</sup>| Tw']],
    ['unicode', 'One.¹² Two.ᵃ', ['12: ne.|¹²| Tw', 'a: wo.|ᵃ|']],
    ['footnote', 'One.[^1] Two\n\n[^1]: Osman.', ['1: ne.|[^1]| Tw']],
    ['glued', 'One.1 Two', ['1: ne.|1| Tw']],
    ['lists', 'One.[3, 7] Two', ['3: e.[|3|, 7', '7: 3, |7|] T']],
    ['ranges', 'One.[4–6] Two', ['4: e.[|4|–6]', '5: .[4|–|6] ', '6: [4–|6|] T']],
    ['lists of carets', 'One.^3,7^ Two', ['3: e.^|3|,7^', '7: ^3,|7|^ T']],
    ['caret, escaped', 'One.\\^1\\^ Two', ['1: ne.|\\^1\\^| Tw']],
    ['sup around a link', 'One.<sup><a href="#1">1</a></sup> Two', ['1: ne.|<sup><a href="#1">1</a></sup>| Tw']],
    ['sup around a linked bracket', 'One.<sup>[\\[1\\]](#_1)</sup> Two', ['1: ne.|<sup>[\\[1\\]](#_1)</sup>| Tw']],
    [
      'sup around a number and a letter',
      'One.<sup>1b</sup> Two.<sup>2 c</sup>',
      ['1: up>|1|b</', 'b: p>1|b|</s', '2: up>|2| c<', 'c: >2 |c|</s'],
    ],
    [
      'caret around a number and a letter',
      'One.^1b^ Two.^2\\ c^',
      ['1: e.^|1|b^ ', 'b: .^1|b|^ T', '2: o.^|2|\\ c', 'c: 2\\ |c|^'],
    ],
    [
      'caret in TeX',
      `One.$^{1}$ Two.$^2$ Three.\${ }^{3,4}$`,
      ['1: ne.|$^{1}$| Tw', '2: wo.|$^2$| Th', '3: }^{|3|,4}', '4: {3,|4|}$'],
    ],
    ['sup in capitals', 'One.<SUP>1</SUP> Two', ['1: ne.|<SUP>1</SUP>| Tw']],
    ['sup around emphasis', 'One.<sup>**1**</sup> Two', ['1: ne.|<sup>**1**</sup>| Tw']],
    ['sup around parentheses', 'One.<sup>(1)</sup> Two', ['1: ne.|<sup>(1)</sup>| Tw']],
    ['caret around emphasis', 'One.^**1**^ Two', ['1: ne.|^**1**^| Tw']],
    ['caret around a link', 'One.^[1](#_1)^ Two', ['1: ne.|^[1](#_1)^| Tw']],
    ['caret around brackets', 'One.^\\[1\\]^ Two', ['1: ne.|^\\[1\\]^| Tw']],
    ['caret behind a footnote', 'One.[^1]^2^ Two', ['1: ne.|[^1]|^2^', '2: ^1]|^2^| Tw']],
    ['caret around a space or comma too', 'One.^1\\ ^Two^2,^ three', ['1: ne.|^1\\ ^|Two', '2: Two|^2,^| th']],
    ['lists of carets as Pandoc writes them', 'One.^1,\\ 2^ Two', ['1: e.^|1|,\\ ', '2: ,\\ |2|^ T']],
    [
      'ranges as Pandoc writes them',
      'One.\\[1--2\\] Two.^3--4^',
      ['1: .\\[|1|--2', '2: 1--|2|\\] ', '3: o.^|3|--4', '4: 3--|4|^'],
    ],
    ['links pasted from the web', 'One.[\\[1\\]](https://a.org#_1) Two', ['1: e.[|\\[1\\]|](h']],
  ];
  for (const [name, text, expected] of table) test(name, () => assert.deepEqual(shown(text), expected));

  test('a list without blanks is read once, though the marker of another citation is missing', () => {
    const entries = [1, 2, 3, 4, 5].map((number) => `[${number}] Jo Day, “Title ${number},” Outlet, May 3, 2016.`);
    for (const [open, close] of [
      ['[', ']'],
      ['^', '^'],
      ['<sup>', '</sup>'],
    ])
      for (const separator of [',', ', ', ';'])
        for (const [first, second] of [
          ['12', '34'],
          ['12', '45'],
          ['12', '13'],
        ]) {
          const [one, two] = [first, second].map((list) => `${open}${[...(list ?? '')].join(separator)}${close}`);
          const text = `It split.${one} It grew.${two} It fell.\n\n## Citations\n\n${entries.join('\n\n')}\n`;
          assert.deepEqual(labels(text), [...`${first}${second}`], text);
        }
  });
});

describe('glued numbers', () => {
  const table: readonly (readonly [string, readonly string[], number, number])[] = [
    ['It fell (in Gao).3 In that year they left.', ['3'], 3, 3],
    ['He defected to ISK7 and was gone. ISK denied it.', ['7'], 7, 7],
    ['Fighters of ISIS6 came and were gone.', ['6'], 6, 6],
    ['They fired an RPG6 from the roof.6 Then they left.', ['6'], 6, 6],
    ['They called it the “field of battle.”10 Leaflets said so.', ['10'], 10, 10],
    ['They were “mere nationalists”12 while others were not.', ['12'], 12, 12],
    ['It held even post-2001.17 A report said so.', ['17'], 17, 17],
    ['The council (or Emirate),30 its head said, was new.', ['30'], 30, 30],
    ['Announced in February 2016,42 the branch was small.', ['42'], 42, 42],
    ['It pledged to Mullah Omar49 and left for the hills.', ['49'], 49, 49],
    ['Signs of it were seen in 2014.53 In a statement it said so.', ['53'], 53, 53],
    ['The sum rose to 2,122.75 Most of it, some 70.2%, was claimed.', ['75'], 75, 75],
    ['It stood at some 1,490.76 From there, it moved.', ['76'], 76, 76],
    ['It was (as many said).3The group left for Gao.', ['3'], 3, 3],
    ['They had T-72s3 and F16s,4 and AK-47s5 too, said the G7.', ['3', '4', '5'], 3, 5],
    ['In the F16 and with AK-47s, COVID-19 and 9/11 behind, the G7 met.5 It ended.', ['5'], 5, 5],
    ['A report (RL32223) of journal 11:1 (2018), p. 12, had 70.2% and 1,490 and 10 fighters.6 Then', ['6'], 6, 6],
    ['There are two camps: a) those who left, and b) those who did not.4 It ended.', ['4'], 4, 4],
    ['The men of the Shi`a6 leader gave bay`a to him.', ['6'], 6, 6],
    ['It was ISIL’s6 province by then.', ['6'], 6, 6],
    ['It came in 2014.**6** Then it left.', ['6'], 6, 6],
    ['It came in 2014.<a href="#6">6</a> Then it left, with <b>Release 2.7</b> The end.', ['6'], 6, 6],
    ['It came in 2017;6 then it left.', ['6'], 6, 6],
    ['And it came again…6 Then it left.', ['6'], 6, 6],
    ['It began in 20157 and went on. The rest is known.', ['7'], 7, 7],
    ['They write at www.example.org.6 It is read by few.', ['6'], 6, 6],
    ['They write at https://example.org,6 which few read.', ['6'], 6, 6],
    ['They write at https://example.org/news/a.html.16 It is read by few.', ['16'], 16, 16],
    ['It lay at https://example.org/v1.6 and at http://10.0.0.6 until then.6 It ended.', ['6'], 6, 6],
    ['It came in 2014.\u200b6 Then it left for Gao\u20607 and the hills.', ['6', '7'], 6, 7],
    ['They had COVID\u00ad19 and the T\u00ad72.6 Then it left.', ['6'], 6, 6],
    ['Nothing is marked here in 2014. The 12 men of 5.5 million left at 7.30.', [], 8, 7],
  ];
  for (const [sentence, expected, first, last] of table)
    test(sentence, () => assert.deepEqual(inSentence(sentence, first, last), expected));
});

describe('glued letters', () => {
  const a = '[a] The province includes two countries.';
  const table: readonly (readonly [string, readonly string[], string])[] = [
    ['In the Khorasan Province,a including the valleys, it held.', ['a'], a],
    ['These are the LeT, the JuD and the TTP.a The data were few.', ['a'], a],
    ['It was seen in 2014-2017.a', ['a'], a],
    ['Its jihadia message was new. That jihadi message spread.', ['a'], '[a] A jihadi is a fighter.'],
    ['The schools of Deobandia groups were closed.', ['a'], '[a] Deobandi is a movement.'],
    ['In its dawlaha—an order of sorts—it ruled.', ['a'], '[a] Dawlah means state.'],
    ['It moved on to Libyaa and stayed.', ['a'], '[a] It is split in three.'],
    ['It was (as many said).2 a\n\nThen it ended.', ['2', 'a'], a],
    ['It was about Islam.2 aIt was not.', ['2', 'a'], a],
    ['It was about Islam.2\naIt was not.', ['2', 'a'], a],
    ['It was so.2 a group said, in the U.S. and e.g. at 9 a.m., that it’s a trap.', ['2'], a],
    ['The takfiria message was new. That takfiri message spread.', ['a'], a],
    ['It was the UNRWAa that left.', ['a'], a],
    ['It was the U.N.a that left.', ['a'], a],
    ['It was the Taliban’sa road.', ['a'], a],
    ['Jabhat al-Nusraa fell.', ['a'], a],
    ['It used a new area and an idea, though.', [], a],
    ['He said, “[i]t is [h]e, [s]o [T]o.” It was [th]e (w)e. It ended.a', ['a'], a],
    ['The Union (AU)a left.', ['a'], a],
    ['“The [EU]a left,” he said.', ['a'], a],
    ['“They [all]a left,” he said.', ['a'], a],
  ];
  for (const [sentence, expected, notes] of table) {
    const last = expected.includes('2') ? 2 : 1;
    test(sentence, () => assert.deepEqual(inSentence(sentence, 2, last, notes), expected));
  }
});

describe('callouts that are none', () => {
  const table: readonly (readonly [string, string])[] = [
    ['names of footnotes', 'One.[^fn1] Two.[^note2] Three.[^lee2014]\n\n[^fn1]: Lee.'],
    ['formulas and sums', 'It is $x^2$ and $y^{3}$, 10$^{6}$ in all, for $5^ or $6.'],
    ['boxes to tick', '- [ ] One.\n- [ x ] Two.\n- [x] Three.'],
    ['editorial insertions', '“[a] new group [he] said [t]he attack[s] were [sic] ours.”'],
    ['years in brackets', 'They left in [2015] again.'],
    ['exponents and units', 'Some 10^6^ people on 3 km² of land, on the 5<sup>th</sup>, <sup>3rd</sup> and 6ᵗʰ day.'],
    ['powers', 'It takes x^n^ or 2<sup>n</sup> or yᵐ men.'],
    ['code, addresses, comments', 'See `a[1]` and https://a.org/x.1 <!-- one.[2] -->'],
    ['code blocks', 'See\n\n    map[1]\n\n```\n[2]\n```'],
  ];
  for (const [name, text] of table) test(name, () => assert.deepEqual(labels(text), []));
});

test('a letter in brackets after a word is a marker where it is the next in its series, and makes no other word', () => {
  const notes = '\n\n## Substantive Notes\n\n[a] One.\n\n[b] Two.';
  assert.deepEqual(labels(`The network[a] grew, its rival[b] fled, the rest[c] stayed.${notes}`), ['a', 'b', 'c']);
  assert.deepEqual(labels(`The plan[s] of the network[a] grew[f] and it decide[d] so.[b]${notes}`), ['a', 'b']);
});

test('letters go on after z', () => {
  const markers = [...'abcdefghijklmnopqrstuvwxyz', 'aa', 'ab'].map((label) => `Claim.[${label}]`).join(' ');
  const notes = [...'abcdefghijklmnopqrstuvwxyz', 'aa', 'ab'].map((label) => `[${label}] Note.`).join('\n');
  const draft = read(`${markers}\n\nSubstantive Notes\n${notes}`);
  assert.deepEqual(
    draft.markers.map(({ ordinal }) => ordinal),
    Array.from({ length: 28 }, (_, index) => index + 1),
  );
  assert.deepEqual(draft.markers.at(-1)?.entry, draft.notes.at(-1));
});

describe('misplaced glued markers are still read', () => {
  const entries = '\n\nCitations\n[1] A.\n[2] B.\n[3] C.\n[4] D.\n[5] E.';
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['swapped', 'One.1 Two.2 Four.4 Three.3 Five.5 End', ['1', '2', '4', '3', '5']],
    ['misnumbered', 'One.1 Two.2 Three.33 Four.4 Five.5 End', ['1', '2', '33', '4', '5']],
    ['deleted', 'One.1 Two.2 Three. Four.4 Five.5 End', ['1', '2', '4', '5']],
    ['one too many', 'One.1 Two.2 Three.3 Four.4 Five.5 Six.9 End', ['1', '2', '3', '4', '5', '9']],
    ['doubled', 'One.1 Two.2 Three.3 Four.3 Four.4 Five.5 End', ['1', '2', '3', '3', '4', '5']],
    ['after a space', 'One.1 Two. 2 Three.3 In all.4 5 men fled.5 End', ['1', '2', '3', '4', '5']],
    [
      'no number of men',
      'One.1 Two.2 It ended. 3 Men fled.3 It was. 12 Taliban fled.4 Five.5',
      ['1', '2', '3', '4', '5'],
    ],
  ];
  for (const [name, text, expected] of table) test(name, () => assert.deepEqual(labels(text + entries), expected));
});

describe('a number that is a link out of the draft is a marker only of what is listed', () => {
  const list = '\n\n## Citations\n\n[1] Osman.\n\n[2] Lee.\n';
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['One.[1] In issue [9](https://a.org/x) and [11](https://b.org). Two.[2]', ['1', '2']],
    ['One.[1] In issue [9][it]. Two.[2]\n\n[it]: https://a.org', ['1', '2']],
    ['One.[1](https://a.org/x) Two.[2](https://a.org/y)', ['1', '2']],
    ['One.[1](#_1) Two.[2](#_2) Three.[3](#_3)', ['1', '2', '3']],
    ['One.[1](https://a.org#_1) Two.[2](https://a.org#_2) Three.[3](https://a.org#_3)', ['1', '2', '3']],
    ['One.[1] Two.[2] Three.<a href="https://a.org">[3]</a>', ['1', '2', '3']],
  ];
  for (const [text, expected] of table) test(text, () => assert.deepEqual(labels(text + list), expected));
  test('in a note', () => {
    const note = '\n\n## Substantive Notes\n\n[a] See part [9](https://a.org/x).[2]';
    assert.deepEqual(labels(`One.[1][a]${note}${list}`), ['1', 'a', '2']);
  });
  test('where nothing is listed', () => assert.deepEqual(labels('One.[1](https://a.org) Two.'), ['1']));
});

test('a glued marker in a draft of brackets is read where a number is missing', () => {
  const draft = read('One.[1] Two.2 Three.[3] In 2014.5 million\n\nCitations\n[1] A.\n[2] B.\n[3] C.');
  assert.deepEqual(
    draft.markers.map(({ label, notation }) => label + notation),
    ['1bracket', '2glued', '3bracket'],
  );
});

describe('the navigation of a web page above the article has no markers', () => {
  const list = '## Citations\n\n[1] Osman.\n\n[2] Lee.\n\n[3] Roe.\n';
  const labels = (text: string) => readDraft(readProse(text)).markers.map(({ label }) => label);
  const navigations = [
    '[1] Home\n[2] About',
    '[1] Home\n\n[2] About Us\n\n[3] Contact',
    '- [1] Home\n- [2] About',
    '[1] Home [2] About [3] Contact',
    'The Center\n\n[1] Home\n[2] About',
  ];
  for (const navigation of navigations) {
    for (const body of ['It split.[1] It grew.[2] It left.[3]', 'It split.1 It grew.2 It left.3']) {
      test(`${JSON.stringify(navigation)} above ${body}`, () =>
        assert.deepEqual(labels(`${navigation}\n\n# Rivals\n\n${body}\n\n${list}`), ['1', '2', '3']));
    }
  }
  test('but markers that stand first in their lines are some', () =>
    assert.deepEqual(labels(`[1] It split\n\n[2] It grew\n\nIt left.[3]\n\n${list}`), ['1', '2', '3']));
});

describe('markers inside notes', () => {
  const draft = (note: string) =>
    `One.[1][a] Two.[3]\n\n## Substantive Notes\n\n[a] ${note}\n\n## Citations\n\n` +
    [1, 2, 3].map((number) => `[${number}] Ann Lee, “Part ${number},” Post, May ${number}, 2020.`).join('\n\n');
  const calls = (note: string) =>
    read(draft(note)).markers.flatMap(({ label, note, entry }) =>
      note ? [`${label} ${note.label} ${entry?.label}`] : [],
    );

  const table: readonly (readonly [string, readonly string[]])[] = [
    ['They deny it.[2]', ['2 a 2']],
    ['They deny it.[^2] All do.', ['2 a 2']],
    ['They deny it.^2^', ['2 a 2']],
    ['They deny it.<sup>2</sup>', ['2 a 2']],
    ['They deny it.²', ['2 a 2']],
    ['They deny it.[1][3]', ['1 a 1', '3 a 3']],
    ['They deny it.[1–3]', ['1 a 1', '2 a 2', '3 a 3']],
    ['They deny it.[9]', ['9 a undefined']],
    ['They deny it.2 All do.', ['2 a 2']],
    ['They “deny it.”2', ['2 a 2']],
    ['They denied it in 2014.2 Then all did.', ['2 a 2']],
    ['They denied it in 2014,2 and all did.', ['2 a 2']],
    ['They deny it.\n\nAll do.[2]', ['2 a 2']],
    ['They deny it:\n\n> All do.[2]\n\n- One does.[1]\n- Another does.[3]', ['2 a 2', '1 a 1', '3 a 3']],
    ['They wrote: “[2] brothers stayed.”', []],
    // The body calls these, and a word is likelier than another call.
    ['They deny it.1 All do.3', []],
    ['They deny it.2 All do.2', ['2 a 2']],
    ['It was “about [2] men” in [2016], 2 km away, at 2:11.', []],
    ['They deny it.[b] See [a].', []],
  ];
  for (const [note, expected] of table) test(note, () => assert.deepEqual(calls(note), expected));

  test('in a note that is a footnote', () => {
    const text = 'One.[^1][^a] Two.[^3]\n\n[^a]: They deny it.[^2]\n\n[^1]: Lee.\n[^2]: Roe.\n[^3]: Day.\n';
    assert.deepEqual(
      read(text).markers.map(({ label, note }) => label + (note?.label ?? '')),
      ['1', 'a', '3', '2a'],
    );
  });
});

describe('footnotes numbered from 1 on beside a list that is are remarks', () => {
  const LIST = '\n\n## Citations\n\n[1] Lee.\n\n[2] Roe.\n\n[3] Day.\n';
  const writes: readonly ((label: string) => string)[] = [
    (label) => `[${label}]`,
    (label) => `^${label}^`,
    (label) => `<sup>${label}</sup>`,
    (label) => label,
  ];
  for (const write of writes) {
    for (const place of ['behind the list', 'in the text']) {
      test(`markers as ${write('1')}, footnotes ${place}`, () => {
        const footnotes = `\n\n[^1]: They deny it.${write('3')} See [^2].\n\n[^2]: All do.`;
        const body = `One.${write('1')} Two.[^1] Three.[^2]${place === 'in the text' ? footnotes : ''}\n\nFour.${write('2')}`;
        const draft = read(`${body}${LIST}${place === 'in the text' ? '' : footnotes}`);
        assert.deepEqual(
          draft.markers.map(({ label, note, entry }) => `${label} ${entry?.form} ${note?.form}`).sort(),
          ['1 text undefined', '2 text undefined', '3 text footnote'],
        );
        assert.deepEqual(
          [draft.citations, draft.remarks].map((entries) => entries.map(({ label }) => label)),
          [
            ['1', '2', '3'],
            ['1', '2'],
          ],
        );
      });
    }
  }
  test('but those that go on with its numbers are citations, and lettered ones notes', () => {
    const draft = read(`One.[1] Two.[2] Three.[3] Four.[^4] Five.[^a]${LIST}\n[^4]: Fox.\n\n[^a]: All do.\n`);
    assert.deepEqual(
      draft.markers.map(({ label, entry }) => label + entry?.form),
      ['1text', '2text', '3text', '4footnote', 'afootnote'],
    );
    assert.deepEqual(draft.remarks, []);
  });
});

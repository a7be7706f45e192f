import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyse } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { applyFixes } from '../../src/edits/fix.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { readExample } from '../../src/rules/example.ts';
import { applyEdits, type TextEdit } from '../../src/text/edit.ts';
import type { Range } from '../../src/text/range.ts';
import { syntheticDraft, writeMarker } from '../support/synthetic.ts';

// A finding that is said to be mended by `fix` is mended by it.

const CONTEXT = { today: '2026-06-15', vocabulary: defaultVocabulary() };
const read = (text: string) => analyse(text, CONTEXT);
const safeIn = ({ findings }: Analysis) => findings.filter(({ fixes }) => fixes.some(({ safe }) => safe));

/** As many findings are gone as have safe fixes, one at times with another; and nothing is left that has one. */
function assertKept(text: string): void {
  const before = read(text);
  const after = read(applyFixes(text, read).text);
  assert.ok(before.findings.length - after.findings.length >= safeIn(before).length, text);
  assert.deepEqual(safeIn(after), [], text);
}

const ENTRIES =
  '## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.\n\n[2] Tom Roy, “A Rival,” Daily Post.\n';
const NOTATIONS = ['bracket', 'caret', 'sup', 'unicode'] as const;
const COMMENT = '<!--sentinel-citations ignore citation-url-->';

describe('a fix is not safe', () => {
  const cases: Readonly<Record<string, string>> = {
    'at the end of a block quote': `It split.[1] It grew.[2]\n\n${ENTRIES.replace('[1]', '> [1]').replace('2016.', '2016')}`,
    'inside a block quote': `It split.[1] It grew.[2]\n\n${ENTRIES.replace('[1]', '> [1]').replace('2016.', '2016,')}`,
    'for a marker inside a quotation': `It split.[1] He said “it split.^2^ It grew.”\n\n${ENTRIES}`,
    'for a comment inside a quotation': `It split.[1] He said “it ${COMMENT}grew.”[2]\n\n${ENTRIES}`,
    'for a comment that parts a word': `It sp${COMMENT}lit.[1] It grew.[2]\n\n${ENTRIES}`,
    'for a comment that fills a list item': `It split.[1] It grew.[2]\n\n- ${COMMENT}\n- They left.\n\n${ENTRIES}`,
    'for a comment that ends a block quote': `It split.[1]\n\n> It grew.\n${COMMENT}\nThey left.[2]\n\n${ENTRIES}`,
    'for a comment that hides another': `<!--sentinel-citations disable-->\n\nIt split.[1]\n\n${COMMENT}\n\nIt grew.[2]\n\n${ENTRIES}`,
    'where it would move the punctuation behind a marker in its place': `They say it split[1] [2].\n\n${ENTRIES}`,
    'where a space keeps superscript numbers apart': `It split.[1] It grew.[2] They say so.[1] ²\n\n${ENTRIES}`,
    'that writes two backticks': `The Jamaat Izalat al-Bida wa-Iqamat al-Sunna split.[1] It grew.[2]\n\n${ENTRIES}`,
    'that writes the second backtick': `Al-Quaeda split from al-Qa\`ida.[1] It grew.[2]\n\n${ENTRIES}`,
  };
  for (const [name, text] of Object.entries(cases)) {
    it(name, () => {
      const analysis = read(text);
      assert.notDeepEqual(
        analysis.findings.flatMap(({ fixes }) => fixes),
        [],
      );
      assert.deepEqual(safeIn(analysis), []);
    });
  }
});

describe('no fix is offered', () => {
  const cases: Readonly<Record<string, string>> = {
    'where superscript numbers would become one': `It split.¹ It grew.² They say so.¹^2^\n\n${ENTRIES}`,
    'where a letter without a note would be a word': `It split.[1] It grew.[2]^c^\n\n${ENTRIES}`,
    'where a number on a word would be none': `It split.1 It grew.2 It fell.3 <sup>c</sup>\n\n${ENTRIES}`,
  };
  for (const [name, text] of Object.entries(cases)) {
    it(name, () => {
      const found = read(text).findings.filter(({ rule }) => /^marker-(?:notation|placement)$/.test(rule));
      assert.ok(found.length > 0);
      assert.deepEqual(
        found.flatMap(({ fixes }) => fixes),
        [],
      );
    });
  }
});

describe('the safe fixes', () => {
  it('of the examples of the rules are made, wherever they stand', () => {
    const quoted = (text: string) => text.replace(/^/gm, '> ');
    const quotedBody = (text: string) => text.replace(/^(?!#|\[|$).*/gm, '> $&');
    const quotedEntries = (text: string) => text.replace(/^\[/gm, '> [');
    const listed = (text: string) => text.replace(/^(?!#|$)/gm, '- ');
    const inMarks = (text: string) => text.replace(/^(?!#|\[|$).*/gm, 'He said “$&”');
    for (const { draft } of RULES.flatMap((rule) => rule.examples()))
      for (const place of [String, quoted, quotedBody, quotedEntries, listed, inMarks])
        assertKept(place(readExample(draft).text));
  });

  it('of drafts with slips in markers and entries are made', () => {
    const draft = fc.record({
      seed: fc.nat(1000),
      notation: fc.constantFrom(...NOTATIONS, 'glued' as const),
      citations: fc.integer({ min: 1, max: 8 }),
      notes: fc.nat(2),
    });
    const slip = fc.record({ kind: fc.nat(1000), place: fc.nat(1000), notation: fc.constantFrom(...NOTATIONS) });
    fc.assert(
      fc.property(draft, fc.array(slip, { minLength: 1, maxLength: 8 }), (options, slips) => {
        const clean = read(syntheticDraft(options));
        const edits = slips.flatMap(({ kind, place, notation }) => {
          const { markers, citations } = clean.draft;
          const marker = markers[place % markers.length];
          const entry = citations[place % citations.length];
          const marked = (label: string) => writeMarker(notation, label);
          return [
            ...(marker ? aboutMarker(clean.text, marker.callout, marked(marker.label), marked('1')) : []),
            ...(entry ? aboutEntry(entry) : []),
          ].filter((_, index, all) => index === kind % all.length);
        });
        assertKept(applyEdits(clean.text, edits));
      }),
      { numRuns: 200 },
    );
  });
});

/** A callout written otherwise, doubled, or on the wrong side of the punctuation or of a space. */
function aboutMarker(text: string, { start, end }: Range, mark: string, twin: string): TextEdit[] {
  const stop = text.charAt(start - 1);
  const whole = { start: start - 1, end };
  return [
    { start, end, text: mark },
    { start, end, text: `${mark}${twin}` },
    { start, end, text: `${mark} ${twin}` },
    { start, end, text: ` ${mark}` },
    { ...whole, text: `${mark}${stop}` },
    { ...whole, text: ` ${mark}${stop}` },
    { ...whole, text: `${mark} ${twin}${stop}` },
  ];
}

/** What is wrong at the end of an entry, around it, or above it. */
function aboutEntry({ start, end }: Range): TextEdit[] {
  const last = { start: end - 1, end };
  return [
    { ...last, text: '' },
    { ...last, text: ',' },
    { ...last, text: '..' },
    { ...last, text: ', pp. 3-9.' },
    { start, end: start, text: '> ' },
    { start, end: start, text: '- ' },
    { start, end: start, text: `${COMMENT}\n` },
    { start, end: start, text: '<!--sentinel-citations disable marker-order-->\n\n' },
    { start, end: start, text: '<!--sentinel-citations disable-->\n\n' },
  ];
}

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../../src/draft/draft.ts';
import { readDraft } from '../../src/draft/read.ts';
import { readProse } from '../../src/markdown/read.ts';
import { isTurned } from '../../src/sources/reading/surnames-first.ts';
import { resolveSources } from '../../src/sources/resolve.ts';
import type { Reference } from '../../src/sources/source.ts';
import type { Range } from '../../src/text/range.ts';
import { singleSpaced, withoutQuoteSigns } from '../../src/text/spaces.ts';
import { anyText, hardTexts } from '../support/texts.ts';
import { assertLinear } from '../support/timing.ts';

const PARTS = ['title', 'container', 'publisher', 'place', 'date', 'pages', 'url', 'accessed', 'locator'] as const;

/** `text` as the content of one entry. */
function entryOf(text: string, ordinal = 1): Entry {
  const range = { start: 0, end: text.length };
  return {
    kind: 'citation',
    label: `${ordinal}`,
    ordinal,
    ...range,
    labelRange: { start: 0, end: 0 },
    content: range,
    form: 'text',
    slip: null,
  };
}

function saidAt(text: string, { start, end }: Range): string {
  return withoutQuoteSigns(text.slice(start, end));
}

/** `Ann Lee` for `Lee, Ann`. */
function inUsualOrder(name: string): string {
  const [family, given, suffix] = singleSpaced(name).split(/, ?/);
  return `${given} ${family}${suffix ? `, ${suffix}` : ''}`;
}

function checkReference(text: string, reference: Reference): void {
  const { content } = reference.citation;
  assert.ok(reference.start < reference.end, 'empty');
  for (const name of reference.authors)
    assert.equal(name.text, isTurned(text, name) ? inUsualOrder(saidAt(text, name)) : saidAt(text, name));
  for (const part of PARTS.map((key) => reference[key])) if (part) assert.equal(part.text, saidAt(text, part));
  for (const part of [...reference.authors, ...PARTS.map((key) => reference[key])]) {
    if (!part) continue;
    assert.ok(part.start >= content.start && part.end <= content.end && part.start < part.end);
  }
  const { form, source, problem, antecedent } = reference;
  if (form === 'full') assert.ok(source && antecedent === reference.citation && problem === null);
  else assert.ok(source ? antecedent === source.citation : problem);
}

function checkSources(text: string, citations: readonly Entry[]): void {
  const prose = readProse(text);
  const { references, sources, byCitation, commentary } = resolveSources(prose, citations);
  for (const citation of citations) {
    const own = byCitation.get(citation) ?? [];
    const words = prose.masked.slice(citation.content.start, citation.content.end);
    if (/[\p{L}\p{N}]/u.test(words)) assert.ok(own.length > 0, 'an entry with words has a reference');
    let end = citation.content.start;
    const ranges = [...own, ...(commentary.get(citation) ?? [])].sort((a, b) => a.start - b.start);
    for (const range of ranges) {
      assert.ok(range.start >= end && range.end <= citation.content.end, 'in order and disjoint');
      end = range.end;
    }
  }
  for (const reference of references) checkReference(text, reference);
  assert.deepEqual([...byCitation.values()].flat(), references);
  assert.equal(new Set(sources.map(({ id }) => id)).size, sources.length);
  for (const source of sources) assert.equal(source.reference.source, source);
}

test('any text is read as an entry', () => {
  fc.assert(
    fc.property(anyText, (text) => checkSources(text, [entryOf(text)])),
    { numRuns: 3000 },
  );
});

test('any text with citations is resolved', () => {
  const article = fc.array(anyText, { maxLength: 6 }).map((contents) => {
    return `Citations\n${contents.map((content, index) => `[${index + 1}] ${content}`).join('\n\n')}`;
  });
  fc.assert(
    fc.property(article, (text) => checkSources(text, readDraft(readProse(text)).citations)),
    { numRuns: 1000 },
  );
});

const HARD_ENTRIES: Readonly<Record<string, string>> = {
  semicolons: ';',
  'quotation marks': '“',
  'straight quotation marks': '"',
  'closing quotation marks': 'a”',
  signals: '. See also ',
  'lower-case signals': ' see A',
  parentheses: '(',
  'empty parentheses': '()',
  conjunctions: ' and ',
  initials: 'A. ',
  surnames: 'Do; ',
  'joined surnames': 'Do and Bo, ',
  'short forms': 'Do, “T.” ',
  'short forms joined': 'Do, “T” and ',
  'full references': 'Jo Do, “T,” Outlet 3:4 (2015): pp. 3–4; ',
  ibids: 'Ibid. ',
  years: '2015 ',
  'page numbers': 'pp. 1, 2, ',
  commas: ', ',
  spaces: ' ',
  'one word': 'a',
  capitals: 'A',
  digits: '1',
  addresses: 'https://a.org/b ',
  links: '[a](https://b.org) ',
  emphasis: '*a* ',
  apostrophes: '’',
  'small pieces': 'a: b; ',
  asides: '; for more on a, ',
  'pieces with a title': 'a “T”; ',
  'pieces with emphasis': '*a*; ',
  comparisons: 'compare a; ',
};

describe('an entry is read in linear time', () => {
  for (const [name, piece] of Object.entries(HARD_ENTRIES)) {
    test(name, () => {
      const make = (length: number) => `Jo Do, “${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length);
      const bare = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      for (const content of [make, bare]) {
        const proses = new Map<string, ReturnType<typeof readProse>>();
        assertLinear(
          (length) => {
            const text = content(length);
            proses.set(text, readProse(text));
            return text;
          },
          (text) => resolveSources(proses.get(text) ?? readProse(text), [entryOf(text)]),
          25_000,
        );
      }
    });
  }
});

describe('many entries are resolved in linear time', () => {
  const counted = (content: (index: number) => string) => (length: number) => {
    const lines = ['Citations'];
    for (let index = 1, size = 0; size < length; index++) {
      lines.push(`[${index}] ${content(index)}`);
      size += (lines.at(-1) as string).length + 2;
    }
    return lines.join('\n\n');
  };
  const word = (index: number) =>
    `W${index.toString(26).replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
  const makers: Readonly<Record<string, (length: number) => string>> = {
    ...hardTexts,
    'entries of different sources': counted((index) => `Jo ${word(index)}, “${word(index)} Title,” Outlet, 2015.`),
    'entries of one author': counted((index) => `Jo Do, “${word(index)} Title,” Outlet, 2015.`),
    'entries that do not resolve': counted((index) => `${word(index)}er.`),
    'names with a page alone': counted((index) =>
      index % 2 ? `Jo Do, “${word(index)} Long Title,” Outlet, 2015.` : `Al ${word(index)}er, p. 4.`,
    ),
    'titles with a page alone': counted((index) =>
      index % 2 ? `Jo Do, “${word(index)} Long Title,” Outlet, 2015.` : `“${word(index)}er Long Title,” p. 4.`,
    ),
    'initials with a page alone': counted((index) =>
      index % 2 ? `“${word(index)} Title,” Bureau of ${word(index)}, 2015.` : `${word(index).toUpperCase()}Q, p. 4.`,
    ),
    'ambiguous entries': counted((index) => (index % 2 ? `Jo Do, “${word(index)} Title,” Outlet, 2015.` : 'Do.')),
  };
  for (const [name, make] of Object.entries(makers)) {
    test(name, () => {
      const inputs = new Map<string, readonly [ReturnType<typeof readProse>, readonly Entry[]]>();
      assertLinear(
        (length) => {
          const text = make(length);
          const prose = readProse(text);
          inputs.set(text, [prose, readDraft(prose).citations]);
          return text;
        },
        (text) => resolveSources(...(inputs.get(text) ?? [readProse(text), []])),
      );
    });
  }
});

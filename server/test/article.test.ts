import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Analysis, analyse } from '../src/analysis.ts';
import type { Notation } from '../src/draft/draft.ts';
import { inNotation } from './support/convert.ts';
import { fixture } from './support/fixtures.ts';
import { needsReference, reference } from './support/reference.ts';

const NOTATIONS: readonly Notation[] = ['bracket', 'caret', 'sup', 'unicode', 'footnote', 'glued'];

interface Expected {
  readonly resolutions: Readonly<
    Record<string, readonly { form: string; antecedent: string | null; problem: string | null }[]>
  >;
  readonly defects: readonly { rule: string; file: string; line: number; column: number; text: string }[];
}
const expected = JSON.parse(fixture('article/expected.json')) as Expected;

const read = (text: string) => analyse(text, { today: '2018-12-31' });
const resolutions = ({ sources }: Analysis) => {
  const found: Record<string, { form: string; antecedent: string | null; problem: string | null }[]> = {};
  for (const { citation, form, antecedent, problem } of sources.references) {
    const references = found[citation.label] ?? [];
    found[citation.label] = [...references, { form, antecedent: antecedent?.label ?? null, problem }];
  }
  return found;
};
/** `line: rule` of each finding. */
const places = ({ text, findings }: Analysis) =>
  findings.map(({ rule, start }) => `${text.slice(0, start).split('\n').length}: ${rule}`);
const withoutBackticks = (found: readonly string[]) => found.filter((place) => !place.endsWith('ayn-code-span'));

describe('the fixture article', () => {
  for (const file of ['bracket.md', 'pasted.md']) {
    const text = fixture(`article/${file}`);
    test(`${file} resolves as written down`, () => assert.deepEqual(resolutions(read(text)), expected.resolutions));
    test(`${file} is clean but for its backticks`, () => assert.deepEqual(withoutBackticks(places(read(text))), []));
  }
  test('resolves the same in each notation', () => {
    const text = fixture('article/bracket.md');
    const { draft } = read(text);
    for (const notation of NOTATIONS) {
      assert.deepEqual(resolutions(read(inNotation(text, draft, notation))), expected.resolutions, notation);
    }
  });
  for (const file of ['defects.md', 'defects-pasted.md']) {
    test(`${file} has just the defects that were put in`, () => {
      const defects = expected.defects.filter((defect) => defect.file === file);
      const found = withoutBackticks(places(read(fixture(`article/${file}`))));
      assert.deepEqual(
        found,
        defects.sort((a, b) => a.line - b.line).map(({ rule, line }) => `${line}: ${rule}`),
      );
    });
  }
});

describe('the reference article', () => {
  const text = reference ?? '';
  /** What the citations that are not full mean: citation → citations named in full. */
  const meant: Readonly<Record<string, readonly string[]>> = {
    ...{
      5: ['4'],
      11: ['10'],
      12: ['10'],
      14: ['10', '13'],
      29: ['4'],
      30: ['20'],
      42: ['13'],
      46: ['43'],
      52: ['49'],
      58: ['49'],
    },
    ...{
      61: ['59'],
      62: ['15'],
      64: ['59'],
      65: ['59'],
      66: ['59'],
      67: ['59'],
      68: ['53'],
      69: ['53'],
      72: ['49'],
      76: ['75'],
    },
    ...{ 78: ['70'], 80: ['2', '15'], 81: ['80'], 84: ['70'], 88: ['70'], 89: ['70'] },
  };

  test('resolves every Ibid. and short form, in each notation', needsReference, () => {
    const { draft } = read(text);
    for (const notation of NOTATIONS) {
      const found = resolutions(read(inNotation(text, draft, notation)));
      for (const { label } of draft.citations) {
        const references = found[label] ?? [];
        const antecedents = references.map(({ antecedent }) => antecedent);
        assert.deepEqual(antecedents, meant[label] ?? references.map(() => label), `${notation}, citation ${label}`);
        const full = references.every(({ form }) => form === 'full');
        assert.equal(full, !(label in meant), `${notation}, citation ${label}`);
        assert.deepEqual(
          references.flatMap(({ problem }) => problem ?? []),
          label === '81' ? ['ibid-ambiguous'] : [],
        );
      }
    }
  });

  test('shows what an editor would mark, and nothing else', needsReference, () => {
    const { findings, draft } = read(text);
    const entryAt = (offset: number) =>
      draft.citations.find(({ start, end }) => start <= offset && offset < end)?.label;
    const markerAt = (offset: number) => draft.markers.find(({ start }) => start === offset)?.label;
    const found = findings.map(({ rule, severity, start }) =>
      `${severity} ${rule} ${entryAt(start) ?? markerAt(start) ?? ''}`.trim(),
    );
    assert.deepEqual(found.sort(), [
      'hint source-predates-claim 69',
      'hint source-predates-claim 7',
      'hint source-predates-claim 75',
      'hint source-predates-claim 77',
      'information citation-access-date 35',
      'information citation-author-separator 75',
      'information citation-page-range 3',
      'information citation-terminal-period 1',
      'information citation-year-parentheses 20',
      'information short-form-style 14',
      'warning ayn-code-span',
      'warning ayn-code-span',
      'warning ayn-code-span',
      'warning full-citation-repeated 60',
      'warning ibid-ambiguous 81',
    ]);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type Analysis, analyse } from '../../../src/analysis.ts';
import { defaultVocabulary } from '../../../src/default-vocabulary.ts';
import { readDraft } from '../../../src/draft/read.ts';
import { prepareRename, RenameRefused, rename as renameAs } from '../../../src/language-server/features/rename.ts';
import { readProse } from '../../../src/markdown/read.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { inNotation } from '../../support/convert.ts';
import { syntheticDraft } from '../../support/synthetic.ts';
import { atCursor, DRAFT, inDraft } from '../cursor.ts';

/** Renames in a draft that is read without a vocabulary. */
const rename = (analysis: Analysis, offset: number, name: string) => renameAs(analysis, offset, name, analyse);

function renamed(replaced: string, name: string): string {
  const { analysis, offset } = inDraft(replaced);
  return applyEdits(analysis.text, rename(analysis, offset, name));
}

suite('rename', () => {
  test('a label is renamed at its markers and its entry, wherever the cursor is', () => {
    const expected = DRAFT.replaceAll('[4]', '[40]');
    assert.equal(renamed('recruit.[|4]', '40'), expected);
    assert.equal(renamed('recruit.[4]|', ' 40 '), expected);
    assert.equal(renamed('[|4] Ibid', '40'), expected);
    assert.equal(renamed('[|a] Both', 'C'), DRAFT.replaceAll('[a]', '[c]'));
  });

  test('in every notation', () => {
    for (const notation of ['bracket', 'caret', 'sup', 'unicode', 'footnote', 'glued'] as const) {
      const draft = readDraft(readProse(DRAFT));
      const written = inNotation(DRAFT, draft, notation);
      const marker = readDraft(readProse(written)).markers.find(({ label }) => label === '4');
      assert.ok(marker, notation);
      const { analysis, offset } = atCursor(`${written.slice(0, marker.start)}|${written.slice(marker.start)}`);
      const text = applyEdits(written, rename(analysis, offset, '12'));
      const now = readDraft(readProse(text));
      assert.deepEqual(
        now.citations.map(({ label }) => label),
        ['1', '2', '3', '12'],
        notation,
      );
      assert.equal(applyEdits(text, rename(analyse(text), marker.start, '4')), written, notation);
    }
  });

  test('the label alone is what is renamed', () => {
    const { analysis, offset } = inDraft('recruit.|[4]');
    const { start, end, label } = prepareRename(analysis, offset);
    assert.deepEqual([analysis.text.slice(start - 1, end + 1), label], ['[4]', '4']);
  });

  test('the same label again changes nothing', () => {
    assert.equal(renamed('recruit.[|4]', '4'), DRAFT);
  });

  test('a label that there is, one of the other kind, and other words are refused', () => {
    assert.throws(() => renamed('recruit.[|4]', '3'), /there is a citation of that label/);
    assert.throws(() => renamed('recruit.[|4]', 'b'), /expected a number/);
    assert.throws(() => renamed('[|a] Both', '5'), /expected one or two letters/);
    assert.throws(() => renamed('It fo|ught', '5'), RenameRefused);
    assert.throws(() => renamed('“The W|ar', '5'), RenameRefused);
  });

  test('an author is renamed in all references to works of theirs', () => {
    const expected = DRAFT.replace('Ann Lee', 'Ann Leigh').replace('; Lee.', '; Leigh.');
    for (const place of ['Ann L|ee', '|Ann Lee', '; Lee|.']) assert.equal(renamed(place, 'Leigh'), expected);
    const { analysis, offset } = inDraft('; |Lee.');
    const { start, end, label } = prepareRename(analysis, offset);
    assert.deepEqual([analysis.text.slice(start, end), label], ['Lee', 'Lee']);
    const meant = (text: string) => analyse(text).sources.references.map(({ form, source }) => [form, source?.id]);
    assert.deepEqual(meant(expected), meant(DRAFT));
  });

  test('two authors are not made one, and what is no name is refused', () => {
    for (const name of ['Roy', '', '5', 'Lee, Jr', 'Le\ne']) {
      assert.throws(() => renamed('; L|ee', name), RenameRefused);
    }
  });

  test('a group is renamed where the draft itself calls it so', () => {
    const text = 'The TTP grew. He said, “The TTP is gone.” Fighters of TTP’s left; the Taliban did not.\n';
    const analysis = analyse(text, { vocabulary: defaultVocabulary() });
    const edits = rename(analysis, text.indexOf('TTP') + 1, 'Movement');
    assert.equal(
      applyEdits(text, edits),
      text.replace('The TTP grew', 'The Movement grew').replace('of TTP', 'of Movement'),
    );
    assert.throws(() => rename(analysis, text.indexOf('TTP is'), 'Movement'), RenameRefused);
  });

  test('two groups are not made one, however the other is spelled; another of its own names is fine', () => {
    const text = 'Lashkar-e-Taiba (LeT) grew. LeT split. Jaish-e-Mohammed did not.\n';
    const vocabulary = defaultVocabulary();
    const read = (changed: string) => analyse(changed, { vocabulary });
    const renameTo = (name: string) => renameAs(read(text), text.indexOf('LeT split'), name, read);
    for (const name of ['JeM', 'Jaish-e-Mohammed', 'Jaish-i-Muhammad', 'the Taliban', 'Mullah Omar'])
      assert.throws(() => renameTo(name), /expected one that is free: something else is called so/, name);
    for (const name of ['LT', 'Lashkar-e-Tayyiba', 'Lashkar', 'The Lake Front'])
      assert.equal(applyEdits(text, renameTo(name)), text.replaceAll('LeT', name));
  });

  test('what the dash of a range stands for is refused', () => {
    for (const body of ['One.[1|–3]', 'One.[1–3]']) {
      const second = body.includes('|') ? '[2]' : '[|2]';
      const { analysis, offset } = atCursor(`${body}\n\n## Citations\n\n[1] A.\n\n${second} B.\n\n[3] C.\n`);
      assert.throws(() => rename(analysis, offset, '9'), /not part of a range/, body);
    }
  });
});

/** What every marker calls, and what every reference means, whatever they are called. */
function meaningOf({ draft, sources }: Analysis) {
  const entries = [...draft.citations, ...draft.notes];
  return {
    markers: draft.markers.map(({ kind, entry }) => `${kind} ${entry ? entries.indexOf(entry) : '-'}`),
    references: sources.references.map(
      ({ source, citation }) =>
        `${draft.citations.indexOf(citation)} ${source ? sources.sources.indexOf(source) : '-'}`,
    ),
  };
}

suite('rename keeps what every claim rests on', () => {
  const entries = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `[${index + 1}] Ann Lee${index}, “A Split ${index},” Post, May 3, 2016.`,
    );

  test('an end of a range is refused, for those between would go', () => {
    const { analysis, offset } = atCursor(`One.[1] Two.[|2–4]\n\n## Citations\n\n${entries(4).join('\n\n')}\n`);
    for (const name of ['9', '40', '1000'])
      assert.throws(() => rename(analysis, offset, name), /expected one that leaves/, name);
  });

  test('a group’s name that would read as a marker is refused', () => {
    const text = `The TTP grew.[1]\n\n## Citations\n\n${entries(2).join('\n\n')}\n`;
    const analysis = analyse(text, { vocabulary: defaultVocabulary() });
    for (const name of ['TTP<sup>2</sup>', 'TTP^2^', 'TTP²'])
      assert.throws(() => rename(analysis, text.indexOf('TTP') + 1, name), RenameRefused, name);
  });

  test('an author’s name that would read as another reference is refused', () => {
    for (const name of ['Ibid', 'See also', 'Roy. See Lee'])
      assert.throws(() => renamed('; L|ee', name), RenameRefused, name);
  });

  const bodies = fc.oneof(
    fc
      .record({
        seed: fc.nat(),
        notation: fc.constantFrom(
          'bracket' as const,
          'caret' as const,
          'sup' as const,
          'unicode' as const,
          'glued' as const,
        ),
        citations: fc.integer({ min: 1, max: 12 }),
        notes: fc.nat(3),
      })
      .map(syntheticDraft),
    fc
      .array(fc.constantFrom('One.[1]', 'Two.[2, 4]', 'All.[1–3]', 'Both.[2]–[4]', 'Odd.[3][9]', 'Note.[a]'), {
        minLength: 1,
      })
      .map((claims) => `${claims.join(' ')}\n\n## Citations\n\n${entries(4).join('\n\n')}\n`),
  );
  const names = fc.oneof(
    fc.nat(120).map(String),
    fc.constantFrom(
      'a',
      'b',
      'zz',
      'Ibid',
      'Lee',
      'Roy 3',
      '٣',
      '²',
      '1 2',
      '-1',
      '1e3',
      '03',
      '',
      ' ',
      'x\n[1]',
      '3–9',
      '<b>',
      'Ann`s',
    ),
  );
  test('whatever is renamed, to whatever', () => {
    fc.assert(
      fc.property(bodies, fc.double({ min: 0, max: 1, noNaN: true }), names, (text, share, name) => {
        const before = analyse(text);
        const { draft, sources } = before;
        const places = [
          ...draft.markers,
          ...draft.citations.map(({ labelRange }) => labelRange),
          ...sources.references.flatMap(({ authors }) => authors),
        ];
        const place = places[Math.floor(share * (places.length - 1))];
        if (!place) return;
        try {
          const after = analyse(applyEdits(text, rename(before, place.start, name)));
          assert.deepEqual(meaningOf(after), meaningOf(before));
        } catch (error) {
          if (!(error instanceof RenameRefused)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});

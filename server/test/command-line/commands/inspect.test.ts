import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../../support/command.ts';
import { fixture } from '../../support/fixtures.ts';

const DRAFT = [
  'The group split.[1] Its rival grew.[2][a] Both recruit.[3]',
  '',
  '## Substantive Notes',
  '',
  '[a] In 2016.',
  '',
  '## Citations',
  '',
  '[1] Ann Lee, “A Split,” Survival 58:4 (2016): pp. 131–158.',
  '',
  '[2] Ibid.',
  '',
  '[3] Roy.',
  '',
].join('\n');

test('inspect has the shape that is promised', () => {
  inFolder({ 'a.md': DRAFT }, ({ run }) => {
    const { status, stdout, stderr } = run(['inspect', './a.md', '--no-default-vocabulary']);
    assert.deepEqual([status, stderr], [0, '']);
    const { sections, ...rest } = JSON.parse(stdout);
    assert.deepEqual(
      sections.map(({ kind, title }: { kind: string; title: string }) => [kind, title]),
      [
        ['body', ''],
        ['notes', 'Substantive Notes'],
        ['citations', 'Citations'],
      ],
    );
    for (const section of sections) assert.deepEqual(Object.keys(section), ['kind', 'title', 'start', 'end']);
    assert.deepEqual(rest, {
      schemaVersion: 1,
      file: 'a.md',
      notation: 'bracket',
      markers: [
        { kind: 'citation', label: '1', notation: 'bracket', start: 16, end: 19, entry: '1', sources: ['s1'] },
        { kind: 'citation', label: '2', notation: 'bracket', start: 35, end: 38, entry: '2', sources: ['s1'] },
        { kind: 'note', label: 'a', notation: 'bracket', start: 38, end: 41, entry: 'a', sources: [] },
        { kind: 'citation', label: '3', notation: 'bracket', start: 55, end: 58, entry: '3', sources: [] },
      ],
      citations: [
        {
          label: '1',
          start: 110,
          end: 168,
          text: 'Ann Lee, “A Split,” Survival 58:4 (2016): pp. 131–158.',
          references: [
            {
              form: 'full',
              start: 114,
              end: 167,
              text: 'Ann Lee, “A Split,” Survival 58:4 (2016): pp. 131–158',
              source: 's1',
              antecedent: '1',
              problem: null,
            },
          ],
        },
        {
          label: '2',
          start: 170,
          end: 179,
          text: 'Ibid.',
          references: [
            { form: 'ibid', start: 174, end: 179, text: 'Ibid.', source: 's1', antecedent: '1', problem: null },
          ],
        },
        {
          label: '3',
          start: 181,
          end: 189,
          text: 'Roy.',
          references: [
            {
              form: 'short',
              start: 185,
              end: 188,
              text: 'Roy',
              source: null,
              antecedent: null,
              problem: 'short-form-unresolved',
            },
          ],
        },
      ],
      notes: [{ label: 'a', start: 82, end: 94, text: 'In 2016.' }],
      sources: [
        {
          id: 's1',
          citation: '1',
          authors: ['Ann Lee'],
          title: 'A Split',
          container: 'Survival',
          year: 2016,
          markers: ['1', '2'],
        },
      ],
      mentions: [],
    });
  });
});

test('the whole article is read as it was written', () => {
  inFolder({ 'a.md': fixture('article/pasted.md') }, ({ run }) => {
    const { notation, markers, citations, notes } = JSON.parse(run(['inspect', 'a.md']).stdout);
    const expected = JSON.parse(fixture('article/expected.json'));
    const count = (kind: string) => markers.filter((marker: { kind: string }) => marker.kind === kind).length;
    assert.equal(notation, 'glued');
    assert.deepEqual({ citations: count('citation'), notes: count('note') }, expected.markers);
    assert.deepEqual([citations.length, notes.length], [expected.citations, expected.notes]);
  });
});

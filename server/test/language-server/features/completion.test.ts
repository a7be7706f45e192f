import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { completions } from '../../../src/language-server/features/completion.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { atCursor, DRAFT, inDraft } from '../cursor.ts';

/** What is offered once `typed` stands behind `plain`. */
function offered(plain: string, typed: string) {
  const { analysis, offset } = inDraft(`${plain}|`);
  const text = analysis.text.slice(0, offset) + typed + analysis.text.slice(offset);
  return { text, items: completions(analyse(text), offset + typed.length).items };
}

/** The line of the body, with the completion of that label made. */
function written(typed: string, label: string): string {
  const { text, items } = offered('It fought on', typed);
  const item = items.find((candidate) => candidate.label === label);
  return (item ? applyEdits(text, [{ ...item.range, text: item.text }]) : '').split('\n')[2] ?? '';
}

suite('completion', () => {
  test('behind an opener all entries, with author and title', () => {
    const { items } = offered('It fought on,', '[');
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['1', 'Lee 2016, “A Split”'],
        ['2', 'Lee 2016, “A Split”'],
        ['3', 'Roy 2016, “The War: A History”'],
        ['4', 'Ibid.'],
        ['a', 'In the *east*, that is.'],
      ],
    );
    assert.match(items[2]?.filter ?? '', /^3 Roy/);
  });

  test('what is typed of a name is replaced, and the callout closed', () => {
    assert.match(written('[roy', '3'), /It fought on\[3\],\[2\]/);
    assert.match(written('[^ro', '3'), /It fought on\[\^3\],\[2\]/);
    assert.match(written('<sup>', 'a'), /It fought on<sup>a<\/sup>,\[2\]/);
  });

  test('in a callout that is closed, its label is replaced', () => {
    const made = (replaced: string) => {
      const { analysis, offset } = inDraft(replaced);
      const [, , item] = completions(analysis, offset).items;
      return (item ? applyEdits(analysis.text, [{ ...item.range, text: item.text }]) : '').split('\n')[2];
    };
    for (const place of ['on,[|2]', 'on,[2|]']) assert.match(made(place) ?? '', /It fought on,\[3\] as/);
  });

  test('in a list or range of labels, one of them is replaced', () => {
    for (const [before, after] of [
      ['[1, |]', '[1, 3]'],
      ['[1,|]', '[1,3]'],
      ['[1, 2|]', '[1, 3]'],
      ['[1–|]', '[1–3]'],
      ['[|, 4]', '[3, 4]'],
      ['[1; |2; 4]', '[1; 3; 4]'],
      ['[1, a, |', '[1, a, 3]'],
      ['^1, |^', '^1, 3^'],
      ['[^1, |', '[^1, 3]'],
    ] as const) {
      const { analysis, offset } = atCursor(DRAFT.replace('on,[2]', `on,${before}`));
      const item = completions(analysis, offset).items.find(({ label }) => label === '3');
      assert.ok(item, before);
      const text = applyEdits(analysis.text, [{ ...item.range, text: item.text }]);
      assert.equal(text, DRAFT.replace('on,[2]', `on,${after}`));
    }
  });

  test('inside a citation the short forms of sources that are named before it', () => {
    const { items } = offered('[4] Ibid.', ' See R');
    assert.deepEqual(
      items.map(({ text }) => text),
      ['Lee.', 'Roy.'],
    );
    assert.deepEqual(
      offered('\n[2] ', '').items.map(({ text }) => text),
      ['Ibid.', 'Lee'],
    );
  });

  test('behind the spaces at the end of a citation, as where one begins to write it', () => {
    const text = `${DRAFT}\n[5] `;
    for (const behind of ['', '\n', '\n\n[6] Roy.\n'])
      for (const [typed, ...expected] of [
        ['', 'Lee.', 'Roy.'],
        ['See ', 'Lee.', 'Roy.'],
        ['Roy; ', 'Lee.', 'Roy.'],
      ]) {
        const { items } = completions(analyse(text + typed + behind), text.length + (typed ?? '').length);
        assert.deepEqual([typed, ...items.map((item) => item.text)], [typed, ...expected]);
      }
    const alone = 'It split.[1] It grew.[2]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Post, May 3, 2016.\n\n[2] ';
    assert.deepEqual(
      completions(analyse(alone), alone.length).items.map((item) => item.text),
      ['Ibid.', 'Lee.'],
    );
    assert.deepEqual(completions(analyse(`${alone}\n\n`), alone.length + 2).items, []);
  });

  test('what is typed of a short form is replaced, however much it is', () => {
    const works = ['“A Split,” Post, May 3, 2016.', '“A Rival,” Post, May 4, 2016.'].map(
      (work, index) => `[${index + 1}] Ann Lee, ${work}`,
    );
    const text = `It split.[1] It grew.[2] It fell.[3]\n\n## Citations\n\n${works.join('\n\n')}\n\n[3] `;
    const whole = 'Lee, “A Rival.”';
    for (const lead of ['', 'See ', 'Roe, “Lee,” and '])
      for (let length = 0; length <= whole.length; length++) {
        const before = text + lead + whole.slice(0, length);
        const item = completions(analyse(before), before.length).items.find(({ label }) => label === whole);
        assert.ok(item);
        assert.equal(applyEdits(before, [{ ...item.range, text: item.text }]), text + lead + whole);
      }
  });

  test('short forms have the titles that their works have', () => {
    const text = [
      'It split.[1] It grew.[2] It fell.[3] It rose.[4] It ends.[5]\n\n## Citations',
      '[1] Ann Lee, “The State in ‘Khorasan,’” Daily Post, May 3, 2016.',
      '[2] Ann Lee, Roads and Death (Oslo: Sea Press, 2016).',
      '[3] Ann Lee, *Lakes and Life* (Oslo: Sea Press, 2017).',
      '[4] Ann Lee, “The End of ‘What?’” Daily Post, May 4, 2016.',
      '[5] ',
    ].join('\n\n');
    const { items } = completions(analyse(text), text.length);
    assert.deepEqual(
      items.map((item) => item.text),
      [
        'Ibid.',
        'Lee, “The State in ‘Khorasan.’”',
        'Lee, Roads and Death.',
        'Lee, *Lakes and Life*.',
        'Lee, “The End of ‘What?’”',
      ],
    );
    for (const { text: form, about } of items) {
      const { sources, draft } = analyse(text + form);
      const [reference] = sources.byCitation.get(draft.citations[4] as never) ?? [];
      assert.equal(reference?.source?.citation.label, 'label' in about && about.label, form);
    }
  });

  test('nowhere else', () => {
    assert.deepEqual(offered('It fought', '').items, []);
    assert.deepEqual(offered('## Citations', '').items, []);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { completions } from '../../../src/language-server/features/completion.ts';
import { applyEdits } from '../../../src/text/edit.ts';
import { inDraft } from '../cursor.ts';

/** What is offered once `typed` stands behind `plain`. */
function offered(plain: string, typed: string) {
  const { analysis, offset } = inDraft(`${plain}|`);
  const text = analysis.text.slice(0, offset) + typed + analysis.text.slice(offset);
  return { text, items: completions(analyse(text), offset + typed.length) };
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
      const [, , item] = completions(analysis, offset);
      return (item ? applyEdits(analysis.text, [{ ...item.range, text: item.text }]) : '').split('\n')[2];
    };
    for (const place of ['on,[|2]', 'on,[2|]']) assert.match(made(place) ?? '', /It fought on,\[3\] as/);
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

  test('nowhere else', () => {
    assert.deepEqual(offered('It fought', '').items, []);
    assert.deepEqual(offered('## Citations', '').items, []);
  });
});

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hover } from '../../../src/language-server/features/hover.ts';
import { MARKDOWN, PLAIN_TEXT } from '../../../src/language-server/features/markup.ts';
import { atCursor, inDraft } from '../cursor.ts';

function hovered(replaced: string, markup = PLAIN_TEXT) {
  const { analysis, offset } = inDraft(replaced);
  const found = hover(analysis, offset, markup);
  return found && { of: analysis.text.slice(found.start, found.end), says: found.contents };
}

suite('hover', () => {
  test('a marker shows the citation it rests on, and how often that is cited', () => {
    assert.deepEqual(hovered('split.[|1]'), {
      of: '[1]',
      says: '1 Ann Lee, “A Split,” Daily Post, May 3, 2016\n\nIts source is cited by 3 claims: 1, 2, 3',
    });
  });

  test('a label that is called several times is listed once', () => {
    const callings: readonly [called: string, listed: string][] = [
      ['[1] [2]', '2 claims: 1, 2'],
      ['[2] [1] [1] [2] [3]', '5 claims: 2 (twice), 1 (twice), 3'],
      ['[1] [1–3] [1]', '5 claims: 1 (3 times), 2, 3'],
      [Array.from({ length: 14 }, () => '[1]').join(' '), '14 claims: 1 (14 times)'],
    ];
    for (const [called, listed] of callings) {
      const { analysis, offset } = atCursor(
        `One.${called}\n\n## Citations\n\n[|1] Ann Lee, “A,” Post, May 3, 2016.\n\n[2] Ibid.\n\n[3] Lee.\n`,
      );
      assert.equal(
        hover(analysis, offset, PLAIN_TEXT)?.contents,
        `1 Ann Lee, “A,” Post, May 3, 2016\n\nIts source is cited by ${listed}`,
      );
    }
  });

  test('the dash of a range shows what it stands for, of many the first', () => {
    const shown = (last: number) => {
      const entries = Array.from(
        { length: 30 },
        (_, index) => `[${index + 1}] Ann Lee, “Part ${index},” Post, May 3, 2016.`,
      );
      const { analysis, offset } = atCursor(`It split.[1|–${last}]\n\n## Citations\n\n${entries.join('\n\n')}\n`);
      const paragraphs = hover(analysis, offset, PLAIN_TEXT)?.contents.split('\n\n') ?? [];
      return paragraphs
        .filter((paragraph) => !paragraph.startsWith('Its source'))
        .map((paragraph) => /^\d+|^and.*/.exec(paragraph)?.[0]);
    };
    assert.deepEqual(shown(4), ['2', '3']);
    assert.deepEqual(shown(10), ['2', '3', '4', '5', '6', '7', '8', '9']);
    assert.deepEqual(shown(30), ['2', '3', '4', '5', '6', '7', '8', '9', 'and 20 more']);
  });

  test('Ibid. is followed to the full citation', () => {
    assert.match(hovered('on,|[2]')?.says ?? '', /^2 Ibid\. → 1 Ann Lee, “A Split,” Daily Post, May 3, 2016\n/);
  });

  test('an Ibid. of a short form shows both', () => {
    const { analysis, offset } = atCursor(
      'One.[1] Two.[2] Three.[3] Four.[|4]\n\n## Citations\n\n[1] Ann Lee, “A Split,” Daily Post, May 3, 2016.\n\n' +
        '[2] Max Roy, “A War,” Daily Post, May 4, 2016.\n\n[3] Lee.\n\n[4] Ibid.\n',
    );
    assert.match(hover(analysis, offset, PLAIN_TEXT)?.contents ?? '', /^4 Ibid\. → 3 Lee → 1 Ann Lee, “A Split,”/);
  });

  test('several sources are listed, addresses are links', () => {
    assert.equal(
      hovered('did.[|3]', MARKDOWN)?.says,
      [
        '**3**',
        '- Max Roy, “The War: A History,” Daily Post, May 4, 2016, <https://example.org/war_1>\n' +
          '- Lee → **1** Ann Lee, “A Split,” Daily Post, May 3, 2016',
        'Its sources are cited by 3 claims: 1, 2, 3',
      ].join('\n\n'),
    );
  });

  test('what does not resolve says why', () => {
    assert.equal(
      hovered('recruit.[|4]')?.says,
      '4 Ibid. — may mean 3 Roy 2016, “The War: A History” or 1 Lee 2016, “A Split”',
    );
  });

  test('a note marker shows the note, with its Markdown as text', () => {
    assert.deepEqual(hovered('[|a] Both', MARKDOWN), { of: '[a]', says: '**a** In the \\*east\\*, that is.' });
  });

  test('a reference shows what it means, an entry’s label what the entry means', () => {
    assert.deepEqual(hovered('; L|ee.')?.of, 'Lee');
    assert.match(hovered('; L|ee.')?.says ?? '', /^Lee → 1 Ann Lee/);
    assert.match(hovered('[|2] Ibid.')?.says ?? '', /^2 Ibid\. → 1 Ann Lee/);
  });

  test('a marker without an entry says so', () => {
    const { analysis, offset } = atCursor('One.[|7]\n\n## Citations\n\n[1] Ann Lee, “A,” Post, May 3, 2016.\n');
    assert.equal(hover(analysis, offset, PLAIN_TEXT)?.contents, 'There is no citation “7”.');
  });

  test('an entry without words says so', () => {
    const draft = (marked: string) =>
      atCursor(`One.[1]${marked}\n\n## Substantive Notes\n\n[a]\n\n## Citations\n\n[1]\n`);
    for (const [marked, says] of [
      ['[|a]', 'The note “a” is empty.'],
      ['[a] Two.[|1]', 'The citation “1” is empty.'],
    ] as const) {
      const { analysis, offset } = draft(marked);
      assert.equal(hover(analysis, offset, MARKDOWN)?.contents, says);
    }
  });

  test('there is nothing on other words, nor right behind a marker', () => {
    assert.equal(hovered('It fo|ught'), null);
    assert.equal(hovered('on,[2]| as'), null);
  });
});

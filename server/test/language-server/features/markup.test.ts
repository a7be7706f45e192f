import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { MARKDOWN, PLAIN_TEXT } from '../../../src/language-server/features/markup.ts';
import { quote } from '../../../src/text/quote.ts';
import { onOneLine } from '../../../src/text/spaces.ts';
import { escapeMarkdown } from '../../../src/vocabulary/markdown.ts';

const HOSTILE = [
  '<b>',
  '<script>',
  '](',
  '[x](javascript:y)',
  '![',
  '`',
  '**',
  '_',
  '&lt;',
  '# ',
  '1. ',
  '- ',
  '> ',
  '\n',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 6 })))
  .map((pieces) => pieces.join(''));

function unescapeHtml(html: string): string {
  return html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

suite('markup', () => {
  test('any words of a draft show as they are', () => {
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(!/https?:\/\/|mailto:|\0/.test(text) && onOneLine(text) !== '');
        const html = micromark(`x ${MARKDOWN.text(text)} x`);
        assert.equal(unescapeHtml(html), `<p>x ${onOneLine(text)} x</p>`);
        assert.ok(!/<(?!\/?p>)/.test(html), html);
      }),
    );
  });

  test('at the start of a line too', () => {
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(!/https?:\/\/|mailto:|\0/.test(text) && onOneLine(text) !== '');
        assert.equal(unescapeHtml(micromark(MARKDOWN.text(text))), `<p>${onOneLine(text)}</p>`);
      }),
    );
  });

  test('words that turn others around leave those as they are', () => {
    const turned = 'A \u202egroup\u2066 so';
    const shown = [MARKDOWN.text(turned), PLAIN_TEXT.text(turned), escapeMarkdown(turned), quote(turned)];
    assert.deepEqual(shown, ['A group so', 'A group so', 'A group so', '“A group so”']);
  });

  test('addresses are links, without what the sentence adds; other schemes are words', () => {
    assert.equal(MARKDOWN.text('See https://a.org/b_c?d=e.'), 'See <https://a.org/b_c?d=e>.');
    assert.equal(MARKDOWN.text('“mailto:a@b.org,”'), '“<mailto:a@b.org>,”');
    assert.equal(micromark(MARKDOWN.text('[x](command:y) javascript://z')), '<p>[x](command:y) javascript://z</p>');
  });
});

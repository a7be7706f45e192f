import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { excerpt } from '../../../src/command-line/formats/excerpt.ts';
import { measureFor } from '../../../src/command-line/terminal/cells.ts';
import { anyText } from '../../support/texts.ts';

/** The excerpt with the range marked by brackets. */
async function marked(line: string, from: number, to: number, width: number): Promise<string> {
  const { text, indent, length } = excerpt(line, from, to, width, await measureFor([line]));
  return `${text}\n${' '.repeat(indent)}${'~'.repeat(length)}`;
}

test('a short line is shown whole', async () => {
  assert.equal(await marked('[2] Ibid.', 4, 9, 40), '[2] Ibid.\n    ~~~~~');
});

test('a long line is cut around the range, between words', async () => {
  const line = `${'before '.repeat(500)}Here ${'after '.repeat(500)}`;
  assert.equal(await marked(line, 3500, 3504, 40), '…before before Here after after…\n               ~~~~');
});

test('a range longer than the line is cut at its end', async () => {
  assert.equal(
    await marked(`one two ${'x'.repeat(100)}`, 8, 108, 20),
    `…two ${'x'.repeat(13)}…\n     ${'~'.repeat(14)}`,
  );
});

test('wide characters, accents and controls keep the underline in its place', async () => {
  assert.equal(await marked('漢字 Ibid.', 3, 8, 40), '漢字 Ibid.\n     ~~~~~');
  assert.equal(await marked('e\u0301\u0301 Ibid.', 4, 9, 40), 'e\u0301\u0301 Ibid.\n  ~~~~~');
  assert.equal(await marked('\u001b[31m\tIbid.\u0007', 6, 11, 40), '␛[31m Ibid.␇\n      ~~~~~');
  assert.equal(await marked('a\u202eb\u0000', 1, 2, 40), 'a�b␀\n ~');
});

test('any line fits into the width, and is harmless', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.nat(), fc.nat(), fc.integer({ min: 20, max: 120 }), async (text, a, b, width) => {
      const line = text.replace(/[\r\n]/g, ' ');
      const from = a % (line.length + 1);
      const to = from + (b % (line.length - from + 1));
      const { text: shown, indent, length } = excerpt(line, from, to, width, await measureFor([line]));
      assert.doesNotMatch(shown, /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
      assert.ok(stringWidth(shown) <= width, `${stringWidth(shown)} columns of ${width}`);
      assert.ok(indent + length <= width + 1);
    }),
  );
});

test('a megabyte line takes no longer than a short one', async () => {
  const line = '[1] The group said so. '.repeat(50_000);
  const measure = await measureFor([line]);
  const start = performance.now();
  for (let from = 0; from < line.length; from += 1000) excerpt(line, from, from + 3, 100, measure);
  assert.ok(performance.now() - start < 2000);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../../src/text/quote.ts';

test('what is quoted inside a quotation stands in single marks', () => {
  assert.equal(quote('Lee, “Roads,” and “Ships”'), '“Lee, ‘Roads,’ and ‘Ships’”');
  assert.equal(quote('The ‘Roads’'), '“The ‘Roads’”');
  assert.equal(quote('Lee, “Wrong ‘Roads’ Here,” p. 3'), '“Lee, ‘Wrong “Roads” Here,’ p. 3”');
  assert.equal(quote('Lee, “The Army’s Roads”'), '“Lee, ‘The Army’s Roads’”');
});

test('a mark without its twin stays what it is', () => {
  for (const text of ['“', '”', 'Lee, “Roads', 'Roads”, Times', '”“']) assert.equal(quote(text), `“${text}”`);
});

test('a long text is cut between words', () => {
  assert.equal(quote(`Lee, “${'Roads '.repeat(20)}”`), `“Lee, ‘${'Roads '.repeat(9)}`.trimEnd().concat('…”'));
});

test('no character is cut in two', () => {
  for (const before of ['', 'a', 'ab']) assert.match(quote(before + '😀'.repeat(200)), /^“[ab]*(?:😀){29,30}…”$/u);
});

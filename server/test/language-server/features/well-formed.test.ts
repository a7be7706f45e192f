import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { completions } from '../../../src/language-server/features/completion.ts';
import { documentSymbols } from '../../../src/language-server/features/document-symbols.ts';
import { hover } from '../../../src/language-server/features/hover.ts';
import { MARKDOWN, PLAIN_TEXT } from '../../../src/language-server/features/markup.ts';

/** Half of a character, which `JSON.parse` of many editors refuses with all that it stands in. */
const HALF = /\p{Cs}/u;

suite('what is too long is cut between characters', () => {
  for (const before of ['', 'a'])
    test(`behind “${before}”`, () => {
      const text = `It grew.[1] It fell.[\n\n## Citations\n\n[1] ${before}${'😀'.repeat(1500)}\n`;
      const analysis = analyse(text);
      const [entry] = analysis.draft.citations;
      assert.ok(entry);
      const answers = {
        hovers: [MARKDOWN, PLAIN_TEXT].map((markup) => hover(analysis, text.indexOf('[1]'), markup)?.contents),
        symbols: documentSymbols(analysis),
        completions: completions(analysis, text.indexOf('[\n') + 1).items.map(({ about: _, ...item }) => item),
        messages: analysis.findings.map(({ message }) => message),
      };
      for (const [name, answer] of Object.entries(answers)) {
        const strings: string[] = [];
        JSON.stringify(answer, (_, value) => {
          if (typeof value === 'string') strings.push(value);
          return value;
        });
        assert.ok(
          strings.some((shown) => shown.includes('😀')),
          name,
        );
        assert.ok(!strings.some((shown) => HALF.test(shown)), name);
      }
    });
});

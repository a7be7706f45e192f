import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { analyse } from '../../../src/analysis.ts';
import { foldings } from '../../../src/language-server/features/folding.ts';

suite('folding ranges', () => {
  const text =
    '---\ntitle: x\n---\n# A\n\nOne.[1]\n\n## B\n\nTwo.\n\n<!-- x\ny -->\n\n# C\n\nThree.\n\n## Citations\n\n[1] A\nb.\n';
  const folded = foldings(analyse(text)).map(({ start, end }) => text.slice(start, end));

  test('sections up to the next of their rank', () => {
    assert.ok(folded.some((range) => range.startsWith('A\n') && range.endsWith('-->\n\n')));
    assert.ok(folded.some((range) => range.startsWith('B\n') && range.endsWith('-->\n\n')));
    assert.ok(folded.some((range) => range.startsWith('C\n') && range.trimEnd().endsWith('b.')));
  });

  test('entries, comments and front matter', () => {
    for (const whole of ['[1] A\nb.', '<!-- x\ny -->']) assert.ok(folded.includes(whole), whole);
    assert.ok(folded.some((range) => range.includes('title: x') && !range.includes('One')));
  });
});

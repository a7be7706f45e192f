import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { RULES } from '../../src/rules/catalogue.ts';
import { rulePage, rulesIndex } from '../../src/rules/page.ts';

const FOLDER = new URL('../../../docs/rules/', import.meta.url);

describe('the pages of the rules', () => {
  it('are up to date (`node server/build/rule-pages.ts` writes them)', () => {
    const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
    assert.equal(read('README.md'), rulesIndex(RULES));
    for (const rule of RULES) assert.equal(read(`${rule.id}.md`), rulePage(rule));
  });

  it('are one a rule', () => {
    const names = RULES.map((rule) => `${rule.id}.md`);
    assert.deepEqual(readdirSync(FOLDER).sort(), ['README.md', ...names].sort());
  });
});

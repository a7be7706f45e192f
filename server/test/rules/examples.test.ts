import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { analyse, type Context } from '../../src/analysis.ts';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { applyFixes } from '../../src/edits/fix.ts';
import { RULES, ruleOf } from '../../src/rules/catalogue.ts';
import { EXAMPLE_DAY, readExample } from '../../src/rules/example.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';
import type { Example, Rule } from '../../src/rules/rule.ts';

const CONTEXT = { today: EXAMPLE_DAY, vocabulary: defaultVocabulary() };

describe('the rules', () => {
  it('are listed in the order of their ids, each once', () => {
    const order = RULES.map((rule) => RULE_IDS.indexOf(rule.id as (typeof RULE_IDS)[number]));
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.ok(!order.includes(-1));
    assert.equal(new Set(order).size, order.length);
  });

  it('are found by their ids', () => {
    for (const rule of RULES) assert.equal(ruleOf(rule.id), rule);
    assert.equal(ruleOf('no-such-rule'), undefined);
  });

  for (const rule of RULES) {
    describe(rule.id, () => {
      const examples = rule.examples();

      it('has an example that it reports, and one that it does not', () => {
        assert.ok(examples.some((example) => example.messages !== undefined));
        assert.ok(examples.some((example) => example.messages === undefined));
      });

      for (const example of examples) {
        it(example.title, () => {
          const { text, marks } = readExample(example.draft);
          const context = contextOf(rule, example);
          const found = findingsOf(rule, text, context);
          assert.deepEqual(
            found.map(({ start, end }) => text.slice(start, end)),
            marks.map(({ start, end }) => text.slice(start, end)),
          );
          assert.deepEqual(
            found.map(({ start, end }) => ({ start, end })),
            marks,
          );
          assert.deepEqual(
            found.map(({ message }) => message),
            example.messages ?? [],
          );
          assert.equal(fixedBy(rule, text, context), example.fixed ?? text);
        });
      }
    });
  }
});

function contextOf({ id, severity, options: schema }: Rule, { options }: Example): Context {
  return schema && options ? { ...CONTEXT, rules: { [id]: [severity, v.parse(schema, options)] } } : CONTEXT;
}

function findingsOf(rule: Rule, text: string, context: Context) {
  return analyse(text, context).findings.filter((finding) => finding.rule === rule.id);
}

/** What the safe fixes of that rule alone make of a text. */
function fixedBy(rule: Rule, text: string, context: Context): string {
  return applyFixes(text, (draft) => {
    const analysis = analyse(draft, context);
    const findings = analysis.findings.map((finding) =>
      finding.rule === rule.id ? finding : { ...finding, fixes: [] },
    );
    return { ...analysis, findings };
  }).text;
}

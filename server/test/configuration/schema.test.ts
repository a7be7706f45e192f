import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configurationJsonSchema } from '../../build/schemas.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { RULE_IDS } from '../../src/rules/ids.ts';

interface ObjectSchema {
  readonly properties: Readonly<Record<string, ObjectSchema & { readonly description?: string }>>;
  readonly additionalProperties: boolean;
  readonly items: ObjectSchema;
}

test('the JSON Schema of the configuration knows every key and every rule, and nothing else', () => {
  const schema = configurationJsonSchema() as ObjectSchema;
  const { rules, overrides } = schema.properties;
  assert.ok(rules && overrides);
  for (const each of [rules, (overrides.items.properties as { rules?: ObjectSchema }).rules]) {
    assert.deepEqual(Object.keys(each?.properties ?? {}), [...RULE_IDS]);
    for (const { id, summary } of RULES) assert.ok(each?.properties[id]?.description?.startsWith(summary), id);
  }
  for (const each of [schema, rules, overrides.items]) assert.equal(each.additionalProperties, false);
});

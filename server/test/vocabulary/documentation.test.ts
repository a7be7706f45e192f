import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { toJsonSchema } from '@valibot/to-json-schema';
import { defaultVocabulary } from '../../src/default-vocabulary.ts';
import { readVocabulary } from '../../src/vocabulary/load.ts';
import { fileSchema } from '../../src/vocabulary/schema.ts';

const PAGE = readFileSync(new URL('../../../docs/vocabulary.md', import.meta.url), 'utf8');
const EXAMPLES = Array.from(PAGE.matchAll(/^```yaml\n(.*?)^```$/gms), ([, text = '']) => text);

const read = (text: string) => readVocabulary([{ path: 'names.yaml', text }], defaultVocabulary());

describe('docs/vocabulary.md', () => {
  for (const text of EXAMPLES)
    it(`has an example that loads: ${text.split('\n').find((line) => line.includes('id: '))}`, () =>
      assert.deepEqual(read(text).problems, []));

  it('says what a later file does to an entry of the same id', () => {
    const { vocabulary } = read(EXAMPLES.at(-1) as string);
    const before = defaultVocabulary().concepts.get('al-qaida');
    const after = vocabulary.concepts.get('al-qaida');
    assert.deepEqual([before?.prefLabel, after?.prefLabel], ['al-Qa`ida', 'al-Qaeda']);
    assert.ok(before?.altLabels && before.altLabels.length > 0);
    assert.equal(after?.altLabels, undefined);
  });

  it('names every key and every choice of the schema', () => {
    const words = namesIn(toJsonSchema(fileSchema));
    assert.ok(words.has('prefLabel') && words.has('alliance'));
    const code = Array.from(PAGE.replace(/^```.*?^```$/gms, '').matchAll(/`([^`\n]+)`/g), ([, text = '']) => text);
    const named = new Set(code.flatMap((text) => [text, ...(text.match(/\$?[\w-]+/g) ?? [])]));
    assert.deepEqual(
      [...words].filter((word) => !named.has(word)),
      [],
    );
  });
});

/** The keys and the fixed values that a JSON Schema has anywhere. */
function namesIn(schema: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const [key, part] of Object.entries(value)) {
      if (key === 'properties' && typeof part === 'object') for (const name of Object.keys(part)) found.add(name);
      if (key === 'enum' && Array.isArray(part)) for (const choice of part) found.add(String(choice));
      visit(part);
    }
  };
  visit(schema);
  return found;
}

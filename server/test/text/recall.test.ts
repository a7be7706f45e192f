import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRecall } from '../../src/text/recall.ts';

/** Reads the parts of one round; gives those that had to be made. */
function read(recall: ReturnType<typeof createRecall<string>>, parts: readonly string[]): string[] {
  recall.turn();
  return parts.filter((part) => {
    const known = recall.get(part);
    assert.ok(known === undefined || known === `made of ${part}`);
    recall.set(part, `made of ${part}`);
    return known === undefined;
  });
}

const parts = Array.from({ length: 50 }, (_, index) => (index % 7 === 0 ? 'Ibid.' : `part ${index}`));

for (const [edit, after, made] of [
  ['one part changes', parts.with(20, 'changed'), 1],
  ['two parts change', parts.with(20, 'changed').with(31, 'changed'), 2],
  ['a part is put between', parts.toSpliced(20, 0, 'new'), 1],
  ['a part goes', parts.toSpliced(20, 1), 0],
  ['many parts go', parts.toSpliced(5, 30), 3],
  ['many parts come', parts.toSpliced(5, 0, ...Array.from({ length: 30 }, (_, index) => `new ${index}`)), 30],
  ['a part moves', parts.toSpliced(5, 1).toSpliced(40, 0, 'part 5'), 1],
] as const)
  test(`of the parts that were read before few are made again when ${edit}`, () => {
    const recall = createRecall<string>();
    assert.equal(read(recall, parts).length, parts.length);
    assert.equal(read(recall, after).length, made);
    assert.deepEqual(read(recall, after), []);
  });

test('what is recalled is what was made of the same content', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 5 }), (rounds) => {
      const recall = createRecall<string>();
      for (const round of rounds) {
        read(recall, round);
        assert.deepEqual(read(recall, round), []);
      }
    }),
  );
});

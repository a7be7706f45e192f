import { stringify } from 'yaml';
import { analyse } from '../src/analysis.ts';
import { loadVocabulary, storeVocabulary } from '../src/vocabulary/cache.ts';
import { readVocabulary } from '../src/vocabulary/load.ts';
import type { Vocabulary } from '../src/vocabulary/vocabulary.ts';
import { fixture } from '../test/support/fixtures.ts';
import { reference } from '../test/support/reference.ts';
import { median } from './measure.ts';

/**
 * What names cost: a vocabulary is loaded from its file and as it was compiled, and a draft is read with a large one and
 * a small one. The names are made of real names' beginnings and of syllables, four labels a group. Milliseconds.
 */

const SIZES = { small: 50, large: 50_000 };
const LABELS_OF_GROUP = 4;
const LOADS = 7;
const WARM_UP = 100;
const ROUNDS = 200;
const HEADS = 'Lashkar Jaish Harakat Tehrik Jamaat Hizb Ansar Jabhat Liwa Kataib'.split(' ');
const SYLLABLES = 'ba ra ka da mi su no ta le hu fa zi ya wo ge po'.split(' ');

const article = reference ?? fixture('article/pasted.md');

console.log('Vocabularies: milliseconds');
const [small, large] = [made(SIZES.small), made(SIZES.large)];
const cold = times(LOADS, () => loaded(large));
console.log(`  ${SIZES.large} labels from JSON: ${spread(cold)}`);
const yaml = stringify(JSON.parse(large));
console.log(`  from YAML, most of it the parser's: ${spread(times(LOADS, () => loaded(yaml, 'names.yaml')))}`);
const bytes = storeVocabulary(loaded(large));
const kept = times(LOADS, () => loadVocabulary(bytes));
console.log(`  as compiled (${(bytes.length / 1e6).toFixed(0)} MB): ${spread(kept)}`);

// In turn, so that what else the machine does falls on both.
const [few, many] = [loaded(small), loaded(large)];
const drafts = { few: [] as number[], many: [] as number[] };
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const [withFew] = times(1, () => analyse(article, { vocabulary: few }));
  const [withMany] = times(1, () => analyse(article, { vocabulary: many }));
  if (round < 0) continue;
  drafts.few.push(withFew ?? 0);
  drafts.many.push(withMany ?? 0);
}
const [fewTime, manyTime] = [median(drafts.few), median(drafts.many)];
console.log(
  `  a draft of ${Math.round(Buffer.byteLength(article) / 1000)} kB with ${SIZES.small}: ${fewTime.toFixed(2)}`,
);
console.log(`  with ${SIZES.large}: ${manyTime.toFixed(2)}, ${(manyTime / fewTime).toFixed(2)} × as long`);

function loaded(text: string, path = 'names.json'): Vocabulary {
  const { vocabulary, problems } = readVocabulary([{ path, text }]);
  if (problems[0]) throw new Error(problems[0].message);
  return vocabulary;
}

/** A vocabulary file of that many labels, no two alike. */
function made(labels: number): string {
  const groups = Array.from({ length: Math.ceil(labels / LABELS_OF_GROUP) }, (_, index) => {
    const head = HEADS[index % HEADS.length];
    const [one, other] = [word(index * 7 + 4096), word(index * 13 + 70_000)];
    return {
      id: `group-${index}`,
      prefLabel: `${head}-e-${one}`,
      kind: 'organisation',
      altLabels: [`${head} ${other} ${one}`, `${one} ${other} Front`, `${other} Brigade ${one}`],
    };
  });
  return JSON.stringify({ groups });
}

/** A word for each number. */
function word(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    text += SYLLABLES[rest % SYLLABLES.length];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function times(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function spread(all: readonly number[]): string {
  return `first ${(all[0] ?? 0).toFixed(0)}, median ${median(all).toFixed(0)}, least ${Math.min(...all).toFixed(0)}`;
}

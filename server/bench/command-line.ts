import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../src/analysis.ts';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { fixture } from '../test/support/fixtures.ts';
import { reference } from '../test/support/reference.ts';
import { measure, median, percentile, type Run } from './measure.ts';
import { type Program, programs } from './peers.ts';

/**
 * How long drafts take: in a warm process, and by the command beside its peers in the same minutes. The drafts are the
 * reference article, or the article of test-fixtures/ where that is not at hand.
 */

const WARM_UP = 200;
const ROUNDS = 300;
const RUNS_OF_ONE = 15;
const MANY = 1000;
const RUNS_OF_MANY = 3;

const article = reference ?? fixture('article/pasted.md');
const kilobytes = Math.round(Buffer.byteLength(article) / 1000);

warm();
const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-bench-'));
try {
  const path = writeDrafts(MANY);
  await compare('One draft, whole process', path, ({ one }) => one('0.md'), RUNS_OF_ONE);
  await compare(`${MANY} drafts in one process`, path, ({ all }) => all, RUNS_OF_MANY);
} finally {
  rmSync(folder, { recursive: true });
}

function warm(): void {
  console.log(`One draft of ${kilobytes} kB in a warm process`);
  for (const [name, context] of [
    ['without a vocabulary', {}],
    ['with the default vocabulary', { vocabulary: defaultVocabulary() }],
  ] as const) {
    const times: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const start = performance.now();
      analyse(article, context);
      if (round >= 0) times.push(performance.now() - start);
    }
    const [middle, slow] = [median(times), percentile(times, 0.95)].map((time) => time.toFixed(2));
    console.log(`  ${name}: median ${middle} ms, 95th percentile ${slow} ms`);
  }
}

/** A folder of drafts that differ in their first line. */
function writeDrafts(count: number): string {
  for (let index = 0; index < count; index++)
    writeFileSync(join(folder, `${index}.md`), `# Draft ${index}\n\n${article}`);
  return folder;
}

/** Runs all programs in turn, so that what else the machine does falls on all of them. */
async function compare(
  title: string,
  path: string,
  argsOf: (program: Program) => readonly string[],
  rounds: number,
): Promise<void> {
  const [ours, ...peers] = programs();
  const runs = new Map<Program, Run[]>([ours, ...peers].map((program) => [program, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [program, done] of runs) done.push(await measure(argsOf(program), path));
  }
  const wall = (program: Program) => median((runs.get(program) ?? []).map((run) => run.wall));
  console.log(`\n${title} (median of ${rounds})`);
  for (const peer of peers) console.log(`  ${(wall(ours) / wall(peer)).toFixed(2)} × ${peer.name}`);
  for (const [program, done] of runs) {
    const memory = Math.max(...done.map((run) => run.memory ?? 0));
    const size = memory === 0 ? '' : `, ${memory.toFixed(0)} MiB`;
    console.log(`  ${program.name}: ${(wall(program) / 1000).toFixed(3)} s${size}`);
  }
}

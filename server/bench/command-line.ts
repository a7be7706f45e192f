import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MOST_RUNS } from '../src/command-line/kept-code.ts';
import { fixture } from '../test/support/fixtures.ts';
import { reference } from '../test/support/reference.ts';
import { type Growth, growths, phases, warm } from './in-process.ts';
import { calm, measure, median, PATIENCE, type Run, watchHost } from './measure.ts';
import { type Program, programs } from './peers.ts';
import { sizes, threadsSection } from './threads.ts';

/**
 * How long drafts take: the command beside its peers, on the same drafts, in turn, so that what else the machine does
 * falls on all of them; then what grows with what. Writes docs/benchmarks.md. The drafts are the reference article, or
 * the article of test-fixtures/ where that is not at hand.
 */

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));
const ROUNDS: Readonly<Record<number, number>> = { 1: 31, 50: 7, 1000: 5 };
/** A program that takes longer than that many milliseconds is run once. */
const LONG = 20_000;

/** How much else the machine did when the bench began: above its processors, wall times say little. */
const load = loadavg()[0] ?? 0;
const taken = watchHost();
const article = reference ?? fixture('article/pasted.md');
const kilobytes = Math.round(Buffer.byteLength(article) / 1000);

/** A line of the tables. */
interface Row {
  readonly name: string;
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-bench-'));
try {
  const sections: string[] = [];
  for (const count of [1, 50, 1000]) sections.push(section(count, await compare(count)));
  sections.push(threadsSection(await sizes(writeDrafts, Buffer.byteLength(article))));
  const drafts = await tenTimesTheDrafts();
  // First what is to be measured in a process that did nothing before.
  const steps = await warm(article);
  writeFileSync(PAGE, page(sections, steps, [drafts, ...(await growths(article))]));
  console.log(`Written to ${PAGE}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** A folder of drafts that differ in their first line. */
function writeDrafts(count: number): string {
  const path = join(folder, String(count));
  mkdirSync(path, { recursive: true });
  for (let index = 0; index < count; index++)
    writeFileSync(join(path, `${index}.md`), `# Draft ${index}\n\n${article}`);
  return path;
}

async function compare(count: number): Promise<readonly Row[]> {
  const path = writeDrafts(count);
  const ways = programs().flatMap(({ name, args, cached, all }: Program) => {
    const what = count === 1 ? '0.md' : all;
    const cold = { name, args: args(what), fills: false, runs: [] as Run[] };
    return cached ? [cold, { name: `${name}, cached`, args: cached(what), fills: true, runs: [] as Run[] }] : [cold];
  });
  // What is kept, the compiled code included, is there from the first measured run on.
  for (const { args, fills, runs } of ways) {
    const run = await measure(args, path);
    if (run.wall > LONG && !fills) runs.push(run);
    else for (let more = 1; more < MOST_RUNS; more++) await measure(args, path);
  }
  for (let round = 0; round < (ROUNDS[count] ?? 1); round++) {
    for (const { args, runs } of ways) {
      if (runs.some(({ wall }) => wall > LONG)) continue;
      await calm();
      runs.push(await measure(args, path));
    }
  }
  return ways.map(({ name, runs }) => {
    const row = {
      name,
      wall: median(runs.map(({ wall }) => wall)),
      cpu: median(runs.map(({ cpu }) => cpu)),
      memory: Math.max(...runs.map(({ memory }) => memory ?? 0)),
    };
    console.log(
      `${count}: ${name}: ${row.wall.toFixed(0)} ms, ${row.cpu.toFixed(0)} ms of processors, ${row.memory.toFixed(0)} MiB`,
    );
    return row;
  });
}

function section(count: number, rows: readonly Row[]): string {
  const [ours, kept, bare, ...peers] = rows as readonly [Row, Row, Row, ...Row[]];
  const ratios = (row: Row) => peers.map(({ name, wall }) => `${(row.wall / wall).toFixed(2)} × ${name}`).join(' · ');
  return [
    `## ${count === 1 ? 'One draft' : `${count.toLocaleString('en')} drafts`}`,
    '',
    `Cold: ${ratios(ours)}. Without a vocabulary: ${ratios(bare)}. Cached: ${(kept.wall / ours.wall).toFixed(2)} × cold.`,
    '',
    '| | wall, s | processors, s | peak memory, MiB |',
    '|---|--:|--:|--:|',
    ...rows.map(
      ({ name, wall, cpu, memory }) =>
        `| ${name} | ${(wall / 1000).toFixed(2)} | ${(cpu / 1000).toFixed(2)} | ${memory.toFixed(0)} |`,
    ),
  ].join('\n');
}

async function tenTimesTheDrafts(): Promise<Growth> {
  const [ours] = programs();
  const time = async (count: number) => {
    const path = writeDrafts(count);
    const walls: number[] = [];
    for (let round = 0; round < 3; round++) walls.push((await measure(ours.args('.'), path)).wall);
    return median(walls);
  };
  return { what: 'drafts (100 and 1,000, the whole command)', small: await time(100), large: await time(1000) };
}

function page(sections: readonly string[], steps: Awaited<ReturnType<typeof warm>>, growth: readonly Growth[]): string {
  const parts = phases(article);
  return `# How long it takes

Written by \`npm run build && npm run bench\`: the command and its peers in turn, on the same drafts of ${kilobytes} kB each, with Node ${process.versions.node} and ${availableParallelism()} processors, at a load of ${load.toFixed(1)} from other work and with ${taken() ?? '?'} % of the processors taken by the host of the machine (with more than a few, or a load above the number of processors, compare ratios and processor times alone), each run begun when the processors were idle or ${PATIENCE / 1000} seconds had gone. Medians; memory is that of the largest process. Peers check Markdown in general, not citations: their times say what an archive costs in native code (rumdl, in Rust) and in JavaScript (markdownlint-cli2).

${sections.join('\n\n')}

## Ten times as much

| ten times the | time |
|---|--:|
${growth.map(({ what, small, large }) => `| ${what} | × ${(large / small).toFixed(1)} |`).join('\n')}

## Where the time goes

One draft: Node by itself takes ${parts.node.toFixed(0)} ms, the program without a draft (\`--version\`) ${parts.version.toFixed(0)} ms, a file without citations ${parts.empty.toFixed(0)} ms, the draft ${parts.draft.toFixed(0)} ms (${parts.first.toFixed(0)} ms where no code is kept, as the first time). What comes after the loading is code that runs for the first time: the same draft takes ${steps.cold.toFixed(0)} ms in a process that did nothing before, ${steps.vocabulary.toFixed(1)} ms when the code is warm (${steps.bare.toFixed(1)} ms without a vocabulary). What V8 compiled is kept between runs; regular expressions it does not keep, so each is compiled anew at its first use, and V8 optimises what is hot only after it ran for a while; each thread does that for itself.

Many drafts: ${steps.vocabulary.toFixed(1)} ms for the reading and checking of each, ${steps.pretty.toFixed(2)} ms for writing its ${steps.findings} findings for people; the rest is reading files, sweeping memory and warming up.
`;
}

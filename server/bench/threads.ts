import { PAYS_FROM } from '../src/command-line/drafts/threads.ts';
import { calm, measure, PATIENCE, type Run } from './measure.ts';
import { programs } from './peers.ts';

/** How long the command takes for so many drafts: without threads, and with two. */
interface Size {
  readonly count: number;
  readonly kilobytes: number;
  readonly none: Least;
  readonly two: Least;
}

/** Milliseconds of the runs that took the least: what else the machine does can only add to it. */
type Least = Pick<Run, 'wall' | 'cpu'>;

const COUNTS = [8, 32, 64, 100, 150, 200];
const ROUNDS = 9;

/**
 * From where threads pay: the command with two and without, in turn, on folders that grow.
 *
 * @param writeDrafts makes a folder of so many drafts, each of about `bytes`
 */
export async function sizes(writeDrafts: (count: number) => string, bytes: number): Promise<readonly Size[]> {
  const [ours] = programs();
  const measured: Size[] = [];
  for (const count of COUNTS) {
    const path = writeDrafts(count);
    const run = async (workers: number) => {
      await calm();
      return measure([...ours.args('.'), '--workers', String(workers)], path);
    };
    const rounds: { readonly none: Run; readonly two: Run }[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push({ none: await run(0), two: await run(2) });
    const none = leastOf(rounds.map((round) => round.none));
    const two = leastOf(rounds.map((round) => round.two));
    measured.push({ count, kilobytes: Math.round((count * bytes) / 1000), none, two });
    console.log(`${count}: without threads ${none.wall.toFixed(0)} ms, with two ${two.wall.toFixed(0)} ms`);
  }
  return measured;
}

function leastOf(runs: readonly Run[]): Least {
  return { wall: Math.min(...runs.map(({ wall }) => wall)), cpu: Math.min(...runs.map(({ cpu }) => cpu)) };
}

export function threadsSection(measured: readonly Size[]): string {
  const lastThatCosts = measured.findLastIndex(({ none, two }) => two.wall >= none.wall);
  const first = measured[lastThatCosts + 1];
  const pay = first ? `from ${first.kilobytes.toLocaleString('en')} kB of drafts on` : 'at none of these sizes';
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  return `## Threads

Two threads beside none, in turn, the least that ${ROUNDS} runs took, each begun when the processors were idle or ${PATIENCE / 1000} seconds had gone: they pay ${pay}. Left to itself, the program takes them from ${(PAYS_FROM / 1000).toLocaleString('en')} kB on: where other work takes the processors, they pay later, or not at all.

| drafts | kB | none, s | two, s | two : none | processors: none, s | two, s |
|--:|--:|--:|--:|--:|--:|--:|
${measured
  .map(
    ({ count, kilobytes, none, two }) =>
      `| ${count} | ${kilobytes.toLocaleString('en')} | ${seconds(none.wall)} | ${seconds(two.wall)} | × ${(two.wall / none.wall).toFixed(2)} | ${seconds(none.cpu)} | ${seconds(two.cpu)} |`,
  )
  .join('\n')}`;
}

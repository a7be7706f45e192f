import { loadavg } from 'node:os';
import { PAYS_FROM } from '../src/command-line/threads.ts';
import { measure, median } from './measure.ts';
import { programs } from './peers.ts';

/** How long the command takes for so many drafts: without threads, and with two. */
interface Size {
  readonly count: number;
  readonly kilobytes: number;
  /** Milliseconds, medians. */
  readonly none: number;
  readonly two: number;
  /** The median of what two threads take, in parts of what none take in the same round: other work falls on both. */
  readonly ratio: number;
}

const COUNTS = [8, 16, 32, 48, 64, 100];
const ROUNDS = 7;

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
    const time = async (workers: number) =>
      (await measure([...ours.args('.'), '--workers', String(workers)], path)).wall;
    const rounds: { readonly none: number; readonly two: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push({ none: await time(0), two: await time(2) });
    const none = median(rounds.map((round) => round.none));
    const two = median(rounds.map((round) => round.two));
    const ratio = median(rounds.map((round) => round.two / round.none));
    measured.push({ count, kilobytes: Math.round((count * bytes) / 1000), none, two, ratio });
    console.log(
      `${count}: without threads ${none.toFixed(0)} ms, with two ${two.toFixed(0)} ms, × ${ratio.toFixed(2)}`,
    );
  }
  return measured;
}

export function threadsSection(measured: readonly Size[]): string {
  const lastThatCosts = measured.findLastIndex(({ ratio }) => ratio >= 1);
  const first = measured[lastThatCosts + 1];
  const pay = first ? `from ${first.kilobytes.toLocaleString('en')} kB of drafts on` : 'at none of these sizes';
  return `## Threads

Two threads beside none, in turn, the ratio of each round by itself, at a load of ${(loadavg()[0] ?? 0).toFixed(1)}, these runs included: they pay ${pay}. Where other work takes the processors, they pay later, or not at all. Left to itself, the program takes them from ${(PAYS_FROM / 1000).toLocaleString('en')} kB on.

| drafts | kB | none, s | two, s | two : none |
|--:|--:|--:|--:|--:|
${measured
  .map(
    ({ count, kilobytes, none, two, ratio }) =>
      `| ${count} | ${kilobytes.toLocaleString('en')} | ${(none / 1000).toFixed(2)} | ${(two / 1000).toFixed(2)} | × ${ratio.toFixed(2)} |`,
  )
  .join('\n')}`;
}

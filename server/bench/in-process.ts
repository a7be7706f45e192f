import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../src/analysis.ts';
import { prettyFormat } from '../src/command-line/formats/pretty.ts';
import { lookOf, styleOf } from '../src/command-line/terminal/terminal.ts';
import { defaultVocabulary } from '../src/default-vocabulary.ts';
import { largeDraft } from './large-draft.ts';
import { median } from './measure.ts';
import { programs } from './peers.ts';

/** What takes how many milliseconds when there is ten times as much of it. */
export interface Growth {
  readonly what: string;
  readonly small: number;
  readonly large: number;
}

/** Until V8 has optimised what is hot. */
const WARM_UP = 150;
const ROUNDS = 60;
const RUNS = 11;

/** Milliseconds of one draft in a process: at first, and when all is warm. */
export async function warm(
  article: string,
): Promise<Readonly<Record<'cold' | 'bare' | 'vocabulary' | 'pretty' | 'findings', number>>> {
  const vocabulary = defaultVocabulary();
  const started = performance.now();
  const { findings } = analyse(article, { vocabulary });
  const cold = performance.now() - started;
  const format = prettyFormat(styleOf(lookOf(false, true)), true);
  return {
    cold,
    bare: await timeOf(() => analyse(article)),
    vocabulary: await timeOf(() => analyse(article, { vocabulary })),
    pretty: await timeOf(() => format.draft({ name: 'draft.md', text: article, findings })),
    findings: findings.length,
  };
}

/** What grows with the length of a draft, and with its findings. */
export async function growths(article: string): Promise<readonly Growth[]> {
  const vocabulary = defaultVocabulary();
  const style = styleOf(lookOf(false, true));
  const check = async (text: string) => {
    const { findings } = analyse(text, { vocabulary });
    await prettyFormat(style, true).draft({ name: 'draft.md', text, findings });
  };
  const grow = async (what: string, short: string, long: string) => {
    const [small, large] = await timesOf(
      () => check(short),
      () => check(long),
    );
    return { what, small, large };
  };
  const analysis = analyse(article);
  const tenTimes = largeDraft(analysis, article.length * 10);
  return [
    await grow('length of a draft', largeDraft(analysis, 1), tenTimes),
    await grow('findings of a draft', flawed(40), flawed(400)),
  ];
}

/** A draft of 400 entries, so many of which have a finding. */
function flawed(count: number): string {
  const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
  const body = numbers.map((number) => `Claim ${number} is made here.[${number}]`).join('\n\n');
  const entries = numbers.map(
    (number) => `[${number}] Ann Lee, “Work ${number},” Survival 58:4 (2016): pp. 1${number <= count ? '-' : '–'}9.`,
  );
  return `${body}\n\n## Citations\n\n${entries.join('\n\n')}\n`;
}

/** Milliseconds of whole processes: Node, the program without a draft, with a file that is none, with one, with no code kept. */
export function phases(article: string): Readonly<Record<'node' | 'version' | 'empty' | 'draft' | 'first', number>> {
  const folder = mkdtempSync(join(tmpdir(), 'sentinel-citations-bench-'));
  try {
    writeFileSync(join(folder, 'draft.md'), article);
    writeFileSync(join(folder, 'empty.md'), '# Empty\n');
    const [{ args }] = programs();
    const [path = ''] = args('');
    const timeWith = (all: readonly string[], env: NodeJS.ProcessEnv = {}) => {
      const times = Array.from({ length: RUNS }, () => {
        const started = performance.now();
        spawnSync(process.execPath, all, { cwd: folder, stdio: 'ignore', env: { ...process.env, ...env } });
        return performance.now() - started;
      });
      return median(times);
    };
    return {
      node: timeWith(['-e', '0']),
      version: timeWith([path, '--version']),
      empty: timeWith(args('empty.md')),
      draft: timeWith(args('draft.md')),
      first: timeWith(args('draft.md'), { SENTINEL_CITATIONS_NO_CACHE: '1' }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timeOf(work: () => unknown): Promise<number> {
  const [time] = await timesOf(work, () => {});
  return time;
}

/** The same of two that are to be compared, done in turn: the machine is now faster, now slower. */
async function timesOf(one: () => unknown, other: () => unknown): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [index, work] of [one, other].entries()) {
      // The other one has left its own data in the processor's caches.
      await work();
      const started = performance.now();
      await work();
      if (round >= 0) times[index]?.push(performance.now() - started);
    }
  }
  return [median(times[0]), median(times[1])];
}

import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import type { Finding } from '../../rules/rule.ts';
import { Failure, reasonOf } from '../failure.ts';
import { readConfigurationFile } from '../files/text-file.ts';
import { keysOf } from '../formats/fingerprint.ts';
import { alone } from './alone.ts';

/** Findings that are known: the rest of an archive can be held to more than what was there before. */
export interface Baseline {
  /** As it was named. */
  readonly file: string;
  /**
   * The findings of a draft that are not known, and the keys of all. Of findings that are alike, as many as are known
   * are left out, the first ones.
   *
   * @param path absolute
   */
  readonly unknown: (
    path: string,
    text: string,
    findings: readonly Finding[],
  ) => { readonly findings: readonly Finding[]; readonly keys: KeyCounts };
  /** To be told of each draft that was checked; `complaints` and `update` rest on it. */
  readonly note: (path: string, keys: KeyCounts) => void;
  /** What is known and was not found: one line for each draft that was checked, or is gone. */
  readonly complaints: () => readonly string[];
  /** Writes the findings of the drafts that were checked in the place of what was known of them; gives how many it holds. */
  readonly update: () => Promise<number>;
}

/** How many findings there are of each key. */
export type KeyCounts = Readonly<Record<string, number>>;

const SCHEMA_VERSION = 1;
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** By the paths of drafts, from the baseline's folder, with forward slashes. A record would leave out "constructor". */
const files = v.pipe(
  v.custom<object>((value) => typeof value === 'object' && value !== null),
  v.transform((value) => Object.entries(value)),
  v.array(v.tuple([v.string(), v.record(v.string(), count)])),
);
const schema = v.object({ schemaVersion: v.literal(SCHEMA_VERSION), files });

/**
 * Reads a baseline. A finding is known by its rule and the words around it, so that edits elsewhere do not revive it.
 *
 * @param mayBeMissing a baseline that is about to be made
 */
export async function openBaseline(file: string, mayBeMissing: boolean): Promise<Baseline> {
  const known = await read(file, mayBeMissing);
  const found = new Map<string, KeyCounts>();
  const folder = dirname(resolve(file));
  const nameOf = (path: string) => relative(folder, path).split(sep).join('/');

  return {
    file,
    unknown: (path, text, findings) => {
      const name = nameOf(path);
      const left = new Map(Object.entries(known.get(name) ?? {}));
      const counts: Record<string, number> = {};
      const keys = keysOf({ text, findings });
      const unknown = findings.filter(({ rule }, at) => {
        const key = `${rule} ${keys[at]}`;
        const before = left.get(key) ?? 0;
        left.set(key, before - 1);
        counts[key] = (counts[key] ?? 0) + 1;
        return before <= 0;
      });
      return { findings: unknown, keys: counts };
    },
    note: (path, keys) => {
      found.set(nameOf(path), keys);
    },
    complaints: () =>
      [...known].flatMap(([name, counts]) => {
        const isGone = !existsSync(resolve(folder, name));
        const now = found.get(name) ?? (isGone ? {} : counts);
        const gone = Object.entries(counts).reduce(
          (sum, [key, times]) => sum + Math.max(0, times - (now[key] ?? 0)),
          0,
        );
        return gone === 0
          ? []
          : [
              `${file}: ${gone} of the findings in ${name} ${gone === 1 ? 'is' : 'are'} no longer there (--update-baseline)`,
            ];
      }),
    update: () =>
      alone(resolve(file), async () => {
        // Another run may have written it since, of other drafts.
        const before = await read(file, true);
        const kept = [...before].filter(([name]) => existsSync(resolve(folder, name)));
        const all = new Map([...kept, ...found]);
        await write(file, all);
        return [...all.values()].flatMap((counts) => Object.values(counts)).reduce((sum, times) => sum + times, 0);
      }),
  };
}

async function read(file: string, mayBeMissing: boolean): Promise<ReadonlyMap<string, KeyCounts>> {
  let text: string | null;
  try {
    text = await readConfigurationFile(resolve(file));
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}`);
  }
  if (text === null && !mayBeMissing) throw new Failure(`${file}: there is no such file; --update-baseline makes it`);
  if (text === null) return new Map();
  const parsed = v.safeParse(schema, parse(text));
  if (!parsed.success) throw new Failure(`${file}: Unexpected content, expected what --update-baseline writes`);
  return new Map(parsed.output.files);
}

async function write(file: string, known: ReadonlyMap<string, KeyCounts>): Promise<void> {
  const files = [...known]
    .filter(([, counts]) => Object.keys(counts).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, counts]) => [name, Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))]);
  const value = { schemaVersion: SCHEMA_VERSION, files: Object.fromEntries(files) };
  try {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(resolve(file), `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw new Failure(`${file}: cannot be written: ${reasonOf(error)}`);
  }
}

/** Undefined where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

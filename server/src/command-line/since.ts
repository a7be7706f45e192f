import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { type Candidate, STANDARD_INPUT } from './find.ts';

/**
 * The candidates that changed since a revision of the repository around the current folder, as `git` knows it: since
 * where this branch left that revision, what is not committed and what is new included. Standard input always counts.
 */
export function changedSince(candidates: readonly Candidate[], revision: string): readonly Candidate[] {
  const fail = (what: string) => new Failure(`sentinel-citations: --since ${revision}: ${what}`);
  const git = (...args: readonly string[]): string | null => {
    const { error, status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (error) throw fail('code' in error && error.code === 'ENOENT' ? 'git was not found' : error.message);
    return status === 0 ? stdout : null;
  };
  const root = git('rev-parse', '--show-toplevel')?.trimEnd();
  if (root === undefined) throw fail('the current folder is in no git repository');
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)?.trimEnd();
  if (commit === undefined) throw fail('there is no such revision');
  // A clone that is cut off may not know where the branch began.
  const start = git('merge-base', commit, 'HEAD')?.trimEnd() ?? commit;
  const changed = git('-C', root, 'diff', '--name-only', '--no-renames', '--diff-filter=d', '-z', start, '--');
  const added = git('-C', root, 'ls-files', '--others', '--exclude-standard', '-z');
  if (changed === null || added === null) throw fail('git could not say what changed');
  const names = `${changed}${added}`.split('\0').filter((name) => name !== '');
  const files = new Set(names.map((name) => join(root, name)));
  return candidates.filter(({ path }) => path === STANDARD_INPUT || files.has(realPathOf(path)));
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Failure } from '../failure.ts';
import type { Found } from './find.ts';
import { isFolder } from './folder.ts';
import { STANDARD_INPUT } from './standard-input.ts';

/**
 * Of the candidates those that changed since a revision of the repository around the current folder, as `git` knows it:
 * since where this branch left that revision, what is not committed and what is new included. Standard input always
 * counts, and so does all of a repository inside that one in which something changed. Of what is in no part of that
 * repository nobody knows: that is a failure.
 */
export function changedSince(found: Found, revision: string): Found {
  // A variable of a pipeline that holds nothing.
  if (revision === '') throw new Failure('--since: expected a revision');
  const fail = (what: string) => new Failure(`sentinel-citations: --since ${revision}: ${what}`);
  const ask = (...args: readonly string[]) => {
    const { error, ...answer } = spawnSync('git', args, { encoding: 'utf8', env: ENVIRONMENT, maxBuffer: 2 ** 30 });
    if (error) throw fail('code' in error && error.code === 'ENOENT' ? 'git was not found' : error.message);
    return answer;
  };
  const git = (...args: readonly string[]): string | null => {
    const { status, stdout } = ask(...args);
    return status === 0 ? stdout : null;
  };
  const { status, stdout, stderr } = ask('rev-parse', '--show-toplevel');
  if (status !== 0) throw fail(whyNoRepository(stderr));
  const root = stdout.replace(/\r?\n$/, '');
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)?.trimEnd();
  if (commit === undefined) {
    const isShallow = git('rev-parse', '--is-shallow-repository')?.trimEnd() === 'true';
    throw fail(`there is no such revision${isShallow ? ' in this shallow clone (git fetch --unshallow)' : ''}`);
  }
  // A clone that is cut off may not know where the branch began.
  const start = git('merge-base', commit, 'HEAD')?.trimEnd() ?? commit;
  // Of a submodule, git passes over what is new, and whatever else it is configured to.
  const changes = ['--name-only', '--no-renames', '--diff-filter=d', '--ignore-submodules=none', '-z'];
  const changed = git('-C', root, 'diff', ...changes, start, '--');
  const added = git('-C', root, 'ls-files', '--others', '--exclude-standard', '-z');
  if (changed === null || added === null) throw fail('git could not say what changed');
  const names = `${changed}${added}`.split('\0').filter((name) => name !== '');
  const files = new Set(names.map((name) => join(root, name)));
  // Of a repository inside this one, git says no more than that something changed in it.
  const folders = [...files].filter(isFolder).map((folder) => (folder.endsWith(sep) ? folder : folder + sep));
  const failures: Failure[] = [...found.failures];
  const candidates = found.candidates.filter(({ path, name }) => {
    if (path === STANDARD_INPUT) return true;
    const file = realPathOf(path);
    const isInside = file.startsWith(join(root, sep));
    if (!isInside) failures.push(fail(`${name} is not in the git repository of the current folder`));
    return isInside && (files.has(file) || folders.some((folder) => file.startsWith(folder)));
  });
  return { candidates, failures, mayBeNone: true };
}

/** What git says is looked at: it is asked to say it in English. */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C' };

/** In words of ours where it is the usual; git refuses repositories of other users, too. */
function whyNoRepository(stderr: string): string {
  const [, reason = ''] = /^fatal: (.+)$/m.exec(stderr) ?? [];
  const isUsual = reason === '' || reason.startsWith('not a git repository');
  return isUsual ? 'the current folder is in no git repository' : `git says: ${reason}`;
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

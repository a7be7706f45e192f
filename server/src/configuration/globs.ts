import { relative, sep } from 'node:path';
import picomatch from 'picomatch';

/**
 * Whether globs name a file, given its absolute path. Globs are relative to `folder`; one without a slash names files
 * and folders by their name, at any depth. What names a folder names all that is in it. `!` takes back what globs
 * before it name; the last glob that matches decides.
 */
export function globMatcher(folder: string, globs: readonly string[]): (file: string) => boolean {
  const matchers = globs.map((glob) => {
    const negated = glob.startsWith('!');
    return { named: !negated, matches: picomatch(patternsOf(negated ? glob.slice(1) : glob), { dot: true }) };
  });
  return (file) => {
    const path = relative(folder, file).split(sep).join('/');
    return matchers.findLast(({ matches }) => matches(path))?.named ?? false;
  };
}

function patternsOf(glob: string): string[] {
  const bare = glob.replace(/^(?:\.?\/)+/, '').replace(/\/$/, '');
  if (bare === '' || bare === '.') return ['**'];
  const anchored = glob.startsWith('./') || glob.startsWith('/') || bare.includes('/');
  const pattern = anchored ? bare : `**/${bare}`;
  return [pattern, `${pattern}/**`];
}

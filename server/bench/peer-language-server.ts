import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What remark's language server is made of, pinned; it is installed for the bench alone, beside the linters. */
const PACKAGES = {
  'unified-language-server': '4.1.0',
  remark: '15.0.1',
  'remark-preset-lint-recommended': '7.0.1',
};
const FOLDER = fileURLToPath(new URL('.peers/language-server/', import.meta.url));
const MANIFEST = JSON.stringify({ private: true, type: 'module', dependencies: PACKAGES });

const MAIN = `import { remark } from 'remark';
import recommended from 'remark-preset-lint-recommended';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  configurationSection: 'remark',
  processorName: 'none',
  defaultProcessor: remark().use(recommended),
});
`;

export const PEER = 'remark’s language server, remark-lint’s recommended rules';

/** Installs the peer unless it is there; gives the path of its program, which takes `--stdio`. */
export function installPeer(): string {
  const main = join(FOLDER, 'main.js');
  const manifest = join(FOLDER, 'package.json');
  // The program is written last: without it the installation did not end.
  if (existsSync(main) && readFileSync(manifest, 'utf8') === MANIFEST) return main;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(manifest, MANIFEST);
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--silent'], {
    cwd: FOLDER,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  writeFileSync(main, MAIN);
  return main;
}

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program that is measured. */
export interface Program {
  readonly name: string;
  /** How Node starts it for one file, or all Markdown files, of the folder in which it is started. */
  readonly args: (what: string) => readonly string[];
  /** The same where it may take what it kept of the run before; null where it keeps nothing. */
  readonly cached: ((what: string) => readonly string[]) | null;
  /** What stands for all Markdown files. */
  readonly all: string;
}

/** Linters that others use, pinned; they are installed for the bench alone. */
const PEERS = [
  { name: 'rumdl', version: '0.2.75', args: ['check', '--no-cache'], cached: ['check'], all: '.' },
  { name: 'markdownlint-cli2', version: '0.24.1', args: [], cached: null, all: '*.md' },
];
const FOLDER = fileURLToPath(new URL('.peers/', import.meta.url));
const OURS = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const NO_VOCABULARY = fileURLToPath(new URL('no-vocabulary.yaml', import.meta.url));

/** The built command, the same without names, then its peers, each started by Node as npm's links start it. */
export function programs(): readonly [Program, Program, ...Program[]] {
  if (!existsSync(OURS)) throw new Error('There is no dist/cli.js: run `npm run build` first');
  const ours = [OURS, 'check', '--no-config'];
  return [
    {
      name: 'sentinel-citations',
      args: (what) => [...ours, what],
      cached: (what) => [...ours, '--cache-location', '.kept', what],
      all: '.',
    },
    {
      name: 'sentinel-citations, no vocabulary',
      args: (what) => [OURS, 'check', '--config', NO_VOCABULARY, what],
      cached: null,
      all: '.',
    },
    ...PEERS.map(({ name, version, args, cached, all }): Program => {
      const path = install(name, version);
      return {
        name: `${name} ${version}`,
        args: (what) => [path, ...args, what],
        cached: cached && ((what) => [path, ...cached, what]),
        all,
      };
    }),
  ];
}

/** Installs a package unless it is there; gives the path of its program. */
function install(name: string, version: string): string {
  const root = join(FOLDER, 'node_modules', name);
  const manifest = join(root, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== version) {
    mkdirSync(FOLDER, { recursive: true });
    if (!existsSync(join(FOLDER, 'package.json'))) writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }\n');
    execFileSync(
      'npm',
      [
        'install',
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--silent',
        ...PEERS.map((peer) => `${peer.name}@${peer.version}`),
      ],
      {
        cwd: FOLDER,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
  }
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(root, typeof bin === 'string' ? bin : bin[name]);
}

import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf, startBackend } from './backend.ts';
import { packageExtension } from './package.ts';
import { ROOT, SCRATCH, setUpHost } from './set-up.ts';

/**
 * Serves the packaged extension in the npm VS Code, on this machine alone, until it is told to end: `npm run try [PORT]`.
 * Drafts are copies, for whoever tries it to write in.
 */

const PORT = Number(process.argv[2] ?? 0);
const DRAFTS = join(SCRATCH, 'try');
const SOURCES = ['article/bracket.md', 'article/defects.md', 'article/pasted.md', 'readme/draft.md'];
/** Nothing that stands beside a draft and is not about it. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

await setUpHost();
await rm(DRAFTS, { recursive: true, force: true });
await mkdir(DRAFTS, { recursive: true });
for (const source of SOURCES) await cp(join(ROOT, 'test-fixtures', source), join(DRAFTS, source.replace(/^.*\//, '')));

console.log('Packaging the extension …');
const install = [await packageExtension(join(SCRATCH, 'sentinel-citations.vsix'))];
console.log('Starting VS Code …');
const backend = await startBackend({ install, settings: SETTINGS, port: PORT, forTests: false, restricted: false });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void backend.stop());
console.log(`Open this in a browser:

  ${addressOf(backend, DRAFTS, join(DRAFTS, 'draft.md'))}

The drafts are copies, in ${DRAFTS}. Ctrl+C ends it.`);

import { join } from 'node:path';
import { startBackend } from './backend.ts';
import { packageExtension } from './package.ts';
import { ROOT, SCRATCH, setUpHost } from './set-up.ts';

/** Serves the packaged extension in the npm VS Code, on this machine alone, until it is told to end. */

const PORT = Number(process.argv[2] ?? 0);
const DRAFTS = join(ROOT, 'test-fixtures/article');

await setUpHost();
const install = [await packageExtension(join(SCRATCH, 'sentinel-citations.vsix'))];
const { authority, stop } = await startBackend({ install, port: PORT, forTests: false });
const address = `http://${authority}/?folder=${encodeURIComponent(DRAFTS)}`;
console.log(`Open ${address} in a browser, then a draft in it (defects.md has findings). Ctrl+C ends it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

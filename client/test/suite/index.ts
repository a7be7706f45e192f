import { features } from './features.ts';
import { files } from './files.ts';
import { processes } from './processes.ts';

/** VS Code calls this in its extension host, of Node or of a browser; it rejects when a case fails. */
export async function run(): Promise<void> {
  const cases = 'importScripts' in globalThis ? [...features, ...files] : [...features, ...files, ...processes];
  let failed = 0;
  for (const { name, run } of cases) {
    const started = Date.now();
    try {
      await run();
      console.log(`✔ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`✖ ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} failed`);
}

import type { Case } from './harness.ts';

/** Runs the cases one after the other, and says how each went; rejects when one fails. */
export async function runCases(cases: readonly Case[]): Promise<void> {
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

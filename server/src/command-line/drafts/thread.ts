import { parentPort, workerData } from 'node:worker_threads';
import { compileAsCalled } from '../compiler.ts';
import { createExaminer } from './examine.ts';
import { type ThreadData, type ThreadMessage, take, waitForTurn } from './threads.ts';

/** What the program does in a thread of `examineInThreads`: takes candidates until there are none. */
export async function runThread(): Promise<void> {
  compileAsCalled();
  const { candidates, options, counters, current }: ThreadData = workerData;
  const examine = await createExaminer(options);
  for (let index = current[0] ?? 0; ; index = take(counters)) {
    const candidate = candidates[index];
    if (!candidate) return;
    current[0] = index;
    waitForTurn(counters, index);
    const message: ThreadMessage = { index, examined: await examine(candidate) };
    parentPort?.postMessage(message);
  }
}

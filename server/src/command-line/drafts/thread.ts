import { parentPort, workerData } from 'node:worker_threads';
import { createExaminer } from './examine.ts';
import { type ThreadData, type ThreadMessage, take, waitForTurn } from './threads.ts';

/**
 * What the program does in a thread of `examineInThreads`: takes candidates until there are none.
 *
 * @param onFirst is called when the first is done
 */
export async function runThread(onFirst: () => void): Promise<void> {
  const { candidates, options, counters, current }: ThreadData = workerData;
  const examine = await createExaminer(options);
  const first = current[0];
  for (let index = current[0] ?? 0; ; index = take(counters)) {
    const candidate = candidates[index];
    if (!candidate) return;
    current[0] = index;
    waitForTurn(counters, index);
    const message: ThreadMessage = { index, examined: await examine(candidate) };
    parentPort?.postMessage(message);
    if (index === first) onFirst();
  }
}

import { window } from 'vscode';
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { NAME } from '../names.ts';

/** A server that ends more often than this within `PERIOD` is not started again. */
const RESTARTS = 4;
/** Milliseconds. */
const PERIOD = 3 * 60 * 1000;
const RESTART = 'Restart';

/** A server that crashes comes back without a word; one that keeps crashing says so and waits to be told. */
export function keepAlive(restartServer: () => void): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: () => {
      const now = Date.now();
      ends = [...ends.filter((end) => now - end < PERIOD), now];
      if (ends.length <= RESTARTS) return { action: CloseAction.Restart, handled: true };
      ends = [];
      const message = `${NAME} stopped: its server ended ${RESTARTS + 1} times in three minutes.`;
      void window.showErrorMessage(message, RESTART).then((answer) => {
        if (answer === RESTART) restartServer();
      });
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}

/** Also starts a server that has stopped. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop();
  await client.start();
}

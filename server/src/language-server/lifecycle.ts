import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * What the protocol asks of every message: requests are answered between `initialize` and `shutdown` alone, and not
 * when they are cancelled; notifications outside of that time are dropped.
 */
export interface Lifecycle {
  readonly start: () => void;
  readonly stop: () => void;
  /** @throws ResponseError before `initialize` and after `shutdown` */
  readonly assertRunning: () => void;
  readonly whileRunning: <Params>(handle: (params: Params) => void) => (params: Params) => void;
}

export function createLifecycle(): Lifecycle {
  let state: 'new' | 'running' | 'stopped' = 'new';
  return {
    start: () => {
      if (state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server was initialized before');
      state = 'running';
    },
    stop: () => {
      state = 'stopped';
    },
    assertRunning: () => {
      if (state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server is not initialized');
      if (state === 'stopped') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down');
    },
    whileRunning: (handle) => (params) => {
      if (state === 'running') handle(params);
    },
  };
}

/** @throws ResponseError when the request was cancelled */
export function assertWanted(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
}

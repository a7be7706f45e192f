import { Failure } from '../failure.ts';

export interface LanguageServerOptions {
  readonly stdio?: boolean;
}

/** `sentinel-citations language-server`: serves an editor, which says when it is over: there is no exit status until then. */
export async function languageServer({ stdio }: LanguageServerOptions): Promise<null> {
  if (!stdio) throw new Failure('sentinel-citations: language-server: expected --stdio');
  // Loading it starts it: it reads how to talk to the editor, and what all commands take, from the arguments.
  await import('../../language-server/main-node.ts');
  return null;
}

import { type ExtensionContext, type LanguageStatusItem, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands/register.ts';
import { ID, NAME } from './names.ts';
import { clientOptions } from './server/options.ts';
import { createReadings } from './server/readings.ts';
import { restart } from './server/restart.ts';
import { showStatus } from './status/status.ts';
import { watchLinkValidation } from './validation/link-validation.ts';

type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What the extension exports to others. */
export interface Api {
  readonly client: BaseLanguageClient;
  /** What the status bar shows of the draft in the active editor: its findings. Its selector matches no other Markdown. */
  readonly status: Readonly<LanguageStatusItem>;
  /** What it shows below: how markers are written, which vocabularies are used. */
  readonly reading: Readonly<LanguageStatusItem>;
}

/** Everything that the extension does, the same on a desktop and in a browser but for how the server is started. */
export async function start(context: ExtensionContext, makeClient: MakeClient): Promise<Api> {
  const log = window.createOutputChannel(NAME, { log: true });
  const client: BaseLanguageClient = makeClient(
    ID,
    NAME,
    clientOptions(context, log, () => restart(client)),
  );
  const readings = createReadings(client);
  const status = showStatus(client, readings);

  context.subscriptions.push(
    log,
    client,
    readings,
    status,
    registerCommands(context, client, log),
    watchLinkValidation(context, readings),
    // What a workspace may configure depends on the trust in it.
    workspace.onDidGrantWorkspaceTrust(() => restart(client)),
  );
  await client.start();
  return { client, status: status.item, reading: status.reading };
}

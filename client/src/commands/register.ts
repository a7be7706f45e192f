import { commands, Disposable, type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ID } from '../names.ts';
import { restart } from '../server/restart.ts';
import { fixAll } from './fix-all.ts';
import { showReferences } from './show-references.ts';

/** The commands of the palette, and what the server's code lenses run. */
export function registerCommands(
  context: ExtensionContext,
  client: BaseLanguageClient,
  log: LogOutputChannel,
): Disposable {
  const rules = Uri.joinPath(context.extensionUri, 'docs', 'rules', 'README.md');
  return Disposable.from(
    commands.registerCommand(`${ID}.fixAll`, fixAll),
    commands.registerCommand(`${ID}.showRules`, () => commands.executeCommand('markdown.showPreview', rules)),
    commands.registerCommand(`${ID}.showOutput`, () => log.show()),
    commands.registerCommand(`${ID}.restart`, () => restart(client)),
    commands.registerCommand(`${ID}.showReferences`, showReferences(client)),
  );
}
